"""Workbooks with people for the tests, and what a file may name."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook

from domain.content.standard import standard
from matching.people_file.named import Known

TODAY = date(2026, 11, 24)
Rows = Sequence[Sequence[Any]]


def known() -> Known:
    found = standard()
    lists = {name: tuple(found.terms[name]) for name in ("sector", "age_band", "language", "style")}
    return Known(found.group_of, found.neighbours, found.places, lists, lambda seen_on, today: True, TODAY)


PARENTS: Rows = (("Nr", "Onderwerpen", "Woonplaats"), (1, "Autisme", "Schoorl"))
BUDDIES: Rows = (("Nr", "Ervaring met", "Gemeente"), ("b1", "Autisme", "Alkmaar"))


def book(sheets: Mapping[str, Rows] | None = None, **changed: Rows) -> bytes:
    """A workbook with these sheets; without them a good one, in which `parents` or `buddies` can be changed."""
    found = sheets or {"Ouders": changed.get("parents", PARENTS), "Buddy's": changed.get("buddies", BUDDIES)}
    written, made = io.BytesIO(), Workbook()
    made.remove(made.worksheets[0])
    for name, rows in found.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(written)
    return written.getvalue()


def values(content: bytes, sheet: str) -> list[tuple[Any, ...]]:
    """What stands on one sheet of a workbook."""
    return list(load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True))
