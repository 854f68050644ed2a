"""The common thread over HTTP: for policy, without a story, its number or an exact count, whatever is asked."""

import base64
import io
import json
import re
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from dashboard.pages import PAGES
from domain.actors import Actor, Role
from domain.improving import improvements
from domain.improving.improvements import ImprovementPlan
from domain.stories import publishing, quoting
from store.database import Database
from store.door_states import Consent
from store.models import Story
from tests import make
from tests.conftest import Prepared
from tests.dashboard.trends.trend_numbers import numbers_shown
from tests.doors import Doors, Visitor, many
from tests.stories import MODERATOR, POLICY, released, told

DAY, NOT_FOR_YOU = date(2026, 3, 4), 403
QUOTED, SECRET = "Niemand luisterde naar ons.", "Dit staat alleen in het verhaal."
PLAYGROUND = "Op het plein lagen knikkers, een bal, krijt, touwen, takken, boeken, jassen, tassen en schoenen."
CORNERS_OF_A_TRIANGLE = 1.2
SMALL = "Het plan lag in een la."
SAVED = {"type": "trend-save", "page": "thread"}


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    """23 stories about waiting and the plan of four, all told in March, and an improvement."""

    def write(session: Session) -> None:
        for n in range(23):
            words = f"{SECRET} {QUOTED} De taxi kwam te laat."
            themes = ("waiting", "not_heard") if n < 13 else ("waiting",)
            chosen: dict[str, Any] = {"feeling": "angry" if n < 13 else "sad", "say": 10, "listened": ["nobody"]}
            triangle: dict[str, Any] = {"at_school": 80, "at_home": 10, "by_help": 10}
            number = released(session, words, themes=themes, told_on=DAY, **chosen, **triangle)
            if n == 0:
                quoting.pick(session, number, [1], public=True, by=MODERATOR, now=now)
        for _ in range(4):
            number = released(session, SMALL, themes=("plan",), told_on=DAY)
            quoting.pick(session, number, [0], public=True, by=MODERATOR, now=now)
        for _ in range(17):
            released(session, PLAYGROUND, themes=("bullying",), told_on=DAY, consent=Consent.QUOTE)
        plan = ImprovementPlan("Korter wachten", "Plekken", "SWV", date(2026, 8, 1), topics=("C5",))
        improvements.add(session, plan, by=make.COORDINATOR, now=now)
        publishing.publish(session, now=now)
        told(session, "Een verhaal dat wacht.")

    return prepared(__name__, write)


def visitor(database: Database, now: datetime, actor: Actor = POLICY) -> Visitor:
    return Doors(database, now).visitor(actor)


def body(who: Visitor, year: object = "2025") -> Any:
    return who.call(who.doors.output_of("thread-body.children"), [("thread-year", "value", year)])


def table(who: Visitor, year: object = "2025") -> Any:
    return who.call("story-table.children", [("table-year", "data", year)])


def file(who: Visitor, kind: str, chart: str = "") -> Any:
    name = {**SAVED, "chart": chart, "as": kind}
    pressed, states = many((name, "n_clicks", 1)), [("thread-year", "value", "2025")]
    triggered = [f"{json.dumps(name, separators=(',', ':'), sort_keys=True)}.n_clicks"]
    return who.call("thread-download.data", [(..., "", pressed)], states, triggered)


def said(answer: Any) -> str:
    return json.dumps(answer.get_json(), ensure_ascii=False)


def test_the_largest_theme_comes_first_with_its_quote_words_and_where_it_leads(filled: Database, now: datetime) -> None:
    page = said(body(visitor(filled, now)))

    assert "Het vaakst: Wachten" in page
    wanted = (QUOTED, "taxi", "/werk/beleid?groep=C", "Korter wachten", "ongeveer 25")
    assert [one for one in wanted if one not in page] == []


def test_what_is_hidden_is_said_once_and_of_stories(filled: Database, now: datetime) -> None:
    page = body(visitor(filled, now)).get_data(as_text=True)

    assert (page.count("Minder dan 5 verhalen:"), page.count("Minder dan 5 vragen:")) == (1, 0)


