"""Which column of a sheet holds what: guessed from the header, to be put right by whoever imports."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from domain.importing.sheets import Cell, Sheet, plain, shown
from i18n import lazy

WORDS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
LINES_ABOVE_HEADER = 10


class Kind(StrEnum):
    """What a row of the sheet is about."""

    QUESTION = "question"
    BUDDY = "buddy"
    EVENT = "event"


@dataclass(frozen=True)
class Column:
    """Something that a row can tell; `blank` says what an empty cell means where it means something."""

    key: str
    label: lazy
    required: bool = False
    blank: lazy | None = None


@dataclass(frozen=True)
class Plan:
    """How to read a file: what it is about, which sheet, its header, and where each column is (both from 0).

    `blanks` holds the term that an empty cell stands for, by column.
    """

    kind: Kind
    sheet: int
    header: int
    columns: Mapping[str, int]
    blanks: Mapping[str, str] = field(default_factory=dict)


def guess(sheets: Sequence[Sheet]) -> Plan:
    """The plan that recognises the most columns; the first sheet and questions when nothing is recognised."""
    plans = [guess_for(kind, index, sheet) for index, sheet in enumerate(sheets) for kind in Kind]
    return max(plans, key=lambda plan: len(plan.columns))


def guess_for(kind: Kind, index: int, sheet: Sheet) -> Plan:
    """The plan for one kind on one sheet: the header is the line, near the top, with the most known words."""
    lines = range(min(len(sheet.rows), LINES_ABOVE_HEADER))
    found = [(line, _recognised(kind, sheet.rows[line])) for line in lines]
    header, columns = max(found, key=lambda one: len(one[1]))
    return Plan(kind, index, header, columns)


def titles(sheet: Sheet, header: int) -> tuple[str, ...]:
    """What stands above each column, or its letter where nothing does."""
    width = max(len(row) for row in sheet.rows)
    row = sheet.rows[header] if header < len(sheet.rows) else ()
    written = [shown(cell) for cell in row] + [""] * (width - len(row))
    return tuple(text or f"({_letter(index)})" for index, text in enumerate(written))


def _letter(index: int) -> str:
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def _recognised(kind: Kind, row: Sequence[Cell]) -> dict[str, int]:
    """Where each known column is; the first of two that could be the same."""
    columns: dict[str, int] = {}
    headers = [plain(cell) if isinstance(cell, str) else "" for cell in row]
    for key, words in WORDS["columns"][kind.value].items():
        known = {plain(word) for word in words} | {plain(key)}
        place = next((index for index, header in enumerate(headers) if header in known), None)
        if place is not None and place not in columns.values():
            columns[key] = place
    return columns
