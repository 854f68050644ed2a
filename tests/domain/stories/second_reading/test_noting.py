"""What the second reader found stays with its story, once, and only while the story waits."""

from datetime import datetime

from domain import codes
from domain.stories.finding.spans import Kind, Span
from domain.stories.second_reading.noting import note
from store.database import Database
from store.door_states import SecondReading
from store.models import Story, StoryFinding
from store.queries.stories import stories as queries
from tests import stories
from tests.domain.stories.teller import tell

FOUND = (Span(0, 3, Kind.NAME),)
TEXT = "Ans belde."


def kept(database: Database, number: int) -> tuple[SecondReading, list[tuple[int, int, str]]]:
    with database.reading() as session:
        row = session.get_one(Story, number)
        return row.second_reading, [(one.starts, one.ends, one.kind) for one in row.findings]


def test_what_was_found_is_kept_once(database: Database) -> None:
    with database.writing() as session:
        number = stories.told(session, TEXT)

    for _twice in range(2):
        with database.writing() as session:
            note(session, {number: TEXT}, {number: FOUND})

    assert kept(database, number) == (SecondReading.DONE, [(0, 3, "name")])


def test_a_story_that_could_not_be_read_is_not_tried_again(database: Database) -> None:
    with database.writing() as session:
        number = stories.told(session)
        before = queries.unread(session, 5)
        note(session, before, {number: None})

    with database.reading() as session:
        assert (list(before), list(queries.unread(session, 5))) == ([number], [])
    assert kept(database, number) == (SecondReading.FAILED, [])


def test_a_story_that_is_gone_or_decided_on_is_left_alone(database: Database) -> None:
    with database.writing() as session:
        number = stories.released(session, TEXT)

    with database.writing() as session:
        note(session, {number: TEXT, 7: TEXT}, {number: FOUND, 7: FOUND})

    with database.reading() as session:
        assert session.query(StoryFinding).all() == []
    assert kept(database, number) == (SecondReading.WAITING, [])


def test_what_was_found_in_words_that_were_replaced_meanwhile_is_not_kept(database: Database, now: datetime) -> None:
    code = codes.make()
    number = tell(database, now, code, words=TEXT)
    with database.reading() as session:
        waiting = queries.unread(session, 5)
    tell(database, now, code, words="Bo en Ans belden.", anew=True)

    with database.writing() as session:
        note(session, waiting, {number: FOUND})

    assert kept(database, number) == (SecondReading.WAITING, [])
