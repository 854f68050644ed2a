"""Who hosts which gathering, who is asked to, and when a buddy is taken."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from store.models import Buddy, Event, EventHost, JournalLine, Venue
from store.states import EventState, HostState

ON = (EventState.DRAFT, EventState.OPEN, EventState.CLOSED)
WANTED = (HostState.ASKED, HostState.ACCEPTED)


@dataclass(frozen=True)
class HostRow:
    """A buddy who was asked to host a gathering, as staff see them."""

    buddy_id: int
    name: str
    state: HostState
    asked_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True)
class MyHosting:
    """A gathering that a buddy is asked to host, as that buddy sees it; `called_off` also when it is left out."""

    event_id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    access: str
    state: HostState
    called_off: bool


@dataclass(frozen=True)
class Taken:
    """A moment at which a buddy hosts, or is asked to."""

    event_id: int
    title: str
    state: HostState


def of_event(session: Session, event_id: int) -> tuple[HostRow, ...]:
    """Everybody who was asked, in the order in which they were."""
    query = select(EventHost, Buddy.name).join(Buddy, Buddy.id == EventHost.buddy_id)
    rows = session.execute(query.where(EventHost.event_id == event_id).order_by(EventHost.asked_at, EventHost.buddy_id))
    return tuple(HostRow(row.buddy_id, name, row.state, row.asked_at, row.answered_at) for row, name in rows)


def of_buddy(session: Session, buddy_id: int, *, now: datetime) -> tuple[MyHosting, ...]:
    """What this buddy is asked and hosts from now on, in order of time; what goes on no more is left out."""
    query = _with_place().where(EventHost.buddy_id == buddy_id, Event.ends_at > now, Event.state.in_(ON))
    rows = session.execute(query.order_by(Event.starts_at, Event.id)).all()
    return tuple(_mine(host, event) for host, event in rows)


def of_both(session: Session, event_id: int, buddy_id: int) -> MyHosting | None:
    """One gathering for one buddy who was asked; None when the question was taken back."""
    query = _with_place().where(EventHost.event_id == event_id, EventHost.buddy_id == buddy_id)
    row = session.execute(query).one_or_none()
    return _mine(row[0], row[1]) if row else None


def lines(session: Session, event_id: int) -> dict[int, tuple[int, ...]]:
    """By buddy the lines of the journal about hosting this gathering, in order."""
    query = select(JournalLine.id, JournalLine.facts).where(*_told(event_id)).order_by(JournalLine.id)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, facts in session.execute(query):
        found[int(facts["buddy"])].append(number)
    return {buddy_id: tuple(numbers) for buddy_id, numbers in found.items()}


def after_yes(session: Session, event_id: int, buddy_id: int) -> dict[str, bool]:
    """The fact for the journal that this buddy said yes before, at whatever time the gathering was then."""
    query = select(JournalLine.facts).where(*_told(event_id), JournalLine.kind == "host.accepted")
    said_yes = any(facts["buddy"] == buddy_id for facts in session.scalars(query))
    return {"after_yes": True} if said_yes else {}


def taken(
    session: Session, start: datetime, end: datetime, *, besides: int, buddy_id: int | None = None,
    states: Collection[HostState] = WANTED,
) -> dict[int, tuple[Taken, ...]]:  # fmt: skip
    """By buddy the other gatherings within `start < t < end` that they host or are asked to host."""
    query = select(EventHost, Event.title).join(Event, Event.id == EventHost.event_id)
    query = query.where(Event.starts_at < end, Event.ends_at > start, Event.state.in_(ON), Event.id != besides)
    query = query.where(EventHost.state.in_(states)).order_by(Event.starts_at, Event.id)
    if buddy_id is not None:
        query = query.where(EventHost.buddy_id == buddy_id)
    found: defaultdict[int, list[Taken]] = defaultdict(list)
    for host, title in session.execute(query):
        found[host.buddy_id].append(Taken(host.event_id, title, host.state))
    return {number: tuple(rows) for number, rows in found.items()}


def _told(event_id: int) -> tuple[ColumnElement[bool], ...]:
    about = (JournalLine.subject_kind == "event", JournalLine.subject_id == event_id)
    return *about, JournalLine.kind.startswith("host.")


def _with_place() -> Select[EventHost, Event]:
    whole = joinedload(Event.venue).joinedload(Venue.municipality)
    return select(EventHost, Event).join(Event, Event.id == EventHost.event_id).options(whole)


def _mine(host: EventHost, event: Event) -> MyHosting:
    venue = event.venue
    return MyHosting(
        event_id=event.id,
        title=event.title,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=", ".join(part for part in (venue.name, venue.address, venue.municipality.name) if part),
        access=venue.access,
        state=host.state,
        called_off=event.state not in ON,
    )
