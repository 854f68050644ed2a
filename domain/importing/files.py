"""From an uploaded file to sheets of plain cells; what is not a table is refused with the reason."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable

from domain.importing import workbooks
from domain.importing.sheets import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, trimmed
from domain.refused import Refused

MOST_MEGABYTES = 10
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOT_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<!DOCTYPE", b"<html", b"<?xml")
# In a password-protected workbook the real one is a stream with this name, in UTF-16.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DELIMITERS = ";,\t|"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or the one sheet of a text file, recognised by content and never by name.

    Formulas give the value that was saved with them. Raises `Refused` for whatever is not a table of bearable size.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused("import.empty", field="file")
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise Refused("import.too_large", field="file", megabytes=MOST_MEGABYTES)
    if content.startswith(OLD_OFFICE):
        raise Refused("import.protected" if ENCRYPTED in content else "import.old_office", field="file")
    if content.startswith(b"PK"):
        sheets = workbooks.read(content)
    elif content.startswith(NOT_TEXT):
        raise Refused("import.no_table", field="file")
    else:
        sheets = (_text_sheet(content),)
    if not any(sheet.rows for sheet in sheets):
        raise Refused("import.empty", field="file")
    return tuple(sheet for sheet in sheets if sheet.rows)


def _text_sheet(content: bytes) -> Sheet:
    text = _decoded(content)
    if CONTROL.search(text):
        raise Refused("import.no_table", field="file")
    told = re.match(r"sep=(.)\r?\n", text)
    body = text[told.end() :] if told else text
    rows = [
        tuple(_cell(cell) for cell in row[:MOST_COLUMNS])
        for row in _parsed(body, told[1] if told else _delimiter(body))
    ]
    if max((len(row) for row in rows), default=0) < 2:
        raise Refused("import.no_table", field="file")
    kept = trimmed(rows)
    if len(kept) > MOST_ROWS:
        raise Refused("import.too_many_rows", field="file", rows=MOST_ROWS)
    return Sheet("", kept)


def _decoded(content: bytes) -> str:
    """As UTF-8 or UTF-16 where the file says so or is valid, else as Windows wrote it in Western Europe."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("import.no_table", field="file")


def _delimiter(text: str) -> str:
    """The sign that cuts the most of the first lines into one and the same number of columns."""
    lines = "\n".join([line for line in text.splitlines() if line.strip()][:20])
    return max(DELIMITERS, key=lambda sign: _regularity(len(row) for row in _parsed(lines, sign)))


def _regularity(widths: Iterable[int]) -> tuple[int, int]:
    """How many lines share the most usual width above one, and that width."""
    usual = Counter(width for width in widths if width > 1).most_common(1)
    return (usual[0][1], usual[0][0]) if usual else (0, 0)


def _cell(text: str) -> Cell:
    return text.strip() or None


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise Refused("import.no_table", field="file") from None
