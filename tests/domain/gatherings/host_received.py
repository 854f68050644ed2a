"""What arrived in the calendar of a buddy who hosts, read by another parser."""

from datetime import datetime, timedelta

import pytest
import vobject

from automations.run import run
from domain.gatherings import events, hosts
from domain.gatherings.event_plans import VenuePlan
from store.database import Database
from store.models import Letter
from store.states import LetterState
from tests import make
from tests.make import COORDINATOR

HERE, THERE = VenuePlan("De Wilg", "GM0361", "Kerkstraat 1"), VenuePlan("De Kern", "GM0361")


@pytest.fixture
def evening(now: datetime) -> datetime:
    """Tuesday 1 December 2026, 20:00 in Amsterdam, when a buddy has time."""
    return now + timedelta(days=7, hours=9)


@pytest.fixture
def asked(database: Database, now: datetime, evening: datetime) -> tuple[int, int]:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=evening)
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, event_id, buddy_id, by=COORDINATOR, now=now)
    return event_id, buddy_id


def answer(database: Database, asked: tuple[int, int], yes: bool, now: datetime) -> None:
    with database.writing() as session:
        hosts.answer(session, *asked, yes=yes, by=make.buddy_actor(asked[1]), now=now)


def change(database: Database, event_id: int, starts_at: datetime, venue: VenuePlan, now: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, starts_at=starts_at, venue=venue)
        events.change(session, event_id, plan, by=COORDINATOR, now=now)


def posted(database: Database, now: datetime, address: str = "anna@example.nl") -> list[tuple[str, str | None]]:
    """The kinds of letters that reached this address up to now, each with its calendar file."""
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        make.post(session, now=now)
        letters = session.query(Letter).where(Letter.state == LetterState.SENT).order_by(Letter.id).all()
        return [(one.kind, one.calendar) for one in letters if one.address == address]


def received(database: Database, now: datetime) -> list[vobject.base.Component]:
    return [vobject.readOne(file) for _kind, file in posted(database, now) if file]


def said(files: list[vobject.base.Component]) -> list[tuple[str, str]]:
    return [(one.method.value, one.vevent.status.value) for one in files]
