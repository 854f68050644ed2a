"""A register of two school years of which everything that is closed was published."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from domain.register import counts
from store.database import Database
from tests import make

COUNTS = (("D2", 47, 22), ("B3", 13, 12), ("F6", 7, 8), ("G3", 3, 2))
"""By topic: so many questions this autumn, so many a year earlier; none of them a multiple of five but one."""


def register(session: Session, now: datetime) -> None:
    make.question(session, now=now, asked_on=date(2024, 8, 5), topics=("G3",))
    for topic, this, before in COUNTS:
        for day, n in ((date(2026, 9, 10), this), (date(2025, 9, 10), before), (date(2024, 9, 10), before)):
            for _ in range(n):
                make.question(
                    session, now=now, asked_on=day, topics=(topic,), municipality="Schoorl", done=("advice",)
                )  # fmt: skip


def twelve_wait(session: Session, now: datetime) -> None:
    for number in range(12):
        make.request(session, now=now, email=f"ouder{number}@example.nl", topics=("F8",))


@pytest.fixture
def published(database: Database, now: datetime) -> Database:
    with database.writing() as session:
        register(session, now)
        twelve_wait(session, now)
        counts.publish(session, now=now)
    return database


@pytest.fixture
def published_here(sqlite: Database, now: datetime) -> Database:
    """The same, on SQLite alone: for what doesn't depend on the database."""
    with sqlite.writing() as session:
        register(session, now)
        twelve_wait(session, now)
        counts.publish(session, now=now)
    return sqlite
