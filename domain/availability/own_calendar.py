"""A buddy's own calendar: a secret link to it, and of what is in it only when it says busy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from domain import journal, limits
from domain.actors import Actor
from domain.allowed import own_or_staff
from domain.availability import busy_rows
from domain.buddying.buddies import locked
from domain.refused import Refused
from outside.addresses import target
from outside.occurrences import Interval
from outside.unreadable import Unreadable, Why
from store.models import Buddy

EVERY = timedelta(hours=1)
MOST, MINUTES = 6, 60
LOOKS_AHEAD = timedelta(days=26 * 7)


@dataclass(frozen=True)
class Claimed:
    """A link that is ours to read, from which moment until when; `at` proves it, should it be changed meanwhile."""

    buddy_id: int
    url: str
    at: datetime

    @property
    def until(self) -> datetime:
        return self.at + LOOKS_AHEAD


def set_link(session: Session, buddy_id: int, url: str, *, by: Actor, now: datetime) -> None:
    """Read this calendar from now on, in place of an earlier one. The same link again is harmless.

    Raises `Refused` for what is no address on the web, and for more new links in an hour than anybody needs.
    """
    own_or_staff(by, buddy_id)
    try:
        address = str(target(url))
    except Unreadable as odd:
        raise Refused("own_calendar.no_address", field="calendar_url") from odd
    row = locked(session, buddy_id)
    if row.calendar_url == address:
        return
    limits.count(session, "own calendar of", str(buddy_id), most=MOST, minutes=MINUTES, now=now)
    busy_rows.forget(session, row)
    row.calendar_url = address
    journal.record(session, "own_calendar.linked", ("buddy", buddy_id), by=by, now=now)


def remove_link(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Forget the link and all that was read through it. Twice is harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    if row.calendar_url is not None:
        busy_rows.forget(session, row)
        journal.record(session, "own_calendar.removed", ("buddy", buddy_id), by=by, now=now)


def is_due(session: Session, *, now: datetime) -> bool:
    """Whether a link waits to be read; asked first, because only then a transaction is worth its while."""
    return session.scalar(select(Buddy.id).where(_due(now)).limit(1)) is not None


def claim(session: Session, *, now: datetime) -> Claimed | None:
    """Take the link that waits longest, at most once an hour each; None when none is due.

    Commit before reading it; then `store_busy` or `failed`. Who dies in between leaves it to the next hour.
    """
    order = Buddy.calendar_read_at.is_not(None), Buddy.calendar_read_at, Buddy.id
    query = select(Buddy).where(_due(now)).order_by(*order).limit(1).with_for_update(skip_locked=True, of=Buddy)
    row = session.scalar(query.execution_options(populate_existing=True))
    if row is None or row.calendar_url is None:
        return None
    row.calendar_read_at = now
    return Claimed(row.id, row.calendar_url, now)


def store_busy(session: Session, claimed: Claimed, found: Iterable[Interval]) -> bool:
    """Keep when the calendar says busy in place of what it said before; False when the link was changed meanwhile."""
    row = _still_ours(session, claimed)
    if row is None:
        return False
    row.calendar_error = None
    busy_rows.replace(session, row.id, found)
    return True


def failed(session: Session, claimed: Claimed, why: Why) -> bool:
    """Note why it could not be read; what was read before stays. False when the link was changed meanwhile."""
    row = _still_ours(session, claimed)
    if row is None:
        return False
    row.calendar_error = why.value
    return True


def _due(now: datetime) -> ColumnElement[bool]:
    waited = or_(Buddy.calendar_read_at.is_(None), Buddy.calendar_read_at <= now - EVERY)
    return and_(Buddy.calendar_url.is_not(None), Buddy.stopped_at.is_(None), waited)


def _still_ours(session: Session, claimed: Claimed) -> Buddy | None:
    row = locked(session, claimed.buddy_id)
    same = row.calendar_url == claimed.url and row.calendar_read_at == claimed.at
    return row if same else None
