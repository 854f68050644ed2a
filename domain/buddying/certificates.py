"""Certificates of conduct: how long each counts, and a reminder in time."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import Actor
from domain.buddying.buddies import locked
from domain.local_time import wall
from store.models import Buddy

COUNTS_YEARS = 3
ENDING = "buddy.certificate_ending"


def ends(seen_on: date | None) -> date | None:
    """The first day on which a certificate of conduct no longer counts: three years after it was seen."""
    if seen_on is None:
        return None
    year = seen_on.year + COUNTS_YEARS
    return date(year, 3, 1) if (seen_on.month, seen_on.day) == (2, 29) else seen_on.replace(year=year)


def counts(seen_on: date | None, today: date) -> bool:
    last = ends(seen_on)
    return last is not None and today < last


def warns_within(session: Session) -> timedelta:
    """How long before the end a certificate asks for attention, as staff set it."""
    found = catalogue.entry(session, "time_limit", "certificate_ending")
    return timedelta(days=(found.data if found.active else found.standard)["days"])


def is_ending(seen_on: date | None, today: date, within: timedelta) -> bool:
    """It still counts, but not for long."""
    last = ends(seen_on)
    return last is not None and today < last <= today + within


def remind(session: Session, *, by: Actor, now: datetime) -> int:
    """Note of each certificate that ends soon that it does, once per day on which one was seen; gives how many."""
    today, within = wall(now)[0], warns_within(session)
    unsaid = select(Buddy.id, Buddy.certificate_seen_on).where(
        Buddy.stopped_at.is_(None), Buddy.certificate_seen_on.is_not(None), Buddy.certificate_reminded_on.is_(None)
    )
    found = session.execute(unsaid.order_by(Buddy.id)).all()
    return sum(
        _remind(session, buddy_id, today, within, by=by, now=now)
        for buddy_id, seen_on in found
        if is_ending(seen_on, today, within)
    )


def _remind(session: Session, buddy_id: int, today: date, within: timedelta, *, by: Actor, now: datetime) -> bool:
    row = locked(session, buddy_id)
    # Another clock may have been first, or a new certificate was seen meanwhile.
    if row.certificate_reminded_on is not None or not is_ending(row.certificate_seen_on, today, within):
        return False
    row.certificate_reminded_on = today
    journal.record(session, ENDING, ("buddy", buddy_id), by=by, now=now, ends=str(ends(row.certificate_seen_on)))
    return True
