"""What people say about one pair of a parent and a buddy."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest

from domain.actors import PARENT, Actor
from domain.matchmaking import pair_wishes, pool
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine
from store.queries.matchmaking.pair_wishes import of_request
from store.sessions import Session
from tests import make


def pair(session: Session, now: datetime) -> tuple[int, int]:
    return make.request(session, now=now), make.buddy(session, now=now)


def lines(session: Session) -> list[str]:
    found = session.query(JournalLine).where(JournalLine.kind.startswith("pair.")).order_by(JournalLine.id)
    return [line.kind for line in found]


@pytest.mark.parametrize(
    ("by", "who"), [(make.COORDINATOR, "staff"), (make.buddy_actor(1), "buddy"), (PARENT, "parent")]
)
def test_each_of_them_can_say_that_they_know_each_other(database: Database, now: datetime, by: Actor, who: str) -> None:
    with database.writing() as session:
        request_id, buddy_id = pair(session, now)

        pair_wishes.acquainted(session, request_id, buddy_id, by=by, now=now)
        pair_wishes.acquainted(session, request_id, buddy_id, by=by, now=now)

        assert [(said.kind, said.said_by) for said in of_request(session, request_id)] == [("acquainted", who)]
        assert pool.need(session, request_id).acquainted_buddies == {buddy_id}
        assert lines(session) == ["pair.said"]


def test_a_veto_can_be_taken_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id, buddy_id = pair(session, now)

        pair_wishes.veto(session, request_id, buddy_id, by=make.COORDINATOR, now=now)
        assert pool.need(session, request_id).vetoed_buddies == {buddy_id}
        for _twice in range(2):
            pair_wishes.take_back(session, request_id, buddy_id, by=make.COORDINATOR, now=now)

        assert pool.need(session, request_id).vetoed_buddies == frozenset()
        assert lines(session) == ["pair.said", "pair.taken_back"]


@pytest.mark.parametrize("verb", [pair_wishes.veto, pair_wishes.take_back])
@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(1)])
def test_only_staff_decide_about_a_pair(sqlite: Database, now: datetime, verb: Callable[..., None], by: Actor) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = pair(session, now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            verb(session, request_id, buddy_id, by=by, now=now)


def test_a_buddy_says_it_of_nobody_else(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = pair(session, now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            pair_wishes.acquainted(session, request_id, buddy_id, by=make.buddy_actor(buddy_id + 1), now=now)


def test_two_who_say_it_at_once_are_one_after_the_other(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id, buddy_id = pair(session, now)

    start = Barrier(2)

    def say(by: Actor) -> None:
        start.wait()
        with database.writing() as session:
            pair_wishes.acquainted(session, request_id, buddy_id, by=by, now=now)

    with ThreadPoolExecutor(2) as both:
        list(both.map(say, (PARENT, make.COORDINATOR)))

    with database.reading() as session:
        assert len(of_request(session, request_id)) == 1
        assert lines(session) == ["pair.said"]
