"""The dates that a rule gives, before anything is saved: which can't be, are closed, or run into something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from domain.gatherings.clashes import Clash, Runs, clashes_of_each
from domain.gatherings.closed_days import ClosedDay, closed_days
from domain.gatherings.event_plans import VenuePlan
from domain.local_time import instant
from domain.refused import Refused


@dataclass(frozen=True)
class DateAhead:
    """One date: why it can't be, why it is closed, and what else goes on in its hours."""

    day: date
    impossible: Refused | None = None
    closed: ClosedDay | None = None
    clashes: tuple[Clash, ...] = ()


def look_ahead(
    session: Session, days: Sequence[date], hours: tuple[time, time] | None, *, where: VenuePlan, now: datetime
) -> tuple[DateAhead, ...]:
    """What stands in the way of every one of `days`, in their order; nothing here forbids anything.

    Without `hours` from begin to end, only closed days are seen.
    """
    closed = closed_days(session, where.municipality_code, days)
    moments, impossible = _moments(days, hours, now) if hours else ({}, {})
    found = dict(zip(moments, clashes_of_each(session, list(moments.values()), where=where), strict=True))
    return tuple(DateAhead(day, impossible.get(day), closed.get(day), _others(found.get(day, ()))) for day in days)


def _moments(
    days: Sequence[date], hours: tuple[time, time], now: datetime
) -> tuple[dict[date, tuple[datetime, datetime]], dict[date, Refused]]:
    moments, impossible = {}, {}
    for day in days:
        try:
            start, end = (instant(day, at) for at in hours)
        except Refused as refused:
            impossible[day] = refused
            continue
        if start <= now:
            impossible[day] = Refused("event.starts_in_the_past")
        elif end > start:
            moments[day] = start, end
    return moments, impossible


def _others(found: Sequence[Clash]) -> tuple[Clash, ...]:
    return tuple(one for one in found if one.runs is not Runs.CLOSED)
