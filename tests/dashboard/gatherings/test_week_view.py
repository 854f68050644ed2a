"""Where gatherings stand in the week: by the clock on the wall, beside each other where they overlap."""

from datetime import date, datetime, time, timedelta

import pytest

from dashboard.parts.gatherings.week_view import blocks
from domain.local_time import instant
from store.database import Database
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from tests import make

AUTUMN, SPRING, USUAL = date(2027, 10, 31), date(2027, 3, 28), date(2027, 6, 8)


def held(database: Database, now: datetime, *spans: tuple[datetime, timedelta]) -> tuple[EventFacts, ...]:
    with database.writing() as session:
        for start, length in spans:
            make.cafe(session, now=now, starts_at=start, ends_at=start + length)
        return events.between(session, now, now + timedelta(days=500))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return instant(day, time(hour, minute))


@pytest.mark.parametrize("day", [AUTUMN, SPRING, USUAL])
def test_a_block_stands_at_the_hours_of_the_clock_also_when_it_changed_that_night(
    sqlite: Database, now: datetime, day: date
) -> None:
    (block,) = blocks(held(sqlite, now, (at(day, 19, 30), timedelta(hours=2))))

    assert (block.start, block.end) == (19 * 60 + 30, 21 * 60 + 30)


def test_a_night_in_which_the_clock_changes_is_drawn_by_the_clock(sqlite: Database, now: datetime) -> None:
    spring = blocks(held(sqlite, now, (at(SPRING, 1, 30), timedelta(hours=1))))
    autumn = blocks(event for event in held(sqlite, now, (at(AUTUMN, 2, 45), timedelta(minutes=30)))[1:])

    assert [(one.start, one.end) for one in (*spring, *autumn)] == [(90, 210), (165, 195)]


def test_past_midnight_a_block_ends_with_its_day(sqlite: Database, now: datetime) -> None:
    (block,) = blocks(held(sqlite, now, (at(USUAL, 23), timedelta(hours=3))))

    assert (block.start, block.end) == (23 * 60, 24 * 60)


def test_what_overlaps_stands_side_by_side_and_what_follows_has_the_whole_width(
    sqlite: Database, now: datetime
) -> None:
    two = timedelta(hours=2)
    found = blocks(
        held(sqlite, now, (at(USUAL, 9), two), (at(USUAL, 10), two), (at(USUAL, 11), two), (at(USUAL, 13), two))
    )

    assert [(one.lane, one.lanes) for one in found] == [(0, 2), (1, 2), (0, 2), (0, 1)]
