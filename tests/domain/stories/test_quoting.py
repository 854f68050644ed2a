"""Quotes: sentences of a released story, as far as its teller said."""

from datetime import datetime

import pytest

from domain.refused import Refused
from domain.stories import quoting
from store.database import Database
from store.door_states import Consent
from store.queries.stories import story_queue
from tests.stories import MODERATOR, released, told


def quotes(database: Database, number: int) -> list[tuple[str, bool]]:
    with database.reading() as session:
        one = story_queue.one(session, number)
        assert one is not None
        return [(quote.words, quote.is_public) for quote in one.quotes]


def picked(database: Database, places: list[int], *, public: bool = False, now: datetime, **facts: object) -> int:
    with database.writing() as session:
        number = released(session, **facts)  # type: ignore[arg-type]
        quoting.pick(session, number, places, public=public, by=MODERATOR, now=now)
    return number


def test_a_text_falls_into_sentences() -> None:
    text = "“Kom binnen!” zei ze. Het was 3.5 uur rijden… Echt waar?\nEn toen niets"

    assert quoting.sentences(text) == (
        "“Kom binnen!”", "zei ze.", "Het was 3.5 uur rijden…", "Echt waar?", "En toen niets",
    )  # fmt: skip


def test_sentences_that_follow_stay_together_and_a_gap_is_shown(sqlite: Database, now: datetime) -> None:
    words = "Een. Twee. Drie. Vier."

    number = picked(sqlite, [3, 0, 1], now=now, words=words)

    assert quotes(sqlite, number) == [("Een. Twee. (…) Vier.", False)]


def test_the_same_quote_twice_is_one_and_may_become_public(sqlite: Database, now: datetime) -> None:
    number = picked(sqlite, [1], now=now)
    with sqlite.writing() as session:
        quoting.pick(session, number, [1], public=True, by=MODERATOR, now=now)

    assert quotes(sqlite, number) == [("Niemand luisterde.", True)]


@pytest.mark.parametrize(
    ("consent", "places", "public", "reason"),
    [
        (Consent.COUNT, [0], False, "quote.not_allowed"),
        (Consent.QUOTE, [0], True, "quote.not_public"),
        (Consent.QUOTE, [9], False, "quote.not_in_story"),
        (Consent.QUOTE, [], False, "quote.not_in_story"),
        (Consent.QUOTE, [0, 1, 2], False, "quote.is_all"),
    ],
)
def test_a_quote_goes_no_further_than_the_teller_said(
    sqlite: Database, now: datetime, consent: Consent, places: list[int], public: bool, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        picked(sqlite, places, public=public, now=now, consent=consent)

    assert refused.value.key == reason


def test_quotes_together_are_no_whole_story_either(sqlite: Database, now: datetime) -> None:
    number = picked(sqlite, [0, 1], now=now, words="Een. Twee. Drie.", consent=Consent.QUOTE)

    with sqlite.writing() as session, pytest.raises(Refused, match=r"quote\.is_all"):
        quoting.pick(session, number, [2], public=False, by=MODERATOR, now=now)


def test_a_story_that_waits_has_no_quotes(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused) as refused:
        quoting.pick(session, told(session), [0], public=False, by=MODERATOR, now=now)

    assert refused.value.key == "quote.not_allowed"


def test_a_quote_can_be_taken_away(sqlite: Database, now: datetime) -> None:
    number = picked(sqlite, [1], now=now)
    with sqlite.writing() as session:
        one = story_queue.one(session, number)
        assert one is not None
        quoting.drop(session, number, one.quotes[0].id, by=MODERATOR)

    assert quotes(sqlite, number) == []
