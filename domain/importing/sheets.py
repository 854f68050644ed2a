"""Sheets of cells: where the header is, and what a row says without its looks."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time

Cell = str | int | float | bool | date | datetime | time | None

MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 1000


@dataclass(frozen=True)
class Sheet:
    """One sheet as it stands in the file: the first row is row 1, whatever is in it."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def trimmed(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows without what is empty at their ends, and without the empty rows after the last."""
    cut = [row[: _length(row)] for row in rows]
    end = next((index for index in range(len(cut), 0, -1) if cut[index - 1]), 0)
    return tuple(cut[:end])


def _length(row: tuple[Cell, ...]) -> int:
    return next((index for index in range(len(row), 0, -1) if not is_blank(row[index - 1])), 0)


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def plain(text: str) -> str:
    """`text` without capitals, accents and punctuation, for comparing: `Oudercafé's!` becomes `oudercafe s`."""
    spelled = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(sign for sign in spelled if not unicodedata.combining(sign))))


def shown(cell: Cell) -> str:
    """A cell as a reader recognises it: dates day first, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y}" if cell.time() == time() else f"{cell:%d-%m-%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = " ".join(str(cell).split())[:LONGEST_CELL]
    return text if text.isprintable() else "".join(sign for sign in text if sign.isprintable())
