"""A pause of a buddy: until a day, or until the buddy says so."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from domain.availability import days_off
from domain.availability.free_time import Span
from domain.buddying import buddies
from domain.matchmaking import pool
from domain.refused import Refused
from store.database import Database
from store.models import Buddy
from tests import make
from tests.domain.availability.days import AFTER, NEXT_TUESDAY, TODAY, at, free_on, kinds


def test_a_pause_ends_on_its_day_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, until=AFTER, by=make.buddy_actor(buddy_id), now=now)
        night, morning = at(AFTER, 1) - timedelta(hours=2), at(AFTER, 1)

        assert [one.paused for one in pool.offers(session, night)] == [True]
        assert [days_off.tend(session, moment) for moment in (now, night, morning, morning)] == [0, 0, 1, 0]

        row = session.get_one(Buddy, buddy_id)
        assert (row.paused_since, row.paused_until) == (None, None)
        assert kinds(session) == ["buddy.paused", "buddy.resumed"]
        assert [one.paused for one in pool.offers(session, morning)] == [False]


def test_a_pause_without_a_day_lasts(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, by=make.COORDINATOR, now=now)

        assert days_off.tend(session, now + timedelta(days=900)) == 0
        assert free_on(session, buddy_id, now, AFTER) == []


def test_the_day_of_a_pause_can_change_and_it_must_be_to_come(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        for until in (None, AFTER, AFTER):
            buddies.pause(session, buddy_id, until=until, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^buddy.pause_past$"):
            buddies.pause(session, buddy_id, until=TODAY, by=make.COORDINATOR, now=now)

        assert (session.get_one(Buddy, buddy_id).paused_until, kinds(session)) == (AFTER, ["buddy.paused"] * 2)


def test_during_a_pause_there_is_no_time_and_on_the_day_it_ends_there_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, until=AFTER, by=make.COORDINATOR, now=now)

        assert free_on(session, buddy_id, now, NEXT_TUESDAY, AFTER) == [Span(at(AFTER, 19), at(AFTER, 22))]


def test_a_pause_that_is_made_longer_at_this_very_moment_goes_on(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        buddies.pause(session, buddy_id, until=AFTER, by=make.COORDINATOR, now=now)

    with ThreadPoolExecutor(1) as pool_of_one, database.writing() as session:
        buddies.pause(session, buddy_id, until=AFTER + timedelta(days=7), by=make.COORDINATOR, now=now)
        session.flush()
        tended = pool_of_one.submit(_tend, database, at(AFTER, 1))
        with pytest.raises(TimeoutError):
            tended.result(timeout=0.3)
        session.commit()

    assert tended.result() == 0
    with database.reading() as session:
        assert session.get_one(Buddy, buddy_id).paused_since is not None


def _tend(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return days_off.tend(session, now)
