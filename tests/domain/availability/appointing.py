"""Appointments of a buddy and a parent: moved, called off, looked at, several at once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from domain.availability import appointments
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine, Match, TakenQuarter
from tests import appointed, make

HOUR = timedelta(hours=1)


@pytest.fixture
def match(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return appointed.match(session, now=now)


def move(database: Database, number: int, starts_at: datetime, minutes: int = 60, *, now: datetime) -> None:
    with database.writing() as session:
        appointments.move(session, number, starts_at, minutes, "phone", by=make.COORDINATOR, now=now)


def another_match(database: Database, match: int, now: datetime) -> int:
    """A second parent of the same buddy."""
    with database.writing() as session:
        buddy_id = session.get_one(Match, match).buddy_id
        return appointed.running(session, buddy_id, now=now, email="fatma@example.nl")


def told(database: Database) -> list[str]:
    with database.reading() as session:
        lines = session.query(JournalLine).order_by(JournalLine.id)
        return [line.kind for line in lines if line.kind.startswith("appointment")]


def taken(database: Database) -> int:
    with database.reading() as session:
        return session.query(TakenQuarter).count()


def outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return refused.key
    return "yes"
