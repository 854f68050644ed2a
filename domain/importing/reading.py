"""Reading one row: each cell gives its value, or a problem that names the row, the column and the reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from domain.importing.columns import WORDS
from domain.importing.known import Known
from domain.importing.names import Names
from domain.importing.sheets import Cell, is_blank, plain, shown
from domain.importing.values import Unclear, day, minutes, times, whole
from i18n import _

FIRST_DAY = date(2000, 1, 1)
BLANK = frozenset(plain(word) for word in WORDS["blank"])
LONGEST_SHOWN = 60

Value = TypeVar("Value")


@dataclass(frozen=True)
class Problem:
    """Why a row can't come in: its number as the spreadsheet shows it, the column's key, and a sentence."""

    row: int
    column: str
    sentence: str


@dataclass
class Reading:
    """One row being read. Ask for each column; `problems` fills with what was not right, and nothing raises."""

    number: int
    cells: Mapping[str, Cell]
    known: Known
    today: date
    blanks: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, column: str, sentence: str) -> None:
        self.problems.append(Problem(self.number, column, sentence))

    def cell(self, column: str) -> Cell:
        """The cell, or None where somebody wrote that there is nothing."""
        found = self.cells.get(column)
        empty = is_blank(found) or (isinstance(found, str) and plain(found) in BLANK)
        return None if empty else found

    def text(self, column: str, *, most: int = 120, required: bool = False) -> str:
        found = shown(self.cell(column))
        if len(found) > most:
            self.wrong(column, _("Deze tekst is langer dan {most} tekens.", most=most))
        return found or self._nothing(column, "", required)

    def one(self, column: str, names: str, *, required: bool = False) -> str | None:
        """The key of what the cell names in that list."""
        text = shown(self.cell(column))
        if not text:
            blank = self.blanks.get(column)
            return blank if blank in self.known.lists[names].labels else self._nothing(column, None, required)
        key = self.known.lists[names].find(text)
        if key is None:
            self._unknown(column, text, self.known.lists[names])
        return key

    def several(self, column: str, names: str, *, required: bool = False) -> tuple[str, ...]:
        """The keys of everything that the cell names in that list."""
        text = shown(self.cell(column))
        if not text:
            return self._nothing(column, (), required)
        keys, unknown = self.known.lists[names].several(text)
        for piece in unknown:
            self._unknown(column, piece, self.known.lists[names])
        return keys

    def day(self, column: str, *, required: bool = False, until: date | None = None) -> date | None:
        """A day from 2000 on, not later than `until`."""
        example = _("Een goed voorbeeld: 24-11-2026.")
        found = self._read(column, day, lambda text: _("“{typed}” is geen datum.", typed=text) + " " + example)
        if found and found < FIRST_DAY:
            self.wrong(column, _("Deze datum ligt voor het jaar 2000."))
        if found and until and found > until:
            self.wrong(column, _("Deze datum ligt in de toekomst."))
        return found if found or not required or self._has_problem(column) else self._nothing(column, None, required)

    def times(self, column: str) -> tuple[time, ...]:
        return (
            self._read(column, times, lambda text: _("“{typed}” is geen tijd. Een goed voorbeeld: 19:30.", typed=text))
            or ()
        )

    def minutes(self, column: str, *, most: int) -> int | None:
        """A duration in minutes; none for 0, which registers use for "not kept"."""
        return self._bounded(column, minutes, 0, most) or None

    def whole(self, column: str, *, least: int, most: int) -> int | None:
        return self._bounded(column, whole, least, most)

    def _bounded(self, column: str, read: Callable[[Cell], int | None], least: int, most: int) -> int | None:
        found = self._read(column, read, lambda text: _("“{typed}” is geen getal.", typed=text))
        if found is not None and not least <= found <= most:
            self.wrong(column, _("Dit getal moet tussen {least} en {most} liggen.", least=least, most=most))
        return found

    def _read(self, column: str, read: Callable[[Cell], Value], sentence: Callable[[str], str]) -> Value | None:
        try:
            return read(self.cell(column))
        except Unclear as unclear:
            self.wrong(column, sentence(_short(str(unclear))))
            return None

    def _nothing(self, column: str, value: Value, required: bool) -> Value:
        if required:
            self.wrong(column, _("Deze cel is leeg, maar is wel nodig."))
        return value

    def _has_problem(self, column: str) -> bool:
        return any(problem.column == column for problem in self.problems)

    def _unknown(self, column: str, text: str, names: Names) -> None:
        sentence = _("“{typed}” kennen we niet.", typed=_short(text))
        nearest = names.nearest(text)
        self.wrong(column, f"{sentence} " + _("Bedoelt u “{name}”?", name=nearest) if nearest else sentence)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
