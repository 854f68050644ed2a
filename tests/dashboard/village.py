"""A village of parents who ask and buddies who can, and who is paired with whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from domain.matchmaking import plans
from store.database import Database
from store.queries.matchmaking import plans as found
from store.states import PlanState
from tests import make

BY = make.COORDINATOR
WEEKS = timedelta(days=27)


@dataclass(frozen=True)
class Village:
    """Farida waits longest and Joris after her; Anna fits both, Bart a little less. Samira asks what nobody knows."""

    farida: int
    joris: int
    samira: int
    anna: int
    bart: int


@pytest.fixture
def village(database: Database, now: datetime) -> Village:
    with database.writing() as session:
        return Village(
            make.request(session, now=now - WEEKS, name="Farida Haddad"),
            make.request(session, now=now - timedelta(days=9), name="Joris Bos", email="joris@example.nl"),
            make.request(session, now=now, name="Samira Ali", email="s@example.nl", topics=("E1",), sector="vso"),
            make.buddy(session, now=now, max_load=1),
            make.buddy(session, now=now, name="Bart", email="bart@example.nl", age_bands=("16-18",), max_load=1),
        )


def paired(database: Database) -> dict[int, int]:
    with database.reading() as session:
        plan = found.newest(session, state=PlanState.PREVIEW)
        assert plan
        return {one: scored.buddy_id for one, scored in plans.stored(plan)[1].pairs.items()}


def ready(database: Database) -> dict[int, int]:
    with database.reading() as session:
        return {one.request_id: one.buddy_id for one in found.prepared(session)}
