"""Moving a gathering to another moment: first what moves along and who is told, then the move itself."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.allowed import staff_only
from domain.gatherings import events, who_hears
from domain.gatherings.closed_days import closed_days
from domain.gatherings.event_plans import EventPlan
from domain.gatherings.host_hours import hours_for
from domain.gatherings.other_dates import plan_of
from domain.gatherings.who_hears import Told
from domain.local_time import instant
from domain.refused import Refused
from i18n.dates import AMSTERDAM
from matching.hosting import is_free, span
from store.models import Buddy, Event, EventHost, Venue
from store.queries.gatherings.hosts import ON, WANTED, taken
from store.states import EventState


@dataclass(frozen=True)
class Clash:
    """Another gathering at the same moment: in the very same venue, or elsewhere in the municipality."""

    title: str
    starts_at: datetime
    venue: str
    same_venue: bool


@dataclass(frozen=True)
class Preview:
    """What a move would mean. `seen` is the version that was looked at; give it to `move`.

    `hosts` are the names of the buddies who are asked again, `hosts_not_free` those of them who have no time then or
    are taken.
    """

    title: str
    seen: datetime
    old: tuple[datetime, datetime]
    new: tuple[datetime, datetime]
    told: Told
    hosts: tuple[str, ...]
    hosts_not_free: tuple[str, ...]
    clashes: tuple[Clash, ...]
    closed: str


def preview(session: Session, event_id: int, to_day: date, to_time: time, *, now: datetime) -> Preview:
    """What moving to that moment would mean; nothing happens yet.

    Raises `Refused` for a gathering that is over, begun or called off, a moment that is past or is the present one,
    and an hour that the March night skips.
    """
    event = session.get(Event, event_id)
    if event is None:
        raise Refused("not_found")
    plan = _moved(event, to_day, to_time, now)
    asked, not_free = _hosts(session, event, plan)
    closed = closed_days(session, event.venue.municipality_code, [to_day]).get(to_day)
    return Preview(
        title=event.title,
        seen=event.changed_at,
        old=(event.starts_at, event.ends_at),
        new=(plan.starts_at, plan.ends_at),
        told=who_hears.of_a_change(session, event_id),
        hosts=asked,
        hosts_not_free=not_free,
        clashes=_clashes(session, event, plan),
        closed=closed.name if closed else "",
    )


def move(
    session: Session,
    event_id: int,
    to_day: date,
    to_time: time,
    *,
    by: Actor,
    now: datetime,
    seen: datetime | None = None,
    reason: str = "",
) -> None:
    """Let a gathering begin at another moment, as long as it was. Who signed up and who hosts hear of it.

    Refused as in `preview`, and with `event.changed_meanwhile` when somebody saved after `seen`.
    """
    staff_only(by)
    plan = _moved(events.locked(session, event_id), to_day, to_time, now)
    events.change(session, event_id, plan, by=by, now=now, seen=seen, reason=reason)


def _moved(event: Event, to_day: date, to_time: time, now: datetime) -> EventPlan:
    if event.state not in events.CHANGEABLE:
        raise Refused("event.is_over")
    if event.state is not EventState.DRAFT and event.starts_at <= now:
        raise Refused("event.has_begun")
    starts_at = instant(to_day, to_time, field="start")
    if starts_at <= now:
        raise Refused("event.starts_in_the_past", field="date")
    if starts_at == event.starts_at:
        raise Refused("event.not_moved")
    return replace(plan_of(event), starts_at=starts_at, ends_at=starts_at + (event.ends_at - event.starts_at))


def _hosts(session: Session, event: Event, plan: EventPlan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which buddies are asked anew, and which of them can't come then as far as we know."""
    query = select(Buddy.id, Buddy.name).join(EventHost, EventHost.buddy_id == Buddy.id)
    query = query.where(EventHost.event_id == event.id, EventHost.state.in_(WANTED)).order_by(Buddy.id)
    asked = session.execute(query).all()
    busy = taken(session, plan.starts_at, plan.ends_at, besides=event.id)
    hours = span(*(moment.astimezone(AMSTERDAM).replace(tzinfo=None) for moment in (plan.starts_at, plan.ends_at)))

    def can_come(buddy_id: int) -> bool:
        there = hours_for(session, buddy_id, plan.starts_at, plan.ends_at)
        return buddy_id not in busy and is_free(there, hours)

    return tuple(row.name for row in asked), tuple(row.name for row in asked if not can_come(row.id))


def _clashes(session: Session, event: Event, plan: EventPlan) -> tuple[Clash, ...]:
    place = Venue.municipality_code == event.venue.municipality_code
    query = select(Event, Venue).join(Event.venue).where(place, Event.id != event.id, Event.state.in_(ON))
    query = query.where(Event.starts_at < plan.ends_at, Event.ends_at > plan.starts_at)
    rows = session.execute(query.order_by(Event.starts_at, Event.id)).all()
    return tuple(Clash(other.title, other.starts_at, venue.name, venue.id == event.venue_id) for other, venue in rows)
