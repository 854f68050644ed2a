"""Reminders as the clock writes them, minute by minute."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select, update

from domain.gatherings.rounding_off import round_off
from domain.local_time import instant
from domain.taking_part import reminders
from store.database import Database
from store.models import Letter, SignUp
from tests import make

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def start() -> datetime:
    """Tuesday 15 December 2026, 19:30 in Amsterdam: three weeks from now."""
    return instant(date(2026, 12, 15), time(19, 30))


def remind(database: Database, at: datetime) -> int:
    """How many letters are written at this moment."""
    written = 0
    while True:
        with database.writing() as session:
            part = reminders.remind(session, make.LETTERHEAD, at)
        if not part:
            return written
        written += part


def through(database: Database, since: datetime, until: datetime) -> list[tuple[datetime, str]]:
    """What is written, and when, by a clock that looks each quarter of an hour."""
    found = []
    while since <= until:
        with database.writing() as session:
            round_off(session, since)
        before = len(letters(database))
        remind(database, since)
        found += [(since, letter.kind) for letter in letters(database)[before:]]
        since += 15 * MINUTE
    return found


def letters(database: Database) -> list[Letter]:
    with database.reading() as session:
        return list(session.scalars(select(Letter).order_by(Letter.id)))


def cafe(database: Database, now: datetime, start: datetime, **facts: str) -> tuple[int, int]:
    """A café with one parent who signed up now: `(event, sign-up)`."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=start)
        return event_id, make.signed_up(session, event_id, now=now, **facts)


def noted(database: Database, sign_up_id: int, **values: object) -> None:
    with database.writing() as session:
        session.execute(update(SignUp).where(SignUp.id == sign_up_id).values(values))
