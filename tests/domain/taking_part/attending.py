"""Noting who came to a gathering."""

from datetime import datetime, timedelta

import pytest

from domain.taking_part import attendance
from store.database import Database
from tests import make

START = timedelta(days=7)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def cafe(database: Database, now: datetime) -> tuple[int, int]:
    """A café and the sign-up of one parent."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        return event_id, make.signed_up(session, event_id, people=2, now=now)


def people(database: Database, event_id: int) -> list[tuple[str, int, bool | None]]:
    with database.reading() as session:
        shown = attendance.sheet(session, event_id, by=make.COORDINATOR)
    return [(one.name, one.party, one.came) for one in shown.people]
