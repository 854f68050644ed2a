"""Telling a story: what is kept of it, what is not, and that nothing leads to who told it."""

from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest

from domain import catalogue, codes
from domain.actors import CLOCK
from domain.clockwork import tidying
from domain.refused import Refused
from domain.stories import consent_texts, noting
from domain.stories.telling import Triangle
from store.database import Database
from store.door_states import Audience, Consent, StoryState
from store.models import JournalLine, Story
from tests import tracing
from tests.domain.stories.teller import WORDS, tell

PRINTS = {"parents-2026-12": "e089d6829aee", "young-2026-12": "3e25ab041ddb", "extra": "d490b404bcf8"}


def test_a_story_is_kept_with_what_its_teller_says_it_means(database: Database, now: datetime) -> None:
    number = tell(
        database,
        now,
        feeling="angry",
        listened=("family", "teacher"),
        helped=("listening",),
        missing=("speed",),
        say=25,
        triangle=Triangle(60, 30, 10),
        topics=("D1", "B2"),
        sector="po",
        role="parent",
    )

    with database.reading() as session:
        row = session.get_one(Story, number)
        assert (row.told, row.state, row.told_on) == (WORDS, StoryState.WAITING, date(2026, 11, 24))
        assert (row.feeling, row.listened, row.helped, row.missing) == (
            "angry",
            ["teacher", "family"],
            ["listening"],
            ["speed"],
        )
        assert (row.say, row.at_school, row.at_home, row.by_help) == (25, 60, 30, 10)
        assert ([one.code for one in row.topics], row.sector, row.role) == (["B2", "D1"], "po", "parent")


def test_everything_but_words_and_consent_may_be_left_open(database: Database, now: datetime) -> None:
    number = tell(database, now)

    with database.reading() as session:
        row = session.get_one(Story, number)
        assert (row.feeling, row.listened, row.say, row.at_school, row.topics) == (None, [], None, None, [])


def test_what_cannot_be_chosen_is_left_out(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        catalogue.switch(session, "term", "story_feeling.sad", active=False, by=CLOCK, now=now)

    number = tell(
        sqlite, now, feeling="sad", listened=("nobody", "zomaar"), role="pupil", say=700, topics=("Z9",), sector="x"
    )

    with sqlite.reading() as session:
        row = session.get_one(Story, number)
        assert (row.feeling, row.listened, row.role, row.say, row.topics, row.sector) == (
            None, ["nobody"], None, None, [], None,
        )  # fmt: skip


def test_a_triangle_that_is_not_whole_is_left_out(sqlite: Database, now: datetime) -> None:
    number = tell(sqlite, now, triangle=Triangle(60, 60, -20))

    with sqlite.reading() as session:
        assert session.get_one(Story, number).at_school is None


def test_more_than_three_topics_are_refused(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused) as refused:
        tell(sqlite, now, topics=("A1", "A2", "A3", "A4"))

    assert (refused.value.key, refused.value.field) == ("story.too_many_topics", "topics")


def test_which_text_of_the_consent_was_read_is_kept(sqlite: Database, now: datetime) -> None:
    number = tell(sqlite, now, audience=Audience.YOUNG, consent=Consent.QUOTE)

    with sqlite.reading() as session:
        row = session.get_one(Story, number)
        assert (row.consent, row.consent_text) == (Consent.QUOTE, consent_texts.version(Audience.YOUNG))


def test_another_text_of_the_consent_has_another_version() -> None:
    said = {
        consent_texts.VERSIONS[audience]: " ".join(text.text for text in texts.values())
        for audience, texts in consent_texts.TEXTS.items()
    }
    said["extra"] = consent_texts.YOUNG_EXTRA.text

    # A text that changed needs a new version in VERSIONS, and its print here.
    assert {version: sha256(text.encode()).hexdigest()[:12] for version, text in said.items()} == PRINTS


def test_nothing_of_a_story_can_be_read_on_disk(database: Database, now: datetime) -> None:
    code = codes.make()

    tell(database, now, code)

    assert tracing.holding(database, WORDS, "tien minuten", code, codes.normal(code)) == []


def test_no_row_knows_the_moment_or_the_number_of_a_story(database: Database, now: datetime) -> None:
    moment = now.replace(hour=9, minute=41, second=37)
    number = tell(database, moment)

    assert tracing.moments_of(database, moment) == []
    assert tracing.holding(database, number) == ["story.id"]


def test_the_journal_hears_of_stories_together_and_without_numbers(database: Database, now: datetime) -> None:
    numbers = [tell(database, now + timedelta(hours=hours)) for hours in range(3)]
    tomorrow = now + timedelta(days=1)

    with database.writing() as session:
        counted = [noting.note(session, now=tomorrow) for _twice in range(2)]

    with database.reading() as session:
        line = session.query(JournalLine).filter_by(kind="story.told").one()
        assert (counted, line.subject_id, line.facts) == ([3, 0], 0, {"stories": 3})
    assert tracing.holding(database, *numbers) == ["story.id"]


def test_what_was_told_is_erased_after_its_term_and_what_was_released_stays(database: Database, now: datetime) -> None:
    released, taken_back = tell(database, now), tell(database, now)
    with database.writing() as session:
        for number in (released, taken_back):
            session.get_one(Story, number).released = "Het gesprek was kort."
        session.get_one(Story, released).state = StoryState.RELEASED

    with database.writing() as session:
        while tidying.tidy(session, now + timedelta(days=181)):
            pass

    with database.reading() as session:
        rows = [session.get_one(Story, number) for number in (released, taken_back)]
        assert [(row.told, row.released) for row in rows] == [(None, "Het gesprek was kort."), (None, None)]


def test_words_of_danger_alert_at_once_and_block_nothing(sqlite: Database, now: datetime) -> None:
    number = tell(sqlite, now, words="Mijn kind zegt dat ze niet meer wil leven.")

    with sqlite.reading() as session:
        line = session.query(JournalLine).filter_by(kind="story.urgent").one()
        assert (session.get_one(Story, number).is_urgent, line.subject_id) == (True, 0)
