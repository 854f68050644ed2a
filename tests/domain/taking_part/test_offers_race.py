"""Everybody at once at one waiting list: seats hold, nobody is asked twice, none stays free while somebody waits."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier

from sqlalchemy import select

from domain.actors import PARENT
from domain.refused import Refused
from domain.taking_part import offers, sign_ups, waiting_list
from store.database import Database
from store.models import Event, JournalLine, SignUp
from store.states import SignUpState
from tests import make
from tests.make import COORDINATOR

SEATS, PARENTS, ROUNDS = 5, 15, 3
SEATED = (SignUpState.CONFIRMED, SignUpState.OFFERED)


def one_parent(database: Database, mine: int, number: int, now: datetime) -> None:
    """Leaves, says yes, says no or minds the list, by turns."""
    with database.writing() as session, suppress(Refused):
        if number % 5 == 0:
            sign_ups.cancel(session, mine, by=COORDINATOR, now=now)
        elif number % 5 == 1:
            offers.decline(session, mine, by=PARENT, now=now)
        elif number % 5 == 2:
            waiting_list.tend(session, now)
        else:
            offers.accept(session, mine, by=PARENT, now=now)


def test_at_once_the_list_stays_right(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=SEATS, offer_hours=24)
        ids = [make.signed_up(session, event_id, f"Ouder {number}", now=now) for number in range(PARENTS)]
    together = Barrier(PARENTS)

    def client(number: int) -> None:
        for turn in range(ROUNDS):
            together.wait()
            one_parent(database, ids[number], number + turn, now + timedelta(hours=25 * turn))

    with ThreadPoolExecutor(PARENTS) as pool:
        list(pool.map(client, range(PARENTS)))

    with database.reading() as session:
        event = session.get_one(Event, event_id)
        states = Counter(session.scalars(select(SignUp.state).where(SignUp.event_id == event_id)))
        offered = session.scalars(select(JournalLine.subject_id).where(JournalLine.kind == "signup.offered")).all()
    assert event.seats_taken == sum(states[one] for one in SEATED)
    assert event.seats_taken <= SEATS
    assert event.parties_waiting == states[SignUpState.WAITING]
    assert event.seats_taken == SEATS or not event.parties_waiting
    assert len(offered) == len(set(offered))
