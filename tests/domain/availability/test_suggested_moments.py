"""Moments to offer for an appointment: free ones, those of the parent first, and something to choose between."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.availability import availability
from domain.availability.suggested_moments import Suggestion, suggested
from domain.local_time import wall
from store.database import Database
from store.queries.buddying.appointments import partners
from store.queries.buddying.weeks import Block
from tests import appointed, make

DAY = timedelta(days=1)
WEEK = 7 * DAY


def offered(
    database: Database, blocks: list[Block], moments: tuple[str, ...], *, now: datetime, minutes: int = 60
) -> tuple[Suggestion, ...]:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        availability.set_week(session, buddy_id, blocks, by=make.COORDINATOR, now=now)
        appointed.running(session, buddy_id, now=now, moments=moments)
        (partner,) = partners(session, buddy_id)
        return suggested(session, partner, minutes, now=now)


def days(found: tuple[Suggestion, ...]) -> list[tuple[str, bool]]:
    return [(f"{wall(one.starts_at)[0]:%a} {wall(one.starts_at)[1]:%H:%M}", one.asked) for one in found]


def test_the_moments_of_the_parent_come_first(database: Database, now: datetime) -> None:
    week = [Block(2, 9 * 60, 12 * 60), Block(3, 19 * 60, 20 * 60 + 30)]

    found = offered(database, week, ("weekday_evening",), now=now)

    assert days(found) == [("Thu 19:00", True)] * 4 + [("Wed 11:00", False), ("Wed 09:00", False)]


def test_there_is_something_to_choose_between(sqlite: Database, now: datetime) -> None:
    found = offered(sqlite, [Block(3, 8 * 60, 22 * 60)], ("weekday_morning", "weekday_afternoon"), now=now)

    assert days(found) == [("Thu 08:00", True), ("Thu 10:00", True)] * 3
    assert len({wall(one.starts_at)[0] for one in found}) == 3


def test_what_does_not_fit_before_the_part_of_the_day_ends_is_not_what_the_parent_asked(
    sqlite: Database, now: datetime
) -> None:
    found = offered(sqlite, [Block(3, 11 * 60 + 30, 13 * 60)], ("weekday_morning",), now=now)

    assert {one.asked for one in found} == {False}


def test_a_moment_that_was_taken_is_not_offered(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        match = appointed.running(session, buddy_id, now=now)
    with database.reading() as session:
        (partner,) = partners(session, buddy_id)
        first = suggested(session, partner, 60, now=now)[0]
    appointed.planned(database, match, first.starts_at, now=now)

    with database.reading() as session:
        after = [one.starts_at for one in suggested(session, partner, 60, now=now)]

    assert first.starts_at not in after


def test_who_has_no_free_hours_is_offered_nothing(sqlite: Database, now: datetime) -> None:
    assert offered(sqlite, [], ("weekday_evening",), now=now) == ()


@pytest.mark.parametrize(("month", "longer"), [(3, -1), (10, 1)])
def test_when_the_clocks_change_the_hour_on_the_wall_stays(sqlite: Database, month: int, longer: int) -> None:
    before = datetime(2027, month, 15 if month == 3 else 18, 10, 0, tzinfo=UTC)

    found = offered(sqlite, [Block(3, 19 * 60, 20 * 60)], ("weekday_evening",), now=before)

    assert days(found) == [("Thu 19:00", True)] * 4
    assert found[2].starts_at - found[1].starts_at == WEEK + timedelta(hours=longer)
