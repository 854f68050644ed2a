"""The findings as sheets: one text file, or a workbook with an explanation; exactly the numbers that are on screen."""

import io
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence

from openpyxl.workbook import Workbook

from dashboard.parts.numbers.csv_file import csv_file
from dashboard.parts.tables import Column
from dashboard.parts.trends.finding import Finding, Plain, values
from dashboard.parts.trends.methods import in_words
from domain.people_workbook import looks
from i18n import _

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_IN_A_NAME = r"[\[\]:*?/\\]"
WIDEST_NAME = 31  # what Excel takes for the name of a sheet
WIDE, NARROW = 46, 18


def as_text(findings: Sequence[Finding], explained: Sequence[str]) -> str:
    """One table under the other; the explanation closes the file."""
    return csv_file([*_blocks(findings), *([line] for line in explained)])


def as_workbook(findings: Sequence[Finding], explained: Sequence[str]) -> str:
    """A sheet per finding after the explanation, as base64."""
    book = Workbook()
    book.remove(book.worksheets[0])
    lines = [[line] for line in (*explained, *_methods(findings))]
    looks.add(book, _("Toelichting"), [looks.Head(_("Toelichting"), 110)], lines)
    for number, finding in enumerate(findings, 1):
        heads = [looks.Head(title, NARROW if place else WIDE) for place, title in enumerate(_titles(finding))]
        name = f"{number} {re.sub(NOT_IN_A_NAME, ' ', finding.title)}"[:WIDEST_NAME]
        looks.add(book, name, heads, [values(row) for row in finding.rows])
    written = io.BytesIO()
    book.save(written)
    return b64encode(written.getvalue()).decode()


def _blocks(findings: Sequence[Finding]) -> Iterator[list[Plain]]:
    for finding in findings:
        yield [finding.title]
        yield [*_titles(finding)]
        yield from (values(row) for row in finding.rows)
        yield []


def _titles(finding: Finding) -> list[str]:
    return [column.title if isinstance(column, Column) else column for column in finding.columns]


def _methods(findings: Sequence[Finding]) -> list[str]:
    return [line for method in dict.fromkeys(one.method for one in findings) for line in in_words(method)]
