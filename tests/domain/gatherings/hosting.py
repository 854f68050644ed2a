"""A gathering that needs a host: asked, answered, looked at."""

from datetime import datetime, timedelta

import pytest

from domain.actors import Actor
from domain.gatherings import hosts
from domain.refused import Refused
from store.database import Database
from store.models import EventHost
from store.sessions import Session
from store.states import HostState
from tests import make

NINE_HOURS = timedelta(hours=9)


@pytest.fixture
def evening(now: datetime) -> datetime:
    """Tuesday 1 December 2026, 20:00 in Amsterdam, when a buddy has time."""
    return now + timedelta(days=7) + NINE_HOURS


def asked(session: Session, evening: datetime, now: datetime, **facts: str) -> tuple[int, int]:
    """A café on a Tuesday evening and a buddy who is asked to host it."""
    event_id = make.cafe(session, now=now, starts_at=evening)
    buddy_id = make.buddy(session, now=now, **facts)
    hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
    return event_id, buddy_id


def say(session: Session, event_id: int, buddy_id: int, yes: bool, now: datetime) -> None:
    hosts.answer(session, event_id, buddy_id, yes=yes, by=make.buddy_actor(buddy_id), now=now)


def states(database: Database) -> list[HostState]:
    with database.reading() as session:
        return [row.state for row in session.query(EventHost).order_by(EventHost.event_id, EventHost.buddy_id)]


def refusal(session: Session, event_id: int, buddy_id: int, now: datetime, by: Actor = make.COORDINATOR) -> str:
    with pytest.raises(Refused) as refused:
        hosts.ask(session, event_id, buddy_id, by=by, now=now)
    return refused.value.key
