"""How many came: the count that was tapped last stays, whichever arrives last."""

from datetime import datetime, timedelta

import pytest

from domain.taking_part import attendance
from store.database import Database
from store.models import JournalLine
from tests import make
from tests.domain.taking_part.attending import MINUTE, START, cafe

__all__ = ["cafe"]


def test_only_how_many_there_were(database: Database, now: datetime, cafe: tuple[int, int]) -> None:
    with database.writing() as session:
        attendance.head_count(session, cafe[0], 9, at=now + START, by=make.COORDINATOR, now=now + START)

    with database.reading() as session:
        assert attendance.sheet(session, cafe[0], by=make.COORDINATOR).head_count == 9


def count(database: Database, event_id: int, people: int | None, tapped: datetime, arrives: datetime) -> None:
    with database.writing() as session:
        attendance.head_count(session, event_id, people, at=tapped, by=make.COORDINATOR, now=arrives)


def counted(database: Database, event_id: int) -> tuple[int | None, datetime | None, int]:
    """The count, when it was tapped, and how many lines the journal has of it."""
    with database.reading() as session:
        shown = attendance.sheet(session, event_id, by=make.COORDINATOR)
        lines = session.query(JournalLine).filter_by(kind="attendance.counted").count()
    return shown.head_count, shown.counted.at if shown.counted else None, lines


def test_the_count_that_was_tapped_last_stays_whichever_arrives_last(
    database: Database, now: datetime, cafe: tuple[int, int]
) -> None:
    start = now + START
    count(database, cafe[0], 12, start + 20 * MINUTE, start + 20 * MINUTE)
    count(database, cafe[0], 7, start, start + 30 * MINUTE)

    assert counted(database, cafe[0]) == (12, start + 20 * MINUTE, 1)


def test_the_same_count_sent_again_is_one_line(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
    start, moment = now + START, timedelta(seconds=2)
    for late in (timedelta(), moment):
        count(sqlite, event_id, 12, start + late, start + 5 * MINUTE + late)

    assert counted(sqlite, event_id) == (12, start, 1)


def test_the_same_count_tapped_much_later_outlives_an_older_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
    start = now + START
    for people, tapped in ((12, start), (12, start + 30 * MINUTE), (7, start + 10 * MINUTE)):
        count(sqlite, event_id, people, tapped, start + 40 * MINUTE)

    assert counted(sqlite, event_id) == (12, start + 30 * MINUTE, 2)


@pytest.mark.parametrize("wrong", [timedelta(days=400), timedelta(days=-400)], ids=["ahead", "behind"])
def test_a_phone_with_a_wrong_clock_does_not_win_for_ever(sqlite: Database, now: datetime, wrong: timedelta) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
    start = now + START
    count(sqlite, event_id, 99, start + wrong, start)

    count(sqlite, event_id, None, start + MINUTE, start + MINUTE)
    count(sqlite, event_id, 12, start + 2 * MINUTE, start + 2 * MINUTE)

    assert counted(sqlite, event_id) == (12, start + 2 * MINUTE, 3)
