"""What arrived in the calendar of somebody who signed up, read by another parser."""

from datetime import UTC, datetime

import pytest
import vobject

from automations.run import run
from domain.gatherings import events
from store.database import Database
from store.models import Letter
from store.states import LetterState
from tests import make
from tests.make import COORDINATOR

PLAN = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)


@pytest.fixture
def cafe(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return make.cafe(session, now=now, seats=2, starts_at=PLAN)


def join(database: Database, cafe: int, now: datetime, name: str = "Farida", **facts: object) -> int:
    with database.writing() as session:
        return make.signed_up(session, cafe, name, now=now, **facts)


def move(database: Database, cafe: int, now: datetime, starts_at: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, seats=2, starts_at=starts_at)
        events.change(session, cafe, plan, by=COORDINATOR, now=now)


def call_off(database: Database, cafe: int, now: datetime) -> None:
    with database.writing() as session:
        events.cancel(session, cafe, by=COORDINATOR, now=now)


def received(database: Database, now: datetime, name: str = "farida") -> list[vobject.base.Component]:
    """The calendar files that this reader got up to now, in order: the post is taken away too."""
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        make.post(session, now=now)
        letters = session.query(Letter).where(Letter.state == LetterState.SENT).order_by(Letter.id).all()
        mine = [one.calendar for one in letters if one.address == f"{name}@example.nl"]
    return [vobject.readOne(one) for one in mine if one]
