"""A story of which the text was erased, as the moderator sees it."""

from datetime import datetime

import pytest

from domain.stories import quoting
from store.database import Database
from store.door_states import Consent, StoryState
from tests.dashboard.stories.story_page import one_story, release, state_of, visitor
from tests.stories import MODERATOR, WORDS, erased, released, told


def test_when_only_quotes_are_left_the_page_says_so_and_they_can_still_be_taken_away(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        number = released(session, consent=Consent.QUOTE)
        quoting.pick(session, number, [1], public=False, by=MODERATOR, now=now)
        erased(session, number)

    page = one_story(visitor(sqlite, now), number).get_data(as_text=True)

    assert ("De rest van dit verhaal is gewist" in page, "Niemand luisterde." in page) == (True, True)
    assert ("Kies zinnen voor een citaat" in page, "Het verhaal staat weer in de rij" in page) == (False, False)
    assert "Haal alle citaten weg" in page


@pytest.mark.parametrize("consent", [Consent.COUNT, Consent.QUOTE])
def test_of_a_decided_story_without_text_and_quotes_nothing_can_be_taken_back(
    sqlite: Database, now: datetime, consent: Consent
) -> None:
    with sqlite.writing() as session:
        number = erased(session, released(session, consent=consent))

    page = one_story(visitor(sqlite, now), number).get_data(as_text=True)

    assert ("Dit besluit blijft daarom zo" in page, "story-take-back" in page) == (True, False)


def test_a_story_erased_before_it_was_decided_on_can_be_counted_and_says_so(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = erased(session, told(session))
    who = visitor(sqlite, now)

    page = one_story(who, number).get_data(as_text=True)
    release(who, number, (["waiting"],), ("themes",))

    assert ("De tekst is gewist voor iemand erover besloot" in page, "Tel dit verhaal mee" in page) == (True, True)
    assert ("Wat anderen mogen lezen" in page, state_of(sqlite, number)) == (False, StoryState.RELEASED)


def test_a_text_that_is_erased_while_the_page_is_open_is_not_let_out(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = erased(session, told(session))
    who, keys = visitor(sqlite, now), ("words", "title", "themes", "nobody_known")

    answer = release(who, number, (WORDS, "Wachten", ["waiting"], ["yes"]), keys).get_data(as_text=True)

    assert "Het kan alleen nog meetellen" in answer
    assert state_of(sqlite, number) is StoryState.WAITING
