"""The sample files that come with the product, and small files made for one test."""

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from domain.importing import files
from domain.importing.columns import Kind, Plan, guess_for
from domain.importing.sheets import Sheet

SAMPLES = Path(__file__).parents[3] / "demo" / "samples"
SHEETS = {Kind.QUESTION: 0, Kind.BUDDY: 1, Kind.EVENT: 2}


def content(name: str = "register.xlsx") -> bytes:
    return (SAMPLES / name).read_bytes()


def sample(kind: Kind) -> tuple[tuple[Sheet, ...], Plan]:
    """The sample workbook, with the plan that is guessed for one of its sheets."""
    sheets = files.read(content())
    return sheets, guess_for(kind, SHEETS[kind], sheets[SHEETS[kind]])


def text_file(*lines: str) -> tuple[tuple[Sheet, ...], Plan]:
    """Questions in a text file of these lines, with the plan that is guessed for it."""
    sheets = files.read("\n".join(lines).encode())
    return sheets, guess_for(Kind.QUESTION, 0, sheets[0])


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()
