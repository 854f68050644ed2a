"""Noting who came: each mark is the whole truth of its moment, so that sending twice adds nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from domain.actors import PARENT, Actor, Role
from domain.gatherings import events
from domain.refused import Refused
from domain.taking_part import attendance
from store.database import Busy, Database
from store.models import EventHost, SignUp
from store.queries.gatherings.attendance import turnouts
from store.states import HostState, SignUpState
from tests import make
from tests.domain.taking_part.attending import MINUTE, START, cafe, people

__all__ = ["cafe"]


KEY = "4f6f5b0e-6d5e-4c8e-9d5e-0b6f3c1d2a34"


def mark(
    database: Database, cafe: tuple[int, int], came: bool | None, at: datetime, by: Actor = make.COORDINATOR
) -> None:
    with database.writing() as session:
        attendance.mark(session, *cafe, came, at=at, by=by, now=at + MINUTE)


def walk_in(database: Database, event_id: int, at: datetime, *, here: bool = True, name: str = "Joris") -> None:
    with database.writing() as session:
        attendance.walk_in(session, event_id, KEY, name, here=here, at=at, by=make.COORDINATOR, now=at + MINUTE)


@pytest.mark.parametrize("came", [True, False, None])
def test_a_party_is_present_absent_or_neither(
    database: Database, now: datetime, cafe: tuple[int, int], came: bool | None
) -> None:
    mark(database, cafe, True, now + START)

    mark(database, cafe, came, now + START + MINUTE)

    assert people(database, cafe[0]) == [("Farida", 2, came)]


def test_what_was_noted_later_stays_when_an_older_mark_arrives_late(
    database: Database, now: datetime, cafe: tuple[int, int]
) -> None:
    mark(database, cafe, False, now + START + MINUTE)

    mark(database, cafe, True, now + START)

    assert people(database, cafe[0]) == [("Farida", 2, False)]


def test_somebody_who_walked_in_is_added_once_and_takes_no_seat(
    database: Database, now: datetime, cafe: tuple[int, int]
) -> None:
    for _ in range(2):
        walk_in(database, cafe[0], now + START)

    with database.reading() as session:
        taken = session.get_one(SignUp, cafe[1]).event.seats_taken
    assert (people(database, cafe[0]), taken) == ([("Farida", 2, None), ("Joris", 1, True)], 2)


def test_somebody_who_walked_in_and_was_taken_back_stays_away_when_sent_again(
    database: Database, now: datetime, cafe: tuple[int, int]
) -> None:
    walk_in(database, cafe[0], now + START)
    walk_in(database, cafe[0], now + START + MINUTE, here=False)

    walk_in(database, cafe[0], now + START)

    assert people(database, cafe[0]) == [("Farida", 2, None)]


def test_two_at_once_with_the_same_key_are_one_person(database: Database, now: datetime, cafe: tuple[int, int]) -> None:
    together = Barrier(4)

    def phone(_number: int) -> None:
        together.wait()
        while True:
            try:
                return walk_in(database, cafe[0], now + START)
            except Busy:
                continue

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(phone, range(4)))

    with database.reading() as session:
        assert list(session.scalars(select(SignUp.state).where(SignUp.mark_key == KEY))) == [SignUpState.ATTENDED]


def test_not_earlier_than_an_hour_before_the_start(database: Database, now: datetime, cafe: tuple[int, int]) -> None:
    early = now + START - timedelta(minutes=61)
    with pytest.raises(Refused, match=r"attendance\.too_early"), database.writing() as session:
        attendance.mark(session, *cafe, True, at=early, by=make.COORDINATOR, now=early)

    mark(database, cafe, True, now + START - timedelta(minutes=61))

    assert people(database, cafe[0]) == [("Farida", 2, True)]


def test_not_for_a_gathering_that_was_called_off(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        events.cancel(session, event_id, by=make.COORDINATOR, now=now)

    with pytest.raises(Refused, match=r"attendance\.closed"), sqlite.writing() as session:
        attendance.head_count(session, event_id, 3, at=now + START, by=make.COORDINATOR, now=now + START)


def test_not_for_somebody_of_another_gathering(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id, other = (make.cafe(session, now=now) for _ in range(2))
        sign_up_id = make.signed_up(session, other, now=now)

    with pytest.raises(Refused, match="not_found"):
        mark(sqlite, (event_id, sign_up_id), True, now + START)


@pytest.mark.parametrize(
    ("state", "may"),
    [(HostState.ACCEPTED, True), (HostState.ASKED, False), (HostState.DECLINED, False), (None, False)],
)
def test_of_the_buddies_only_who_hosts_it_may(
    database: Database, now: datetime, cafe: tuple[int, int], state: HostState | None, may: bool
) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        if state:
            session.add(EventHost(event_id=cafe[0], buddy_id=buddy_id, state=state, asked_at=now))

    def allowed() -> bool:
        try:
            mark(database, cafe, True, now + START, make.buddy_actor(buddy_id))
        except Refused as refused:
            assert refused.key == "not_allowed"
            return False
        return True

    assert (allowed(), people(database, cafe[0])) == (may, [("Farida", 2, True if may else None)])


@pytest.mark.parametrize("by", [PARENT, Actor("Bo", frozenset({Role.POLICY}), 9)])
def test_nobody_else_sees_the_sheet(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)

    with pytest.raises(Refused, match="not_allowed"), sqlite.reading() as session:
        attendance.sheet(session, event_id, by=by)


def test_of_who_was_noted_it_is_known_how_many_came(database: Database, now: datetime, cafe: tuple[int, int]) -> None:
    with database.writing() as session:
        absent = make.signed_up(session, cafe[0], "Samira", now=now)
        make.signed_up(session, cafe[0], "Nobody noted", now=now)
    mark(database, cafe, True, now + START)
    mark(database, (cafe[0], absent), False, now + START)
    walk_in(database, cafe[0], now + START)

    with database.reading() as session:
        assert (turnouts(session, kind="cafe"), turnouts(session, series_id=1)) == ([(3, 2)], [])
