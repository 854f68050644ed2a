"""Cafés and other gatherings: planning, changing, opening up, closing and calling off."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.gatherings import hosts, venues
from domain.gatherings.event_plans import EventPlan
from domain.refused import Refused
from domain.taking_part import waiting_list
from store.models import Event, Topic
from store.states import EventState

CHANGEABLE = frozenset({EventState.DRAFT, EventState.OPEN, EventState.CLOSED})
# What a change is called in the journal; the rest is `text`. Time and place make a new revision for calendars.
PARTS = {"starts_at": "time", "ends_at": "time", "venue": "place", "seats": "seats"}
PARTS |= {"online_url": "online", "online_seats": "seats"}
TOLD = frozenset({"time", "place", "online"})  # what everybody who comes hears of
LONGEST_REASON = 300


def add(
    session: Session,
    plan: EventPlan,
    *,
    by: Actor,
    now: datetime,
    series: tuple[int, date] | None = None,
) -> int:
    """Write a gathering down as a draft, which only staff see. Returns its id.

    `series` is the series that it is a date of, and the day that the rule gave.
    """
    _check_order(plan)
    event = Event(uid=str(uuid.uuid4()), created_at=now, changed_at=now, **_facts(session, plan))
    event.series_id, event.series_date = series or (None, None)
    session.add(event)
    session.flush()
    journal.record(session, "event.added", ("event", event.id), by=by, now=now)
    return event.id


def change(
    session: Session,
    event_id: int,
    plan: EventPlan,
    *,
    by: Actor,
    now: datetime,
    seen: datetime | None = None,
    reason: str = "",
) -> None:
    """Change a gathering. More seats go to the waiting list first; nothing new is no change.

    A `reason` is kept for who hears of it. `seen` is the `changed_at` of what the editor was looking at: raises
    `Refused("event.changed_meanwhile")` when somebody else saved in between. Refused too: fewer seats than are taken,
    a public gathering moved into the past.
    """
    event = locked(session, event_id)
    if seen not in (None, event.changed_at):
        raise Refused("event.changed_meanwhile")
    _check(event, plan, now)
    changed = _write(session, event, plan)
    if not changed:
        return
    told = bool(changed & TOLD)
    event.reason = one_line(reason) if told or reason else event.reason
    _mark(event, now, new_revision=told)
    journal.record(session, "event.changed", ("event", event.id), by=by, now=now, changed=sorted(changed))
    if "time" in changed:
        hosts.ask_again(session, event, by=by, now=now)
    waiting_list.fill(session, event, by=by, now=now)


def open_up(session: Session, event_id: int, *, by: Actor, now: datetime) -> None:
    """Show a gathering to everybody and let parents sign up. Twice is harmless.

    Raises `Refused` when it was called off or has already begun.
    """
    event = locked(session, event_id)
    if event.state is EventState.OPEN:
        return
    if event.state not in CHANGEABLE:
        raise Refused("event.is_over")
    if event.starts_at <= now:
        raise Refused("event.starts_in_the_past", field="date")
    move(session, event, EventState.OPEN, "event.opened", by=by, now=now)


def close(session: Session, event_id: int, *, by: Actor, now: datetime) -> None:
    """Take no more sign-ups from the public page; who is on the waiting list may still get a seat. Twice is harmless.

    Raises `Refused` for a gathering that was not open.
    """
    event = locked(session, event_id)
    if event.state is EventState.CLOSED:
        return
    if event.state is not EventState.OPEN:
        raise Refused("event.not_open")
    move(session, event, EventState.CLOSED, "event.closed", by=by, now=now)


def cancel(session: Session, event_id: int, *, by: Actor, now: datetime, reason: str = "") -> None:
    """Call a gathering off, and keep why. Who signed up stays listed, so that they can be told. Twice is harmless.

    Raises `Refused` when it was already held.
    """
    event = locked(session, event_id)
    if event.state is EventState.CANCELLED:
        return
    if event.state not in CHANGEABLE:
        raise Refused("event.is_over")
    was, event.reason = event.state.value, one_line(reason)
    move(session, event, EventState.CANCELLED, "event.cancelled", by=by, now=now, was=was)


def one_line(reason: str) -> str:
    """A reason as it is kept."""
    return " ".join(reason.split())[:LONGEST_REASON]


def locked(session: Session, event_id: int) -> Event:
    """The row, which nobody else changes until this transaction ends."""
    event = session.get(Event, event_id, with_for_update=True, populate_existing=True)
    if event is None:
        raise Refused("not_found")
    return event


def move(
    session: Session, event: Event, state: EventState, kind: str, *, by: Actor, now: datetime, **facts: object
) -> None:
    """Bring a gathering into another state, with its line in the journal."""
    event.state = state
    _mark(event, now, new_revision=True)
    journal.record(session, kind, ("event", event.id), by=by, now=now, **facts)


def _mark(event: Event, now: datetime, *, new_revision: bool) -> None:
    # Always later than before, so that two saves within one tick of the clock can be told apart.
    event.changed_at = max(now, event.changed_at + timedelta(microseconds=1))
    event.revision += new_revision


def _check_order(plan: EventPlan) -> None:
    if plan.ends_at <= plan.starts_at:
        raise Refused("event.end_before_start", field="end")


def _check(event: Event, plan: EventPlan, now: datetime) -> None:
    if event.state not in CHANGEABLE:
        raise Refused("event.is_over")
    _check_order(plan)
    if plan.seats < min(event.seats, event.seats_taken):  # more may be taken than there are, with a reason
        raise Refused("event.seats_below_taken", field="seats", taken=event.seats_taken)
    if plan.online_seats < min(event.online_seats, event.online_taken):
        raise Refused("event.seats_below_taken", field="online_seats", taken=event.online_taken)
    moved = plan.starts_at != event.starts_at
    if moved and event.state is not EventState.DRAFT and plan.starts_at <= now:
        raise Refused("event.starts_in_the_past", field="date")


def _facts(session: Session, plan: EventPlan) -> dict[str, Any]:
    """The plan as values of the row's columns and relations."""
    topics = select(Topic).where(Topic.code.in_(plan.topics)).order_by(Topic.position)
    return {
        "kind": plan.kind,
        "title": plan.title,
        "description": plan.description,
        "venue": venues.find_or_make(session, plan.venue),
        "topics": list(session.scalars(topics)),
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "seats": plan.seats,
        "answers": dict(plan.answers),
        "mode": plan.mode,
        "queue": plan.queue,
        "offer_hours": plan.offer_hours,
        "last_hours": plan.last_hours,
        "online_url": plan.online_url,
        "online_seats": plan.online_seats,
    }


def _write(session: Session, event: Event, plan: EventPlan) -> set[str]:
    """Write the plan on the row; returns which of its parts are different now."""
    changed = set()
    for name, value in _facts(session, plan).items():
        if getattr(event, name) != value:
            setattr(event, name, value)
            changed.add(PARTS.get(name, "text"))
    if session.is_modified(event.venue):
        changed.add("place")
    return changed
