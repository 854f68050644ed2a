"""Many parents at once for the last seats: never more than there are, and nobody lost."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from domain.actors import PARENT
from domain.taking_part import sign_ups
from store.database import Busy, Database
from store.models import SignUp
from store.queries.gatherings import events
from store.queries.gatherings import sign_ups as shown
from store.states import SignUpState
from tests import make
from tests.make import COORDINATOR

CLIENTS = 64
SEATS = 10


@pytest.fixture
def event_id(database: Database, now: datetime) -> Iterator[int]:
    with database.writing() as session:
        made = make.cafe(session, now=now, seats=SEATS)
    yield made


def race(database: Database, event_id: int, now: datetime) -> None:
    """Every client starts at the same moment; one that found the door too busy tries again."""
    together = Barrier(CLIENTS)

    def client(number: int) -> None:
        together.wait()
        while True:
            try:
                with database.writing() as session:
                    sign_ups.sign_up(session, event_id, make.party(f"Ouder {number}"), by=PARENT, now=now)
                return
            except Busy:
                continue

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(CLIENTS)))


def test_of_64_for_10_seats_exactly_10_are_confirmed(database: Database, event_id: int, now: datetime) -> None:
    race(database, event_id, now)

    with database.reading() as session:
        rows, event = shown.of_event(session, event_id), events.event(session, event_id)
    assert Counter(row.state for row in rows) == {SignUpState.CONFIRMED: 10, SignUpState.WAITING: 54}
    assert event and (event.seats_taken, event.parties_waiting) == (10, 54)


def test_the_first_to_arrive_have_the_seats(database: Database, event_id: int, now: datetime) -> None:
    race(database, event_id, now)

    with database.reading() as session:
        rows = shown.of_event(session, event_id)
    assert [row.number for row in rows] == list(range(1, CLIENTS + 1))
    assert [row.state is SignUpState.CONFIRMED for row in rows] == [True] * SEATS + [False] * (CLIENTS - SEATS)


def test_cancelling_during_the_rush_loses_no_seat(database: Database, event_id: int, now: datetime) -> None:
    """Half of the clients give up at once what they got, so seats are freed while others arrive."""
    together = Barrier(CLIENTS)

    def client(number: int) -> None:
        together.wait()
        with database.writing() as session:
            mine = sign_ups.sign_up(session, event_id, make.party(f"Ouder {number}"), by=PARENT, now=now)
        if number % 2:
            with database.writing() as session:
                sign_ups.cancel(session, mine.id, by=COORDINATOR, now=now)

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(CLIENTS)))

    with database.reading() as session:
        states = Counter(row.state for row in shown.of_event(session, event_id))
    assert states == {SignUpState.CANCELLED: 32, SignUpState.CONFIRMED: 10, SignUpState.WAITING: 22}


def confirmed(session: Session, event_id: int) -> int:
    mine = select(func.count()).where(SignUp.event_id == event_id, SignUp.state == SignUpState.CONFIRMED)
    return session.scalar(mine) or 0


def insert(session: Session, event_id: int, number: int, now: datetime) -> None:
    row = SignUp(event_id=event_id, number=number, state=SignUpState.CONFIRMED, created_at=now, changed_at=now)
    session.add(row)
    session.commit()


def test_without_the_lock_the_last_seat_is_sold_twice_or_a_parent_is_sent_away(
    database: Database, event_id: int, now: datetime
) -> None:
    """The negative control: two clients count, both see a free seat, both write, in plain transactions."""
    with Session(database.engine) as session:
        for number in range(1, SEATS):
            insert(session, event_id, number, now)

    with Session(database.engine) as one, Session(database.engine) as other:
        counted = confirmed(one, event_id), confirmed(other, event_id)
        insert(one, event_id, 98, now)
        if database.is_sqlite:
            with pytest.raises(OperationalError, match="database is locked"):
                insert(other, event_id, 99, now)
        else:
            insert(other, event_id, 99, now)

    assert counted == (SEATS - 1, SEATS - 1)
    with database.reading() as session:
        assert confirmed(session, event_id) == (SEATS if database.is_sqlite else SEATS + 1)


def test_the_embedded_database_as_its_driver_opens_it_sells_the_last_seat_twice(sqlite: Database) -> None:
    """The other negative control: the driver begins a transaction only at the first write, after the count."""
    path = str(sqlite.url.database)
    free = "SELECT 1 - count(*) FROM seat"
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(path)) as other:
        one.execute("CREATE TABLE seat (name TEXT)")
        counted = [one.execute(free).fetchone(), other.execute(free).fetchone()]
        for client in (one, other):
            client.execute("INSERT INTO seat VALUES ('ouder')")
            client.commit()
        left = one.execute(free).fetchone()

    assert (counted, left) == ([(1,), (1,)], (-1,))
