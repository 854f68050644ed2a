"""What the planner of cafés is told: what was held and is planned, about what, and when hosts are taken."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Event, EventHost, EventTopic, SignUp, Topic, Venue
from store.queries.gatherings.hosts import ON, WANTED
from store.states import EventState, SignUpState

NOT_THERE = (EventState.CANCELLED, EventState.SKIPPED)


@dataclass(frozen=True)
class Gathered:
    """A gathering that was held or is planned; `people` came, as far as that is known, else they had a seat.

    `groups` are the groups of topics that it is about.
    """

    id: int
    kind: str
    starts_at: datetime
    ends_at: datetime
    municipality_code: str
    seats: int
    people: int
    groups: frozenset[str]


def gatherings(session: Session, since: datetime) -> tuple[Gathered, ...]:
    """Every gathering that began or begins after `since`, in order of time; called off and left out ones are not."""
    came = (
        select(func.sum(SignUp.party))
        .where(SignUp.event_id == Event.id, SignUp.state == SignUpState.ATTENDED)
        .scalar_subquery()
    )
    people = func.coalesce(Event.head_count, came, Event.seats_taken)
    query = select(
        Event.id, Event.kind, Event.starts_at, Event.ends_at, Venue.municipality_code, Event.seats, people
    ).join(Venue, Venue.id == Event.venue_id)
    query = query.where(Event.starts_at > since, Event.state.not_in(NOT_THERE)).order_by(Event.starts_at, Event.id)
    groups = _groups(session, since)
    return tuple(Gathered(*row, groups.get(row.id, frozenset())) for row in session.execute(query))


def taken(session: Session, start: datetime, end: datetime) -> dict[int, tuple[tuple[datetime, datetime], ...]]:
    """By buddy the hours between `start` and `end` in which they host, or are asked to."""
    query = select(EventHost.buddy_id, Event.starts_at, Event.ends_at).join(Event, Event.id == EventHost.event_id)
    query = query.where(EventHost.state.in_(WANTED), Event.state.in_(ON))
    query = query.where(Event.starts_at < end, Event.ends_at > start).order_by(Event.starts_at, Event.id)
    found: defaultdict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for buddy_id, starts_at, ends_at in session.execute(query):
        found[buddy_id].append((starts_at, ends_at))
    return {buddy_id: tuple(rows) for buddy_id, rows in found.items()}


def _groups(session: Session, since: datetime) -> dict[int, frozenset[str]]:
    group = func.coalesce(Topic.parent_code, Topic.code)
    query = select(EventTopic.event_id, group).join(Topic, Topic.code == EventTopic.topic_code)
    query = query.join(Event, Event.id == EventTopic.event_id).where(Event.starts_at > since)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for event_id, code in session.execute(query):
        found[event_id].add(code)
    return {event_id: frozenset(codes) for event_id, codes in found.items()}
