"""Trends and policy over HTTP: a page, a file, and every number in an answer."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.register import counts
from store.database import Database
from tests import make
from tests.conftest import Prepared
from tests.doors import Visitor

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
EXACT = (47, 13, 7, 3)  # none of them a multiple of five


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    """Two school years, with counts that would be recognised anywhere."""

    def write(session: Session) -> None:
        for day in (date(2025, 9, 10), date(2026, 2, 10), date(2026, 9, 10)):
            for n, topic in zip(EXACT, ("D2", "B3", "F6", "G3"), strict=True):
                for _ in range(n):
                    make.question(session, now=now, asked_on=day, topics=(topic,), municipality="Schoorl")
        counts.publish(session, now=now)

    return prepared(__name__, write)


def body(
    visitor: Visitor, page: str, year: object = "2026", groups: object = None, beside: object = None, part: str = ""
) -> Any:
    output = visitor.doors.output_of(f"{page}-body.children")
    return visitor.call(output, chosen(page, year, groups, beside), [(f"{page}-section", "data", part)])


def file(
    visitor: Visitor, page: str, year: object = "2026", groups: object = None, beside: object = None, kind: str = "file"
) -> Any:
    buttons = [(f"{page}-{one}", "n_clicks", 1 if one == kind else None) for one in ("file", "book")]
    states = [*chosen(page, year, groups, beside), (f"{page}-section", "data", "")]
    return visitor.call(f"{page}-download.data", [*buttons, (..., "", [])], states, [f"{page}-{kind}.n_clicks"])


def chosen(page: str, year: object, groups: object, beside: object) -> list[tuple[str, str, object]]:
    return [(f"{page}-year", "value", year), (f"{page}-group", "value", groups), (f"{page}-beside", "value", beside)]


def visit(visitor: Visitor, path: str) -> str:
    address = [("address", "pathname", path), ("address", "search", "")]
    return str(visitor.call("..page.children...page-title.data..", address).get_data(as_text=True))


def numbers_shown(answer: Any) -> Iterator[float]:
    """Every number in the figures, the number cells of tables and the big numbers of a raw response."""
    for key, value in walk(answer):
        if key in ("x", "y", "customdata") and isinstance(value, list):
            yield from (one for one in value if isinstance(one, (int, float)))
        if key == "text" and isinstance(value, list):
            yield from (found for one in value for found in numbers(one))
        if key == "props" and {"numeric", "kpi-value"} & set(str(value.get("className")).split()):
            yield from numbers(value.get("children"))


def walk(node: Any) -> Iterator[tuple[str, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield str(key), value
        yield from walk(value)


def numbers(value: object) -> list[float]:
    """The numbers in a value; "minder dan 17" tells how many cells are hidden and nothing of what is in them."""
    if isinstance(value, (int, float)):
        return [value]
    if re.fullmatch(r"(minder dan|<) \d+|[\d,]+×", str(value)):  # a ratio of published numbers is none of them
        return []
    return [float(found) for found in re.findall(r"\d+", str(value or "")) if not re.match(r"20\d\d", found)]


def content(sheet: Any) -> str:
    found = (sheet.get_json() or {}).get("response", {}).get("policy-download", {}).get("data") or {}
    return str(found.get("content", ""))
