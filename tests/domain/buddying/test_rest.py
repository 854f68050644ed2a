"""A buddy catches their breath after a heavy match."""

from datetime import date, datetime

import pytest

from domain.buddying import rest
from domain.matchmaking import pool
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, JournalLine
from tests import make

LATER = date(2026, 12, 24)


def test_who_rests_is_not_asked_until_the_day_comes(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)

        rest.rest(session, buddy_id, LATER, by=make.buddy_actor(buddy_id), now=now)
        rest.rest(session, buddy_id, LATER, by=make.COORDINATOR, now=now)

        assert [one.resting for one in pool.offers(session, now)] == [True]
        assert [one.resting for one in pool.offers(session, now.replace(month=12))] == [False]
        assert session.query(JournalLine).where(JournalLine.kind == "buddy.rests").count() == 1


@pytest.mark.parametrize("until", [None, date(2026, 11, 24)])
def test_a_rest_can_end_early(sqlite: Database, now: datetime, until: date | None) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        rest.rest(session, buddy_id, LATER, by=make.COORDINATOR, now=now)

        rest.rest(session, buddy_id, until, by=make.COORDINATOR, now=now)
        rest.rest(session, buddy_id, until, by=make.COORDINATOR, now=now)

        assert session.get_one(Buddy, buddy_id).rest_until is None
        assert session.query(JournalLine).where(JournalLine.kind == "buddy.rested").count() == 1


def test_nobody_sends_another_buddy_to_rest(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            rest.rest(session, buddy_id, LATER, by=make.buddy_actor(buddy_id + 1), now=now)
