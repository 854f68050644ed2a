"""Excel workbooks: opened only when they can't hurt, read for their values and never calculated."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from domain.importing.sheets import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, trimmed
from domain.refused import Refused

MOST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 2000
MOST_SHEETS = 20
CONTENTS = "[Content_Types].xml"
# What openpyxl and zipfile are known to raise for a damaged file.
DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read(content: bytes) -> tuple[Sheet, ...]:
    """The visible sheets; raises `Refused` when the file is protected, damaged, no workbook, or unpacks too large."""
    try:
        _inspect(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return tuple(_sheets(book))
    except DAMAGED:
        raise Refused("import.no_table", field="file") from None


def _inspect(content: bytes) -> None:
    """Look at the table of contents only: sizes as declared, which zipfile never exceeds when it unpacks."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise Refused("import.protected", field="file")
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Refused("import.unpacks_too_large", field="file")
        if CONTENTS not in packed.namelist():
            raise Refused("import.no_table", field="file")
        for part in parts:
            # Workbooks never declare entities; whoever does wants them blown up.
            with packed.open(part) as opened:
                if b"<!DOCTYPE" in opened.read(2000):
                    raise Refused("import.no_table", field="file")


def _sheets(book: Workbook) -> Iterator[Sheet]:
    for sheet in book.worksheets[:MOST_SHEETS]:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # a file may claim a million rows and hold three
        found = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        rows: list[tuple[Cell, ...]] = [tuple(_cell(value) for value in row) for row in islice(found, MOST_ROWS + 20)]
        kept = trimmed(rows)
        if len(kept) > MOST_ROWS:
            raise Refused("import.too_many_rows", field="file", rows=MOST_ROWS)
        yield Sheet(sheet.title, kept)


def _cell(value: object) -> Cell:
    """Errors such as #N/A and whatever a cell can't be count as empty."""
    if isinstance(value, str):
        return None if value.startswith("#") and value.rstrip("!?").isupper() else value
    return value if isinstance(value, Cell) else None
