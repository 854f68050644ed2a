"""The hours in which a buddy can host on certain days: the week, with extra hours, without those away."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from domain.availability.availability import MINUTES_A_DAY
from domain.availability.spans import merged, minus
from domain.local_time import wall
from matching.hosting import Hours
from store.queries.buddying.free_time import OtherDays, days_that_differ
from store.queries.buddying.weeks import Block, week


def hours_for(session: Session, buddy_id: int, starts_at: datetime, ends_at: datetime) -> tuple[Hours, ...]:
    """When one buddy has time on the days between two moments."""
    first, last = days_of(starts_at, ends_at)
    others = days_that_differ(session, [buddy_id], first, last).get(buddy_id, ())
    return hours_on(week(session, buddy_id), others, first, last)


def days_of(starts_at: datetime, ends_at: datetime) -> tuple[date, date]:
    """The first and the last day, as clocks in the Netherlands show them."""
    return wall(starts_at)[0], wall(ends_at)[0]


def hours_on(blocks: Iterable[Block], others: Iterable[OtherDays], first: date, last: date) -> tuple[Hours, ...]:
    """The same from what is known already; hours away win over extra ones."""
    usual, differ, found = list(blocks), list(others), []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        there = [(one.start, one.end) for one in usual if one.weekday == day.weekday()]
        left = minus(merged([*there, *_pieces(differ, day, extra=True)]), merged(_pieces(differ, day, extra=False)))
        found += [(day.weekday(), start, end) for start, end in left]
    return tuple(found)


def _pieces(differ: Iterable[OtherDays], day: date, *, extra: bool) -> list[tuple[int, int]]:
    chosen = [one for one in differ if one.available is extra and one.first_day <= day <= one.last_day]
    return [(0, MINUTES_A_DAY) if one.start is None or one.end is None else (one.start, one.end) for one in chosen]
