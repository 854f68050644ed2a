"""Moments to offer for an appointment: when the buddy is free, first those at which the parent said to have time."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from domain.availability.availability import STRETCH
from domain.availability.free_time import free, starts
from domain.local_time import wall
from domain.matchmaking.pool import asked_moments
from matching.people import Moment
from store.queries.buddying.appointments import Partner

LOOKS_AHEAD = timedelta(days=28)
MOST, A_DAY = 6, 2
STEP = 30


@dataclass(frozen=True)
class Suggestion:
    """`asked`: the parent said to have time on this part of this weekday."""

    starts_at: datetime
    asked: bool


def suggested(session: Session, partner: Partner, minutes: int, *, now: datetime) -> tuple[Suggestion, ...]:
    """At most six moments in the coming four weeks: first those at which the parent has time, then others.

    Both are in order, with no more than two a day and at least two hours between them.
    """
    today = wall(now)[0]
    asked = asked_moments(session, partner.moments)
    spans = free(session, [partner.buddy_id], today, today + LOOKS_AHEAD, now=now)[partner.buddy_id]
    found = [Suggestion(one, _fits(one, minutes, asked)) for one in starts(spans, minutes, STEP)]
    wanted = list(_spread(one for one in found if one.asked))[:MOST]
    others = _spread(one for one in found if not one.asked)
    return (*wanted, *list(others)[: MOST - len(wanted)])


def _fits(starts_at: datetime, minutes: int, asked: frozenset[Moment]) -> bool:
    """Whether it begins in a part of the day that the parent asked, and that part lasts long enough."""
    day, at = wall(starts_at)
    begin = at.hour * 60 + at.minute
    return any(
        weekday == day.weekday() and STRETCH[part][0] <= begin and begin + minutes <= STRETCH[part][1]
        for weekday, part in asked
    )


def _spread(some: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """So that there is something to choose between: not six half hours of one evening."""
    a_day: Counter[date] = Counter()
    last: datetime | None = None
    for one in some:
        day = wall(one.starts_at)[0]
        if a_day[day] < A_DAY and (last is None or one.starts_at - last >= timedelta(hours=2)):
            a_day[day] += 1
            last = one.starts_at
            yield one
