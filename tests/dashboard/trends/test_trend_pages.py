"""Trends and policy over HTTP: each role gets its own numbers, and a policy session can't reach an exact one."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product

import pytest

from dashboard.pages import PAGES
from domain.register import counts
from store.database import Database
from tests import make
from tests.dashboard.trends.trend_numbers import POLICY, body, content, file, filled, numbers, numbers_shown, visit
from tests.doors import Doors

__all__ = ["filled"]


GROUPS = ("A", "B", "C", "D", "E", "F", "G")
OWN = [
    "page.children page-title.data",
    *("policy-body.children page-question.data", "policy-download.data", "address.href"),
    "improving-signals.children improving-actions.children page-question.data",
    *("signal.children signal-choices.children signal-close.hidden", "signal-evidence.children"),
    *("signal-*.error address.href", "signal-changed.data signal-why.error"),
    *("improvement.children", *["improvement-changed.data"] * 3),
    "improvement-*.error improvement-*.value improvement-said.children improvement-opened.data address.href",
    *("marker-list.children", "marker-undo.children", "marker-changed.data marker-removed.data"),
    *("marker-*.value marker-opened.data marker-aside.data", "marker-aside.data", "marker-aside-said.children"),
    "marker-*.error marker-*.value marker-said.children marker-changed.data marker-opened.data marker-aside.data",
    "marker-*.value marker-said.children marker-opened.data marker-aside.data marker-changed.data marker-removed.data",
    "told-*.error told-preview.children told-words.data",
    *("reports-list.children", "reports-changed.data", "report-download.data", *["report-changed.data"] * 4),
    "report-sheet.children report-acts.children",
    *("views-list.children", "view-name.value", "views-changed.data"),
    "views-changed.data view-removed.data view-can-undo.hidden",
    *("thread-body.children thread-table.children page-question.data", "thread-download.data", "story-table.children"),
]


"""What every callback fills that policy staff may call: each a page of theirs, of published numbers alone."""


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
    usual = product(("2025", "2026"), (None, *([one] for one in GROUPS), ["B", "D"]), (None, "drie"))
    strange = product(("1999", None, {"$ne": 1}), (["Z"], 7), ("2024", {"$ne": 1}))

    shown: set[float] = set()
    for one in (*usual, *strange):
        shown |= set(numbers_shown(body(visitor, "policy", *one).get_json()))
        shown |= set(_numbers_in_file(content(file(visitor, "policy", *one))))

    assert ({number % 5 for number in shown}, len(shown) > 5) == ({0}, True)


def _numbers_in_file(sheet: str) -> Iterator[float]:
    rows = [line.split(";") for line in sheet.splitlines()]
    yield from (found for row in rows if len(row) > 2 for cell in row[1:3] for found in numbers(cell))


def test_policy_staff_reach_no_other_callback_and_no_other_page(filled: Database, now: datetime) -> None:
    doors = Doors(filled, now)
    visitor = doors.visitor(POLICY)
    on_server = [key for key, callback in doors.dashboard.callback_map.items() if "callback" in callback]

    reached = sorted(_outputs_of(output) for output in on_server if visitor.call(output).status_code != 403)
    pages = {visitor.get(page.path).status_code for page in PAGES if "<" not in page.path and POLICY.has(*page.roles)}
    closed = {visitor.get(path).status_code for path in ("/werk/trends", "/werk/vragen", "/werk/vragen/1")}

    assert (reached, pages, closed) == (sorted(OWN), {200}, {403})
    assert "trends-body" not in visit(visitor, "/werk/trends")


def _outputs_of(callback: str) -> str:
    """The outputs of a callback as its module spells them, a space between; `*` for all of a kind."""
    plain = re.sub(r"@[0-9a-f]+", "", callback.strip(".")).replace("...", " ")
    return re.sub(r'\{"form":"(\w+)","key":\["ALL"\],"type":"field"\}', r"\1-*", plain)


def test_one_new_question_changes_no_answer_to_policy_staff(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)

    def everything() -> list[str]:
        asked = [(year, groups) for year in ("2025", "2026") for groups in (None, *([one] for one in GROUPS))]
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

    answer = body(visitor, page, "2025", ["D", "B"], "drie").get_json()
    path = {"trends": "/werk/trends", "policy": "/werk/beleid"}[page]
    address = [("address", "pathname", path), ("address", "search", "?jaar=2025&groep=D,B&naast=drie")]
    again = visitor.call("..page.children...page-title.data..", address).get_data(as_text=True)

    assert "jaar=2025&groep=B,D&naast=drie" in json.dumps(answer)
    assert [f'"value":{value}' in again for value in ('"2025"', '["B","D"]', '"drie"')] == [True, True, True]


def test_before_there_are_numbers_each_page_says_when_they_come(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)

    assert "Zodra u vragen opschrijft" in visit(visitor, "/werk/trends")
    assert "Cijfers van een maand verschijnen vanaf de 10e dag van de maand erna." in visit(visitor, "/werk/beleid")
