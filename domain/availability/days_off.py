"""Days that differ from a buddy's week, the terms on which they have time, and the end of a pause."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK, Actor
from domain.allowed import own_or_staff
from domain.availability.availability import MINUTES_A_DAY
from domain.buddying import buddies
from domain.buddying.buddies import locked
from domain.local_time import wall
from domain.refused import Refused
from store.models import AvailabilityException, Buddy

LONGEST = 366
MOST_NOTICE = 14 * 24
MOST_BUFFER = 4 * 60
MOST_A_WEEK = 20
MOST = 100


@dataclass(frozen=True)
class Days:
    """From the first to the last day, both included; `hours` are local minutes, without them it is the whole day."""

    first: date
    last: date
    hours: tuple[int, int] | None = None
    extra: bool = False


@dataclass(frozen=True)
class NewTerms:
    """How long before, how much room around, and how many appointments a week (None: no limit)."""

    notice_hours: int
    buffer_minutes: int
    weekly_most: int | None
    in_school_holidays: bool


def add(session: Session, buddy_id: int, days: Days, *, by: Actor, now: datetime) -> int:
    """Be away, or there for extra hours, on some days. The very same days again are harmless. Returns their id."""
    own_or_staff(by, buddy_id)
    locked(session, buddy_id)
    _check(days, wall(now)[0])
    start, end = days.hours or (None, None)
    facts = {"first_day": days.first, "last_day": days.last, "from_minute": start, "to_minute": end}
    same = select(AvailabilityException.id).filter_by(buddy_id=buddy_id, available=days.extra, **facts)
    known = session.scalar(same.limit(1))
    if known is not None:
        return known
    _not_too_many(session, buddy_id)
    row = AvailabilityException(buddy_id=buddy_id, available=days.extra, **facts)
    session.add(row)
    session.flush()
    journal.record(session, "days_off.added", ("buddy", buddy_id), by=by, now=now, extra=days.extra)
    return row.id


def remove(session: Session, buddy_id: int, number: int, *, by: Actor, now: datetime) -> Days | None:
    """The usual week counts again; returns what was removed, so that it can be added again. Twice is harmless."""
    own_or_staff(by, buddy_id)
    locked(session, buddy_id)
    row = session.get(AvailabilityException, number)
    if row is None or row.buddy_id != buddy_id:
        return None
    hours = None if row.from_minute is None or row.to_minute is None else (row.from_minute, row.to_minute)
    removed = Days(row.first_day, row.last_day, hours, row.available)
    session.delete(row)
    journal.record(session, "days_off.removed", ("buddy", buddy_id), by=by, now=now, extra=removed.extra)
    return removed


def set_terms(session: Session, buddy_id: int, new: NewTerms, *, by: Actor, now: datetime) -> bool:
    """On what terms a buddy has time; says whether that is new. The same terms again are harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    _within("notice_hours", new.notice_hours, 0, MOST_NOTICE)
    _within("buffer_minutes", new.buffer_minutes, 0, MOST_BUFFER)
    _within("weekly_most", new.weekly_most or 1, 1, MOST_A_WEEK)
    if new == NewTerms(row.notice_hours, row.buffer_minutes, row.weekly_most, row.in_school_holidays):
        return False
    row.notice_hours, row.buffer_minutes = new.notice_hours, new.buffer_minutes
    row.weekly_most, row.in_school_holidays = new.weekly_most, new.in_school_holidays
    journal.record(session, "availability.terms", ("buddy", buddy_id), by=by, now=now)
    return True


def tend(session: Session, now: datetime) -> int:
    """End each pause on its day and forget days that are over. Gives how many pauses ended; again is harmless."""
    today = wall(now)[0]
    over = select(Buddy.id).where(Buddy.paused_since.is_not(None), Buddy.paused_until <= today).order_by(Buddy.id)
    rested = sum(_rested(session, buddy_id, now) for buddy_id in session.scalars(over).all())
    session.execute(delete(AvailabilityException).where(AvailabilityException.last_day < today))
    return rested


def _rested(session: Session, buddy_id: int, now: datetime) -> bool:
    """End a pause, unless the buddy made it longer at this very moment."""
    until = locked(session, buddy_id).paused_until
    if until is None or until > wall(now)[0]:
        return False
    buddies.resume(session, buddy_id, by=CLOCK, now=now)
    return True


def _check(days: Days, today: date) -> None:
    if days.last < days.first:
        raise Refused("days_off.backwards", field="last")
    if days.last < today:
        raise Refused("days_off.past", field="last")
    if days.last - days.first >= timedelta(days=LONGEST):
        raise Refused("days_off.too_long", field="last", most=LONGEST)
    if days.extra and days.hours is None:
        raise Refused("days_off.hours_needed", field="start")
    start, end = days.hours or (0, MINUTES_A_DAY)
    if not 0 <= start < end <= MINUTES_A_DAY:
        raise Refused("availability.backwards", field="end")


def _not_too_many(session: Session, buddy_id: int) -> None:
    there = select(func.count()).where(AvailabilityException.buddy_id == buddy_id)
    if (session.scalar(there) or 0) >= MOST:
        raise Refused("days_off.too_many", field="first", most=MOST)


def _within(field: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise Refused("availability.out_of_bounds", field=field, least=least, most=most)
