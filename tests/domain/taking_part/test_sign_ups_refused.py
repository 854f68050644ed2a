"""Who can not sign up: twice, too late, too many, or with nothing to be reached by."""

from datetime import datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.gatherings import events
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.taking_part.party import Party
from store.database import Database
from store.states import SignUpState
from tests import make
from tests.make import COORDINATOR

CONFIRMED, WAITING, CANCELLED = SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.CANCELLED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Party("Anna", email="Anna@Example.nl"), Party("A.", email=" anna@example.nl")),
        (Party("Anna", phone="06 12345678"), Party("A.", phone="+31 6 1234 5678")),
        (Party("Anna", phone="072-5123456"), Party("A.", phone="0031725123456")),
    ],
)
def test_the_same_person_does_not_sign_up_twice(sqlite: Database, now: datetime, first: Party, second: Party) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        sign_ups.sign_up(session, event_id, first, by=PARENT, now=now)

        with pytest.raises(Refused, match=r"signup.twice"):
            sign_ups.sign_up(session, event_id, second, by=PARENT, now=now)


def test_a_sign_up_needs_a_way_to_reach_somebody(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"signup.contact_missing"):
        sign_ups.sign_up(session, make.cafe(session, now=now), Party("Anna"), by=PARENT, now=now)


def test_a_party_that_can_never_fit_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"signup.party_too_large"):
        sign_ups.sign_up(session, make.cafe(session, now=now, seats=2), make.party(people=3), by=PARENT, now=now)


def test_staff_may_add_somebody_when_sign_up_is_closed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        events.close(session, event_id, by=COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"signup.not_open"):
            sign_ups.sign_up(session, event_id, make.party(), by=PARENT, now=now)
        assert sign_ups.sign_up(session, event_id, make.party(), by=COORDINATOR, now=now).state is CONFIRMED


def test_nobody_signs_up_after_the_start(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"signup.too_late"):
        sign_ups.sign_up(
            session, make.cafe(session, now=now), make.party(), by=COORDINATOR, now=now + timedelta(days=7)
        )
