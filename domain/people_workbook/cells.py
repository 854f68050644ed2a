"""What one cell means: people write lists, yes and no, days and numbers in their own way."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.importing import values
from domain.importing.names import Names
from domain.importing.reading import BLANK
from domain.importing.sheets import Cell, is_blank, plain, shown
from domain.people_workbook.columns import WORDS
from i18n import _
from matching.people_file.named import WHAT

YES, NO = (frozenset(plain(word) for word in WORDS["words"][name]) for name in ("yes", "no"))
URGENCY = {plain(word): int(level) for level, words in WORDS["words"]["urgency"].items() for word in words}
WHOLE = re.compile(r"(-?\d{1,9})(?:[.,]0{1,2})?\s*[a-z']*")
BAND = re.compile(r"(\d+)-(\d+)")
HALF_A_WORD = re.compile(r"\w-\s*(?:,|/|en\b|and\b)", re.IGNORECASE)
LISTED = re.compile(r"[,;\n|]+")
LIST_OF = {"topics": "topic", "municipalities": "municipality", "sectors": "sector", "age_bands": "age_band",
           "contact_modes": "contact_mode", "languages": "language"}  # fmt: skip


class Unreadable(Exception):
    """What is wrong with a cell, to go after its place."""


@dataclass(frozen=True)
class Meaning:
    """All that a cell may name: `names` by list, and the parts of the week that a name of moments stands for."""

    names: Mapping[str, Names]
    moments: Mapping[str, tuple[str, ...]]

    def read(self, kind: str, cell: Cell) -> Any:  # noqa: ANN401 - any JSON value
        """The value as a JSON file would have it; None for a cell in which nothing is said. Raises `Unreadable`."""
        if is_blank(cell) or (isinstance(cell, str) and plain(cell) in BLANK):
            return None
        if kind in PLAIN:
            return PLAIN[kind](cell)
        if kind == "moments":
            return self._moments(cell)
        found = self._several(LIST_OF.get(kind, kind), cell)
        if kind in LIST_OF:
            return found
        if len(found) != 1:
            raise Unreadable(_("“{typed}” is er meer dan één; kies er één", typed=shown(cell)))
        return found[0]

    def _several(self, name: str, cell: Cell) -> list[str]:
        names = self.names[name]
        text = _as_ages(cell) if name == "age_band" else shown(cell) if not isinstance(cell, str) else cell
        whole = names.exactly(text)
        if whole:
            return [whole]
        if name == "age_band" and (ages := _ages(text, names)):
            return ages
        keys, unknown = names.several(text, in_full=name == "moments")
        for piece in unknown:
            near = names.nearest(piece)
            meant = " " + _("(bedoelt u “{name}”?)", name=near) if near else ""
            raise Unreadable(_("er is geen {what} “{name}”", what=WHAT[name], name=piece) + meant)
        return list(keys)

    def _moments(self, cell: Cell) -> list[str]:
        if isinstance(cell, str) and HALF_A_WORD.search(cell):
            raise Unreadable(_("schrijf elk moment van “{typed}” voluit", typed=shown(cell)))
        chosen = self._several("moments", cell)
        return sorted({moment for key in chosen for moment in self.moments[key]})


def _as_ages(cell: Cell) -> str:
    """What was typed: a spreadsheet takes 10-12 for the tenth of December."""
    return f"{cell.day}-{cell.month}" if isinstance(cell, date) else str(cell) if isinstance(cell, str) else shown(cell)


def _ages(text: str, names: Names) -> list[str]:
    """The groups that numbers of years belong to; empty when something else stands there too."""
    pieces = [piece.replace("jaar", "") for piece in LISTED.split(text)]
    if not all(WHOLE.fullmatch(piece.strip()) for piece in pieces):
        return []
    bands = [(key, BAND.fullmatch(key)) for key in names.labels]
    ages = [_number(piece) for piece in pieces]
    found = [key for age in ages for key, band in bands if band and int(band[1]) <= age <= int(band[2])]
    return list(dict.fromkeys(found))


def _ids(cell: Cell) -> list[str]:
    found = [piece.strip() for piece in LISTED.split(cell if isinstance(cell, str) else shown(cell))]
    return list(dict.fromkeys(piece for piece in found if piece))


def _whole(cell: Cell) -> int:
    return _number(shown(cell))


def _number(text: str) -> int:
    found = WHOLE.fullmatch(text.strip().casefold())
    if not found:
        raise Unreadable(_("“{typed}” is geen heel getal", typed=text))
    return int(found[1])


def _degrees(cell: Cell) -> float:
    try:
        return float(shown(cell).replace(",", "."))
    except ValueError:
        raise Unreadable(_("“{typed}” is geen aantal graden, zoals 52,632", typed=shown(cell))) from None


def _day(cell: Cell) -> str:
    try:
        found = values.day(cell)
    except values.Unclear:
        found = None
    if found is None:
        raise Unreadable(_("“{typed}” is geen dag, zoals 24-11-2026", typed=shown(cell)))
    return found.isoformat()


def _yes_no(cell: Cell) -> bool:
    word = plain("ja" if cell is True else "nee" if cell is False else shown(cell))
    if word not in YES | NO:
        raise Unreadable(_("“{typed}” moet ja of nee zijn", typed=shown(cell)))
    return word in YES


def _yes_or_day(cell: Cell) -> bool | str:
    is_word = plain(shown(cell)) in YES | NO or not re.search(r"\d", shown(cell))
    return _yes_no(cell) if is_word else _day(cell)


def _urgency(cell: Cell) -> int:
    word = plain(shown(cell))
    return URGENCY[word] if word in URGENCY else _whole(cell)


PLAIN: Mapping[str, Callable[[Cell], Any]] = {
    "text": shown,
    "ids": _ids,
    "whole": _whole,
    "degrees": _degrees,
    "day": _day,
    "yes_no": _yes_no,
    "yes_or_day": _yes_or_day,
    "urgency": _urgency,
}
