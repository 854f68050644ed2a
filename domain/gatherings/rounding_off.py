"""Rounding off: a gathering that is over becomes one that was held, and goes to the archive when nobody has a name."""

from datetime import datetime, timedelta

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from store.models import Event, SignUp
from store.states import EventState

PART = 100
KEPT = timedelta(days=28)  # after the gathering, as long as names are kept
GOES_ON = (EventState.OPEN, EventState.CLOSED)


def round_off(session: Session, now: datetime) -> int:
    """Round off one part of what is over; gives how many, and 0 when everything is. Twice is harmless.

    Only what parents could come to was held: a draft stays a draft. A calendar sees no change, so there is no new
    revision. The archive takes in what was held four weeks ago, once tidying up wiped the names.
    """
    return _move(session, _over(now), EventState.HELD, "event.held", now) or _move(
        session, _nameless(now - KEPT), EventState.ARCHIVED, "event.archived", now
    )


def _over(now: datetime) -> Select[Event]:
    return select(Event).where(Event.state.in_(GOES_ON), Event.ends_at <= now)


def _nameless(ended_before: datetime) -> Select[Event]:
    named = exists().where(SignUp.event_id == Event.id, SignUp.name.is_not(None))
    return select(Event).where(Event.state == EventState.HELD, Event.ends_at < ended_before, ~named)


def _move(session: Session, query: Select[Event], state: EventState, kind: str, now: datetime) -> int:
    part = query.order_by(Event.ends_at, Event.id).limit(PART).with_for_update(skip_locked=True)
    rows = list(session.scalars(part.execution_options(populate_existing=True)))
    for event in rows:
        event.state = state
        event.changed_at = max(now, event.changed_at + timedelta(microseconds=1))
        journal.record(session, kind, ("event", event.id), by=CLOCK, now=now)
    return len(rows)
