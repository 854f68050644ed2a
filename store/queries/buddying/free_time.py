"""All that decides when buddies have time, for many of them in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.models import Appointment, Availability, AvailabilityException, Buddy, BusyTime, Municipality
from store.queries.buddying.weeks import Block, weeks
from store.states import AppointmentState

Interval = tuple[int, int]
"""Minutes since 1970 in UTC, the end not included."""


@dataclass(frozen=True)
class OtherDays:
    """Days that differ from the week, both included: extra hours or away; without minutes the whole day."""

    id: int
    first_day: date
    last_day: date
    start: int | None
    end: int | None
    available: bool


@dataclass(frozen=True)
class Terms:
    """On what terms a buddy has time. `paused_until` and `rest_until` are the first day on which that is over."""

    notice_hours: int
    buffer_minutes: int
    weekly_most: int | None
    in_school_holidays: bool
    paused: bool
    paused_until: date | None
    rest_until: date | None
    stopped: bool


@dataclass(frozen=True)
class Agenda:
    """One buddy: the week, the days that differ, what the own calendar says, what was agreed, on what terms."""

    holiday_region: str
    terms: Terms
    week: tuple[Block, ...] = ()
    other_days: tuple[OtherDays, ...] = ()
    busy: tuple[Interval, ...] = ()
    appointments: tuple[Interval, ...] = ()


def agendas(session: Session, buddy_ids: Collection[int], start: datetime, end: datetime) -> dict[int, Agenda]:
    """The agenda of each buddy that exists, with all that lies or reaches between two moments."""
    blocks = weeks(session, Availability.buddy_id.in_(buddy_ids))
    others = days_that_differ(session, buddy_ids, start.date(), end.date())
    within = (BusyTime.buddy_id.in_(buddy_ids), BusyTime.ends_at > start, BusyTime.starts_at < end)
    busy = _intervals(session, (BusyTime.buddy_id, BusyTime.starts_at, BusyTime.ends_at), within)
    agreed = _agreed(session, buddy_ids, start, end)
    return {
        number: Agenda(
            region, terms, blocks.get(number, ()), others.get(number, ()), busy.get(number, ()), agreed.get(number, ())
        )
        for number, region, terms in _terms(session, buddy_ids)
    }


def terms_of(session: Session, buddy_id: int) -> Terms | None:
    return next((terms for _id, _region, terms in _terms(session, [buddy_id])), None)


def other_days(session: Session, buddy_id: int, first: date) -> tuple[OtherDays, ...]:
    """The days from `first` on that differ from the week of one buddy, in order."""
    return days_that_differ(session, [buddy_id], first, date.max).get(buddy_id, ())


def _terms(session: Session, buddy_ids: Collection[int]) -> Sequence[tuple[int, str, Terms]]:
    query = select(
        Buddy.id,
        Municipality.holiday_region,
        Buddy.notice_hours,
        Buddy.buffer_minutes,
        Buddy.weekly_most,
        Buddy.in_school_holidays,
        Buddy.paused_since.is_not(None),
        Buddy.paused_until,
        Buddy.rest_until,
        Buddy.stopped_at.is_not(None),
    ).join(Buddy.municipality)
    rows = session.execute(query.where(Buddy.id.in_(buddy_ids)).order_by(Buddy.id))
    return [(number, region, Terms(*rest)) for number, region, *rest in rows]


def days_that_differ(
    session: Session, buddy_ids: Collection[int], first: date, last: date
) -> dict[int, tuple[OtherDays, ...]]:
    """Of each buddy who has any the days that differ from the week and touch these, in order."""
    row = AvailabilityException
    query = select(row.buddy_id, row.id, row.first_day, row.last_day, row.from_minute, row.to_minute, row.available)
    query = query.where(row.buddy_id.in_(buddy_ids), row.last_day >= first, row.first_day <= last)
    found: defaultdict[int, list[OtherDays]] = defaultdict(list)
    rows = session.execute(query.order_by(row.first_day, row.from_minute, row.id))
    for buddy_id, number, first_day, last_day, start, end, available in rows:
        found[buddy_id].append(OtherDays(number, first_day, last_day, start, end, available))
    return {buddy_id: tuple(days) for buddy_id, days in found.items()}


def _agreed(
    session: Session, buddy_ids: Collection[int], start: datetime, end: datetime
) -> dict[int, tuple[Interval, ...]]:
    columns = (Appointment.buddy_id, Appointment.starts_at, Appointment.ends_at)
    within = (Appointment.buddy_id.in_(buddy_ids), Appointment.ends_at > start, Appointment.starts_at < end)
    return _intervals(session, columns, (*within, Appointment.state != AppointmentState.CANCELLED))


def _intervals(
    session: Session,
    columns: tuple[InstrumentedAttribute[int], InstrumentedAttribute[datetime], InstrumentedAttribute[datetime]],
    conditions: Sequence[ColumnElement[bool]],
) -> dict[int, tuple[Interval, ...]]:
    """Whole minutes, rounded outwards, in order of their start."""
    found: defaultdict[int, list[Interval]] = defaultdict(list)
    for buddy_id, starts_at, ends_at in session.execute(select(*columns).where(*conditions).order_by(columns[1])):
        found[buddy_id].append((int(starts_at.timestamp() // 60), -int(-ends_at.timestamp() // 60)))
    return {buddy_id: tuple(some) for buddy_id, some in found.items()}
