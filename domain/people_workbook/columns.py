"""The sheets and columns of a workbook with people, found by what stands above them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain.importing.names import Names
from domain.importing.sheets import Cell, Sheet, is_blank, plain, shown
from i18n import _, language

WORDS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))
SHEETS: Mapping[str, Mapping[str, Any]] = WORDS["sheets"]
LINES_ABOVE_HEADER = 10
NEEDED = ("parents", "buddies")


class BadWorkbook(Exception):
    """The workbook can't be used; one sentence names the sheet, and the row and column where there is one."""


@dataclass(frozen=True)
class Column:
    """What one column holds. `words` are all headers that mean it."""

    field: str
    kind: str
    nl: str
    en: str
    words: tuple[str, ...]
    help_nl: str
    help_en: str

    def title(self) -> str:
        return self.en if language() == "en" else self.nl

    def help(self) -> str:
        return self.help_en if language() == "en" else self.help_nl


@dataclass(frozen=True)
class Table:
    """One sheet that was recognised: where its header is, and which column holds which field (all from 0)."""

    sheet: Sheet
    header: int
    columns: Mapping[str, int]
    unused: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, Mapping[str, Cell]]]:
        """The row number as the spreadsheet shows it, and the cells; rows without anything are left out."""
        for index in range(self.header + 1, len(self.sheet.rows)):
            row = self.sheet.rows[index]
            cells = {field: row[column] if column < len(row) else None for field, column in self.columns.items()}
            if not all(is_blank(cell) for cell in cells.values()):
                yield index + 1, cells

    def at(self, row: int, field: str | None = None) -> str:
        """`blad “Ouders”, rij 3, kolom “Leeftijd”`."""
        if field is None or field not in self.columns:
            return _("blad “{sheet}”, rij {row}", sheet=self.sheet.name, row=row)
        column = shown(self.sheet.rows[self.header][self.columns[field]])
        return _("blad “{sheet}”, rij {row}, kolom “{column}”", sheet=self.sheet.name, row=row, column=column)


def columns_of(kind: str) -> tuple[Column, ...]:
    return tuple(Column(**{**one, "words": tuple(one["words"])}) for one in WORDS["columns"][kind])


def title_of(kind: str) -> str:
    """The name of this sheet in the language of whoever reads."""
    return str(SHEETS[kind]["en" if language() == "en" else "nl"])


def tables(sheets: Sequence[Sheet]) -> dict[str, Table]:
    """The sheets by what they are; raises `BadWorkbook` when parents or buddies are missing, or a sheet is double."""
    found: dict[str, Table] = {}
    for sheet in sheets:
        kind = _kind(sheet)
        if kind in found:
            other = found[kind].sheet.name
            raise BadWorkbook(_("blad “{sheet}”: blad “{other}” gaat over hetzelfde", sheet=sheet.name, other=other))
        if kind:
            found[kind] = _table(kind, sheet)
    for kind in NEEDED:
        if kind not in found:
            names = ", ".join(sheet.name for sheet in sheets if sheet.name) or "–"
            raise BadWorkbook(
                _("er is geen blad “{sheet}”, of het is leeg (wel: {names})", sheet=title_of(kind), names=names)
            )
    return found


def _kind(sheet: Sheet) -> str | None:
    name = plain(sheet.name)
    return next(
        (kind for kind, one in SHEETS.items() if name in map(plain, (one["nl"], one["en"], *one["words"]))), None
    )


def _table(kind: str, sheet: Sheet) -> Table:
    """The header is the line, near the top, with the most known words."""
    columns, lines = columns_of(kind), sheet.rows[:LINES_ABOVE_HEADER]
    names = Names({one.field: one.nl for one in columns}, {one.field: (one.en, *one.words) for one in columns})
    known = [[names.exactly(cell) if isinstance(cell, str) else None for cell in line] for line in lines]
    header = max(range(len(lines)), key=lambda line: len({*known[line]} - {None}))
    found: dict[str, int] = {}
    for index, field in enumerate(known[header]):
        if field in found:
            column = shown(lines[header][index])
            raise BadWorkbook(_("blad “{sheet}”: kolom “{column}” staat er twee keer", sheet=sheet.name, column=column))
        if field:
            found[field] = index
    if columns[0].field not in found and kind != "lists":
        title = columns[0].title()
        raise BadWorkbook(_("blad “{sheet}”: er is geen kolom “{column}”", sheet=sheet.name, column=title))
    written = [index for index, cell in enumerate(lines[header]) if not is_blank(cell)]
    unused = tuple(shown(lines[header][index]) for index in written if index not in found.values())
    return Table(sheet, header, found, unused)
