"""Gatherings to sign up for, and who is on the list."""

from datetime import datetime
from typing import Any

import pytest

from store.database import Database
from store.queries.gatherings import sign_ups as shown
from store.queries.gatherings.sign_ups import SignUpFacts
from tests import make

FARIDA: dict[str, Any] = {"name": "Farida", "email": "farida@example.nl", "party": "2", "topics": ["F"]}


@pytest.fixture
def quiet_cafe(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return make.cafe(session, now=now, seats=3)


def listed(database: Database, event_id: int) -> list[SignUpFacts]:
    with database.reading() as session:
        return list(shown.of_event(session, event_id))
