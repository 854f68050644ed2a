"""Two parents and two buddies, and what a plan makes of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.crowd_text import read_outcome
from store.database import Database
from store.models import JournalLine, MatchPlan
from tests import make

BY = make.COORDINATOR
WEEKS = timedelta(days=27)


@dataclass(frozen=True)
class Village:
    """Two parents whom two buddies fit; Bart knows another age."""

    farida: int
    joris: int
    anna: int
    bart: int


@pytest.fixture
def village(database: Database, now: datetime) -> Village:
    with database.writing() as session:
        return Village(
            make.request(session, now=now - WEEKS),
            make.request(session, now=now, name="Joris", email="joris@example.nl", phone="06 87654321"),
            make.buddy(session, now=now, max_load=1),
            make.buddy(session, now=now, name="Bart", email="bart@example.nl", age_bands=("16-18",), max_load=1),
        )


def pairs(session: Session, plan_id: int) -> dict[int, int]:
    outcome = read_outcome(session.get_one(MatchPlan, plan_id).result or "")
    return {request_id: one.buddy_id for request_id, one in outcome.pairs.items()}


def lines(session: Session) -> list[str]:
    kinds = session.scalars(select(JournalLine.kind).order_by(JournalLine.id))
    return [kind for kind in kinds if kind.startswith(("plan.", "proposal."))]
