"""The moderator's queue over HTTP, page by page and tab by tab."""

from datetime import datetime

import pytest

from store.database import Database
from store.door_states import Consent
from store.models import Story
from tests.dashboard.stories.story_page import listed, visitor
from tests.stories import released, told


def test_the_queue_shows_the_day_and_never_the_words(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = told(session, is_urgent=True)

    page = str(listed(visitor(sqlite, now)).get_json())

    assert (f"/werk/verhalen/{number}" in page, "woorden van gevaar" in page, "maandag 23 november 2026" in page) == (
        True, True, True,
    )  # fmt: skip
    assert "wachtlijst" not in page


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("wacht", "Er wacht geen verhaal op u"),
        ("vrij", "Nog geen verhaal vrijgegeven"),
        ("tegen", "Geen verhaal tegengehouden"),
    ],
)
def test_each_empty_list_says_what_is_not_there(sqlite: Database, now: datetime, which: str, said: str) -> None:
    assert said in listed(visitor(sqlite, now), which).get_data(as_text=True)


def test_a_long_queue_goes_page_by_page(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _number in range(30):
            told(session)
    who = visitor(sqlite, now)

    pages = [listed(who, page=page).get_data(as_text=True) for page in (1, 2, 9)]

    assert [page.count("Verhaal van maandag") for page in pages] == [25, 5, 5]


def test_another_tab_begins_at_its_first_page(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for _number in range(30):
            told(session)
    who = visitor(sqlite, now)
    inputs = [("stories-state", "value", "wacht"), ("stories-page", "value", 2)]

    answer = who.call(who.doors.output_of("stories-list.children"), inputs, (), ["stories-state.value"]).get_json()

    assert answer["response"]["stories-page"] == {"total": 2, "value": 1}


def test_a_story_of_which_only_quotes_are_left_is_not_said_to_have_no_words(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = released(session, consent=Consent.QUOTE, now=now)
        session.get_one(Story, number).told = session.get_one(Story, number).released = None

    page = listed(visitor(sqlite, now), "vrij").get_data(as_text=True)

    assert ("tekst gewist" in page, "0 woorden" in page) == (True, False)
