"""How sheets look: widths one can read, a header that stays, and no text that a spreadsheet takes for a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

RED = "9B2335"
HEADER = PatternFill("solid", fgColor="F3E3E1")
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(horizontal="center", vertical="top")
FACE, LINE = "Calibri", 15.5  # points, at size 11
WORDS_BREAK = 1.15  # a line ends before a word that no longer fits
FORMULA_BEGINS = ("=", "+", "-", "@")
LONGEST_CELL = 32_000  # Excel's own limit is a little higher

Value = str | int | float | date | None


@dataclass(frozen=True)
class Head:
    """A column: what stands above it, how wide it is in characters, and a line of explanation above that."""

    title: str
    width: int
    help: str = ""


def add(book: Workbook, name: str, heads: Sequence[Head], rows: Iterable[Sequence[Value]]) -> Worksheet:
    """A sheet with a header that stays in view, ready to filter and to print on the width of a page."""
    sheet: Worksheet = book.create_sheet(name)
    explained = any(head.help for head in heads)
    if explained:
        _line(sheet, 1, [head.help for head in heads], Font(name=FACE, italic=True, size=9, color="666666"))
    header = 2 if explained else 1
    _line(sheet, header, [head.title for head in heads], Font(name=FACE, bold=True, color=RED))
    last = header
    for last, values in enumerate(rows, header + 1):
        _line(sheet, last, values)
    for row in range(1, last + 1):
        sheet.row_dimensions[row].height = LINE * _lines(sheet, row, heads)
    for index, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(index)].width = head.width
        sheet.cell(header, index).fill = HEADER
    sheet.freeze_panes = f"B{header + 1}"
    sheet.auto_filter.ref = f"A{header}:{get_column_letter(len(heads))}{last}"
    print_on_width(sheet)
    sheet.print_title_rows = f"{header}:{header}"
    return sheet


def print_on_width(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes


def write(cell: Cell | MergedCell, value: Value) -> None:
    """The value as it is: a text stays a text, whatever it begins with."""
    cell.alignment = WRAPPED
    if isinstance(value, str):
        cell.value = value[:LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_BEGINS)
    else:
        cell.value, cell.alignment = value, CENTRED
        if isinstance(value, date):
            cell.number_format = "dd-mm-yyyy"


def _line(sheet: Worksheet, row: int, values: Sequence[Value], font: Font | None = None) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        write(cell, value)
        if font:
            cell.font = font


def _lines(sheet: Worksheet, row: int, heads: Sequence[Head]) -> int:
    """How many lines the fullest cell of a row needs: not every program finds that out by itself."""
    lengths = [len(str(sheet.cell(row, index).value or "")) for index, _head in enumerate(heads, 1)]
    return max(1, *(ceil(length * WORDS_BREAK / head.width) for length, head in zip(lengths, heads, strict=True)))
