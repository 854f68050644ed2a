"""Waiting stories are read by the second reader, and its findings kept; without the library nothing happens."""

from datetime import datetime

import pytest

from automations.second_reading import read_waiting
from domain.stories.second_reading import apart
from store.database import Database
from store.door_states import SecondReading
from store.models import Story
from tests import stories
from tests.domain.stories.second_reading.test_apart import NEEDS_LIBRARY
from tests.tracing import holding, moments_of

WORDS = "Onze zoon zat bij juf Marloes Jansen in de klas."


def act(database: Database, now: datetime) -> int:
    effect = read_waiting(database)
    with database.writing() as session:
        return effect(session, now)


@NEEDS_LIBRARY
def test_a_waiting_story_is_read_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = stories.told(session, WORDS)

    done = [act(database, now) for _twice in range(2)]

    with database.reading() as session:
        found = [(WORDS[one.starts : one.ends], one.kind) for one in session.get_one(Story, number).findings]
    assert (done, found) == ([1, 0], [("Marloes Jansen", "name")])
    assert (holding(database, "Marloes"), moments_of(database, now)) == ([], [])


def test_without_the_library_a_story_goes_on_waiting(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LIBRARY", "a_library_that_nobody_has")
    with sqlite.writing() as session:
        number = stories.told(session)

    assert act(sqlite, now) == 0
    with sqlite.reading() as session:
        assert session.get_one(Story, number).second_reading is SecondReading.WAITING
