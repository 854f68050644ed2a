"""Taking a story back: everything of it is gone, from every table and every file."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from domain import codes
from domain.refused import Refused
from domain.stories import telling, withdrawing
from domain.stories.telling import Telling
from store.database import Database
from store.door_states import Consent, StoryState
from store.models import JournalLine, Story, StoryFinding, StoryQuote, StoryTheme
from tests import tracing

WORDS = "Op de gang hoorde ik dat er geen plek was. Daarna bleef het stil."
MISTYPED = ("", "abc", "aaaaa-aaaaa-aaaa", "11111-11111-11111", "é" * 15)


@pytest.fixture
def code() -> str:
    return codes.make()


def tell(database: Database, code: str, now: datetime) -> int:
    """A story as a moderator leaves it: with a theme, a quote and a finding."""
    with database.writing() as session:
        told = Telling(words=WORDS, consent=Consent.PUBLISH, topics=("D1",), feeling="sad")
        number = telling.tell(session, told, code, now=now)
        row = session.get_one(Story, number)
        row.state, row.released = StoryState.RELEASED, WORDS
        row.themes.append(StoryTheme(theme="waiting", confirmed_by="account:1"))
        row.quotes.append(StoryQuote(words="Daarna bleef het stil.", released_on=now.date(), released_by="account:1"))
        row.findings.append(StoryFinding(starts=0, ends=2, kind="name"))
        return number


def test_a_code_shows_how_the_story_stands(database: Database, code: str, now: datetime) -> None:
    tell(database, code, now)

    with database.reading() as session:
        found = withdrawing.standing(session, code.upper().replace("-", " "))

    assert (found.state, found.consent, found.quotes, found.told_on) == (
        StoryState.RELEASED, Consent.PUBLISH, 1, now.date(),
    )  # fmt: skip


@pytest.mark.parametrize("typed", MISTYPED)
def test_a_code_with_a_typing_mistake_is_told_apart(sqlite: Database, typed: str) -> None:
    with sqlite.reading() as session, pytest.raises(Refused) as refused:
        withdrawing.standing(session, typed)

    assert refused.value.key == "story.code_mistyped"


def test_a_code_without_a_story_says_so(sqlite: Database, code: str) -> None:
    with sqlite.reading() as session, pytest.raises(Refused) as refused:
        withdrawing.standing(session, code)

    assert refused.value.key == "story.code_unknown"


def test_all_of_a_story_is_gone_from_every_table(database: Database, code: str, now: datetime) -> None:
    number = tell(database, code, now)
    stored = [value for table, row in tracing.rows(database) if table == "story" for value in row.values()]
    before = tracing.holding(database, number)

    with database.writing() as session:
        withdrawing.withdraw(session, code)
        withdrawing.withdraw(session, code)

    assert before == [
        "story.id", "story_finding.story_id", "story_quote.story_id", "story_theme.story_id", "story_topic.story_id",
    ]  # fmt: skip
    assert tracing.holding(database, number, *(bytes(one) for one in stored if isinstance(one, bytes))) == []
    with database.reading() as session:
        assert session.query(JournalLine).count() == 0


def test_all_of_a_story_is_gone_from_every_file(sqlite: Database, code: str, now: datetime, tmp_path: Path) -> None:
    tell(sqlite, code, now)
    stored = [bytes(one) for t, row in tracing.rows(sqlite) if t.startswith("story") for one in row.values()
              if isinstance(one, bytes)]  # fmt: skip
    before = tracing.files_holding(tmp_path, *stored)

    with sqlite.writing() as session:
        withdrawing.withdraw(session, code)
    with sqlite.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    assert before != []
    assert tracing.files_holding(tmp_path, *stored) == []
