"""The moderator's list: a part at a time, and nothing is decrypted that is not shown."""

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.database import Database
from store.door_states import StoryState
from store.queries.stories import story_queue
from tests.conftest import NOW
from tests.counting import counted
from tests.stories import WORDS, released, told

A_DAY = timedelta(days=1)


def spoil(session: Session, number: int) -> None:
    """No key opens what was told any more: who tries to read it, fails."""
    session.execute(text("UPDATE story SET told = :told WHERE id = :id"), {"told": b"no key opens this", "id": number})


def test_a_part_of_the_list_comes_with_how_many_there_are(database: Database) -> None:
    with database.writing() as session:
        first, second, third = (told(session, told_on=NOW.date() - days * A_DAY) for days in (3, 2, 1))

        parts = [story_queue.queue(session, StoryState.WAITING, skip=skip, most=2) for skip in (0, 2)]

    found = [([one.number for one in rows], count) for rows, count in parts]
    assert found == [([first, second], 3), ([third], 3)]


def test_what_stands_on_another_page_is_not_decrypted(database: Database) -> None:
    with database.writing() as session:
        shown = told(session, told_on=NOW.date() - 2 * A_DAY)
        spoil(session, told(session))

        rows, count = story_queue.queue(session, StoryState.WAITING, most=1)

    assert ([one.number for one in rows], count) == ([shown], 2)


def test_of_a_released_story_only_what_others_read_is_decrypted(database: Database) -> None:
    with database.writing() as session:
        spoil(session, released(session))

        rows, _count = story_queue.queue(session, StoryState.RELEASED, most=9)

    assert [one.words for one in rows] == [len(WORDS.split())]


def test_the_list_costs_as_many_queries_with_one_as_with_thirty(sqlite: Database) -> None:
    def read(session: Session) -> object:
        return story_queue.queue(session, StoryState.WAITING, most=25)

    with sqlite.writing() as session:
        told(session)
    few = counted(sqlite, read)
    with sqlite.writing() as session:
        for _number in range(30):
            told(session)

    assert counted(sqlite, read) == few
