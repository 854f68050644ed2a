"""A letter in the out-tray: claimed, posted, looked at."""

from datetime import datetime

import pytest

from domain.post import out_tray
from domain.post.out_tray import Claimed
from mail.post import Fate, Outcome
from store.database import Database
from store.models import JournalLine, Letter
from store.states import LetterState
from tests import make

REFUSED = Outcome(Fate.REFUSED, "550 nobody here")


@pytest.fixture
def letter(database: Database, now: datetime) -> int:
    """A confirmation for a parent with a seat."""
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
        return make.letter(session, sign_up_id, now=now)


def claim(database: Database, now: datetime) -> Claimed | None:
    with database.writing() as session:
        return out_tray.claim(session, now=now)


def post(database: Database, outcome: Outcome, now: datetime) -> LetterState | None:
    claimed = claim(database, now)
    assert claimed
    with database.writing() as session:
        return out_tray.settle(session, claimed, outcome, now=now, jitter=0.5)


def row_of(database: Database, letter_id: int) -> Letter:
    with database.reading() as session:
        return session.get_one(Letter, letter_id)


def kinds_of(database: Database) -> list[str]:
    with database.reading() as session:
        return [line.kind for line in session.query(JournalLine).order_by(JournalLine.id)]
