"""Who came to training and to peer supervision, and when it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import BuddyAttendance, Event, EventHost
from store.states import EventState, HostState

SUPERVISION, TRAINING = "supervision", "training"
TOOK_PLACE = (EventState.OPEN, EventState.CLOSED, EventState.HELD, EventState.ARCHIVED)


@dataclass(frozen=True)
class Met:
    """A gathering of buddies that began; `hosts` are the buddies who hosted it."""

    kind: str
    title: str
    starts_at: datetime
    hosts: tuple[int, ...]


def last_supervision(session: Session) -> dict[int, date]:
    """The last day on which each buddy was at peer supervision."""
    query = select(BuddyAttendance.buddy_id, func.max(BuddyAttendance.met_on))
    query = query.where(BuddyAttendance.kind == SUPERVISION).group_by(BuddyAttendance.buddy_id)
    return dict(session.execute(query).all())


def of_buddy(session: Session, buddy_id: int) -> Sequence[tuple[str, date]]:
    """Kind and day, the last first."""
    query = select(BuddyAttendance.kind, BuddyAttendance.met_on).where(BuddyAttendance.buddy_id == buddy_id)
    return [(kind, met_on) for kind, met_on in session.execute(query.order_by(BuddyAttendance.met_on.desc()))]


def present(session: Session, kind: str, met_on: date) -> frozenset[int]:
    """Who was there that day."""
    query = select(BuddyAttendance.buddy_id).where(BuddyAttendance.kind == kind, BuddyAttendance.met_on == met_on)
    return frozenset(session.scalars(query))


def gatherings(session: Session, now: datetime, most: int = 8) -> tuple[Met, ...]:
    """The last gatherings of these two kinds that began, the last first."""
    query = select(Event).where(
        Event.kind.in_((SUPERVISION, TRAINING)), Event.starts_at <= now, Event.state.in_(TOOK_PLACE)
    )
    rows = session.scalars(query.order_by(Event.starts_at.desc(), Event.id).limit(most)).all()
    hosting = select(EventHost.event_id, EventHost.buddy_id).where(
        EventHost.event_id.in_([row.id for row in rows]), EventHost.state == HostState.ACCEPTED
    )
    pairs = session.execute(hosting.order_by(EventHost.buddy_id)).all()
    return tuple(
        Met(row.kind, row.title, row.starts_at, tuple(buddy for event, buddy in pairs if event == row.id))
        for row in rows
    )