def test_no_number_in_any_answer_is_exact(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)

    shown = {number for answer in (body(who), table(who)) for number in numbers_shown(answer.get_json())}

    assert {number for number in shown if number % 5 and number > CORNERS_OF_A_TRIANGLE} == set()


def test_files_hold_what_is_on_screen_and_nothing_exact(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)
    text = file(who, "csv").get_json()["response"]["thread-download"]["data"]["content"]
    content = file(who, "xlsx").get_json()["response"]["thread-download"]["data"]["content"]
    book = load_workbook(io.BytesIO(base64.b64decode(content)))
    numbers = [c.value for s in book for row in s.iter_rows() for c in row if isinstance(c.value, int)]

    assert "Wachten" in text
    assert ({number % 5 for number in numbers}, 25 in numbers) == ({0}, True)
    assert not {"23", "13", "17", "44", "4"} & set(re.findall(r"(?<![\d–])\d+(?![\d–])", text.split("Toelichting")[0]))


def test_nothing_of_a_story_but_its_quote_is_there(filled: Database, now: datetime) -> None:
    with filled.reading() as session:
        numbers = [str(one) for one in session.scalars(Story.__table__.select().with_only_columns(Story.id))]
    who = visitor(filled, now)

    answers = [said(body(who)), said(table(who)), file(who, "csv").get_data(as_text=True)]

    assert [
        one for one in (SECRET, "Een verhaal dat wacht", *numbers) if any(one in answer for answer in answers)
    ] == []


def test_a_small_theme_shows_neither_number_nor_quote(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)

    assert SMALL not in said(body(who)) + said(table(who))
    assert "Te weinig verhalen om te tonen, of geen: " in said(body(who))


def test_a_deleted_story_takes_its_quote_from_the_page_at_once_and_the_numbers_stay(
    filled: Database, now: datetime
) -> None:
    who = visitor(filled, now)
    before = body(who).get_json()
    with filled.writing() as session:
        quoted = next(one for one in session.query(Story) if one.quotes and QUOTED in one.quotes[0].words)
        session.delete(quoted)

    after = body(who).get_json()

    assert (QUOTED in json.dumps(before), QUOTED in json.dumps(after)) == (True, False)
    assert sorted(numbers_shown(before)) == sorted(numbers_shown(after))


@pytest.mark.parametrize("role", [Role.POLICY, Role.COORDINATOR, Role.MODERATOR])
def test_who_may_see_it(filled: Database, now: datetime, role: Role) -> None:
    who = visitor(filled, now, Actor(name="x", roles=frozenset({role}), account_id=4))

    assert (who.get("/werk/rode-draad").status_code, body(who).status_code) == (200, 200)


@pytest.mark.parametrize("role", [Role.BUDDY, Role.ADMINISTRATOR])
def test_who_may_not(filled: Database, now: datetime, role: Role) -> None:
    who = visitor(filled, now, Actor(name="x", roles=frozenset({role}), account_id=4, buddy_id=1))

    answers = [who.get("/werk/rode-draad"), body(who), table(who), file(who, "csv")]

    assert [answer.status_code for answer in answers] == [NOT_FOR_YOU] * 4


@pytest.mark.parametrize("year", ["2024", "0", "x", None, 7])
def test_a_year_without_numbers_says_so(filled: Database, now: datetime, year: object) -> None:
    assert "Er is nog niets vrijgegeven" in said(body(visitor(filled, now), year))


def test_the_story_table_has_a_guide_and_a_sheet_per_theme_with_questions(filled: Database, now: datetime) -> None:
    page = said(table(visitor(filled, now)))

    assert (page.count("table-sheet"), page.count("Om over te praten"), QUOTED in page) == (3, 2, True)
    assert ("Voor wie het gesprek leidt" in page, "blad 2 van 2" in page) == (True, True)


def test_no_page_of_policy_staff_asks_for_the_number_of_a_story() -> None:
    paths = [page.path for page in PAGES if Role.POLICY in page.roles and page.path.startswith("/werk/verhalen")]

    assert paths == []
