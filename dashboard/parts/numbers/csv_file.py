"""Tables as files for a spreadsheet, safe to open."""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes the file for another encoding
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(rows: Iterable[Sequence[object]]) -> str:
    """The rows as a Dutch spreadsheet opens them: with semicolons, and nothing that it would run as a formula."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA) else cell
