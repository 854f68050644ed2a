"""Trends and policy over HTTP: each role gets its own numbers, and a policy session can't reach an exact one."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product
from typing import Any

import pytest

from dashboard.pages import PAGES
from dashboard.parts.numbers.csv_file import BYTE_ORDER_MARK, csv_file
from domain.actors import Actor, Role
from domain.register import counts
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
GROUPS = ("A", "B", "C", "D", "E", "F", "G")
EXACT = (47, 13, 7, 3)  # none of them a multiple of five


@pytest.fixture
def filled(sqlite: Database, now: datetime) -> Database:
    """Two school years, with counts that would be recognised anywhere."""
    with sqlite.writing() as session:
        for day in (date(2025, 9, 10), date(2026, 2, 10), date(2026, 9, 10)):
            for n, topic in zip(EXACT, ("D2", "B3", "F6", "G3"), strict=True):
                for _ in range(n):
                    make.question(session, now=now, asked_on=day, topics=(topic,), municipality="Schoorl")
        counts.publish(session, now=now)
    return sqlite


def body(visitor: Visitor, page: str, year: object = "2026", group: object = None) -> Any:
    output = visitor.doors.output_of(f"{page}-body.children")
    return visitor.call(output, [(f"{page}-year", "value", year), (f"{page}-group", "value", group)])


def file(visitor: Visitor, page: str, year: object = "2026", group: object = None) -> Any:
    chosen = [(f"{page}-year", "value", year), (f"{page}-group", "value", group)]
    return visitor.call(f"{page}-download.data", [(f"{page}-file", "n_clicks", 1)], chosen)


def visit(visitor: Visitor, path: str) -> str:
    address = [("address", "pathname", path), ("address", "search", "")]
    return str(visitor.call("..page.children...page-title.data..", address).get_data(as_text=True))


def numbers_shown(answer: Any) -> Iterator[float]:
    """Every number in the figures, the number cells of tables and the big numbers of a raw response."""
    for key, value in _walk(answer):
        if key in ("x", "y", "customdata") and isinstance(value, list):
            yield from (one for one in value if isinstance(one, (int, float)))
        if key == "text" and isinstance(value, list):
            yield from (found for one in value for found in _numbers(one))
        if key == "props" and {"numeric", "kpi-value"} & set(str(value.get("className")).split()):
            yield from _numbers(value.get("children"))


def _walk(node: Any) -> Iterator[tuple[str, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield str(key), value
        yield from _walk(value)


def _numbers(value: object) -> list[float]:
    """The numbers in a value; "minder dan 17" tells how many cells are hidden and nothing of what is in them."""
    if isinstance(value, (int, float)):
        return [value]
    if re.fullmatch(r"(minder dan|<) \d+", str(value)):
        return []
    return [float(found) for found in re.findall(r"\d+", str(value or "")) if not re.match(r"20\d\d", found)]


def test_a_coordinator_sees_exact_numbers_that_are_called_internal(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(make.COORDINATOR)

    shown = set(numbers_shown(body(visitor, "trends").get_json()))

    assert {47, 13, 7, 3} <= shown
    assert "Intern: exacte aantallen" in visit(visitor, "/werk/trends")


def test_policy_staff_see_the_answer_first_and_rounded_numbers(filled: Database, now: datetime) -> None:
    page = body(Doors(filled, now).visitor(POLICY), "policy").get_data(as_text=True)

    assert page.index("Geen onderwerp stijgt of daalt duidelijk.") < page.index("ongeveer 70")
    assert "Minder dan 5 vragen: dat aantal tonen we niet, zodat niemand te herkennen is." in page
    assert "Bijgewerkt op dinsdag 24 november 2026; cijfers tot en met oktober 2026." in page


def test_every_number_that_policy_staff_get_is_a_multiple_of_five(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    asked = product(("2025", "2026", "1999", None, {"$ne": 1}), (None, *GROUPS, "Z", 7))

    shown: set[float] = set()
    for year, group in asked:
        shown |= set(numbers_shown(body(visitor, "policy", year, group).get_json()))
        shown |= set(_numbers_in_file(_content(file(visitor, "policy", year, group))))

    assert ({number % 5 for number in shown}, len(shown) > 5) == ({0}, True)


def _numbers_in_file(sheet: str) -> Iterator[float]:
    rows = [line.split(";") for line in sheet.splitlines()[1:]]
    yield from (found for row in rows if len(row) > 3 for cell in row[2:4] for found in _numbers(cell))


def _content(sheet: Any) -> str:
    found = (sheet.get_json() or {}).get("response", {}).get("policy-download", {}).get("data") or {}
    return str(found.get("content", ""))


def test_policy_staff_reach_no_other_callback_and_no_other_page(filled: Database, now: datetime) -> None:
    doors = Doors(filled, now)
    visitor = doors.visitor(POLICY)
    own = {"policy-body.children", "policy-download.data", "page.children"}
    other = [
        output
        for output, callback in doors.dashboard.callback_map.items()
        if "callback" in callback and not any(part in output for part in own)
    ]

    refused = {visitor.call(output).status_code for output in other}
    pages = {visitor.get(page.path).status_code for page in PAGES if "<" not in page.path and POLICY.has(*page.roles)}
    closed = {visitor.get(path).status_code for path in ("/werk/trends", "/werk/vragen", "/werk/vragen/1")}

    assert (refused, pages, closed) == ({403}, {200}, {403})
    assert "trends-body" not in visit(visitor, "/werk/trends")


def test_one_new_question_changes_no_answer_to_policy_staff(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)

    def everything() -> list[str]:
        asked = [(year, group) for year in ("2025", "2026") for group in (None, *GROUPS)]
        answers = [answer(visitor, "policy", *one) for one in asked for answer in (body, file)]
        return [json.dumps(one.get_json(), sort_keys=True) for one in answers]

    before = everything()
    with filled.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 12), topics=("G3",), municipality="Heiloo")
        counts.refresh(session, now=now)
        counts.publish(session, now=now)

    assert everything() == before


@pytest.mark.parametrize("page", ["trends", "policy"])
def test_the_choice_stands_in_the_address_and_comes_back_from_it(filled: Database, now: datetime, page: str) -> None:
    visitor = Doors(filled, now).visitor(make.COORDINATOR)

    answer = body(visitor, page, "2025", "D").get_json()
    path = {"trends": "/werk/trends", "policy": "/werk/beleid"}[page]
    address = [("address", "pathname", path), ("address", "search", "?jaar=2025&groep=D")]
    again = visitor.call("..page.children...page-title.data..", address).get_data(as_text=True)

    assert "jaar=2025&groep=D" in json.dumps(answer)
    assert ('"value":"2025"' in again, '"value":"D"' in again) == (True, True)


def test_before_there_are_numbers_each_page_says_when_they_come(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    assert "Zodra u vragen opschrijft" in visit(visitor, "/werk/trends")
    assert "Cijfers van een maand verschijnen vanaf de 10e dag van de maand erna." in visit(visitor, "/werk/beleid")


def test_the_file_holds_what_is_on_screen(filled: Database, now: datetime) -> None:
    sheet = _content(file(Doors(filled, now).visitor(POLICY), "policy"))

    rows = sheet.removeprefix(BYTE_ORDER_MARK).splitlines()
    assert rows[0] == "Soort;Wat;2026–2027;2025–2026;Stand"
    assert "Periode;september 2026;70;70;" in rows
    assert "Onderwerp;Thuiszitten en verzuim;45;45;geen aanwijzing" in rows


def test_a_name_that_looks_like_a_formula_stays_text_in_a_file() -> None:
    assert csv_file([["=1+1", "-3", 5]]) == f"{BYTE_ORDER_MARK}'=1+1;'-3;5\r\n"
