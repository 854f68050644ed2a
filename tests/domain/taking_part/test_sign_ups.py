"""Parents sign up, wait for a seat, come with more or fewer, and give up their place."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import links
from domain.actors import PARENT
from domain.gatherings import events
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.taking_part.party import Party
from store.database import Database
from store.models import JournalLine
from store.queries.gatherings import events as shown_events
from store.queries.gatherings import sign_ups as shown
from store.states import LinkPurpose, SignUpState
from tests import make
from tests.make import COORDINATOR

CONFIRMED, WAITING, CANCELLED = SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.CANCELLED


def sign_up(session: Session, event_id: int, name: str, people: int = 1, *, now: datetime) -> int:
    return sign_ups.sign_up(session, event_id, make.party(name, people), by=PARENT, now=now).id


def states(session: Session, event_id: int) -> dict[str, SignUpState]:
    session.flush()
    return {one.name: one.state for one in shown.of_event(session, event_id)}


def told(session: Session, kind: str) -> list[int]:
    lines = session.scalars(select(JournalLine).where(JournalLine.kind == kind).order_by(JournalLine.id))
    return [line.subject_id for line in lines]


def test_who_fits_is_confirmed_and_who_does_not_waits(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=3)
        for name, people in (("Anna", 2), ("Bert", 2), ("Cor", 1)):
            sign_up(session, event_id, name, people, now=now)

        assert states(session, event_id) == {"Anna": CONFIRMED, "Bert": WAITING, "Cor": WAITING}


def test_each_sign_up_is_one_line_in_the_journal(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=1)
        first = sign_up(session, event_id, "Anna", now=now)
        second = sign_up(session, event_id, "Bert", now=now)

        assert (told(session, "signup.confirmed"), told(session, "signup.waiting")) == ([first], [second])


def test_a_freed_seat_goes_to_whoever_waited_longest(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=1)
        anna, bert, _cor = (sign_up(session, event_id, name, now=now) for name in ("Anna", "Bert", "Cor"))
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)

        assert states(session, event_id) == {"Anna": CANCELLED, "Bert": CONFIRMED, "Cor": WAITING}
        assert told(session, "signup.promoted") == [bert]


def test_nobody_is_passed_over_when_the_next_party_does_not_fit(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=2)
        anna, bert = (sign_up(session, event_id, name, now=now) for name in ("Anna", "Bert"))
        sign_up(session, event_id, "Cor", 2, now=now)
        sign_up(session, event_id, "Daan", now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)
        after_one = states(session, event_id)
        sign_ups.cancel(session, bert, by=COORDINATOR, now=now)

        assert (after_one["Cor"], after_one["Daan"]) == (WAITING, WAITING)
        assert states(session, event_id) == {"Anna": CANCELLED, "Bert": CANCELLED, "Cor": CONFIRMED, "Daan": WAITING}


def test_giving_up_a_place_twice_is_harmless(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=2)
        anna = sign_up(session, event_id, "Anna", now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now)
        session.flush()
        found = shown_events.event(session, event_id)

        assert found and found.seats_taken == 0
        assert told(session, "signup.cancelled") == [anna]


def test_more_seats_go_to_the_waiting_list_first(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=1)
        for name in ("Anna", "Bert", "Cor", "Daan"):
            sign_up(session, event_id, name, now=now)
        events.change(session, event_id, make.event_plan(now=now, seats=3), by=COORDINATOR, now=now)

        assert list(states(session, event_id).values()) == [CONFIRMED, CONFIRMED, CONFIRMED, WAITING]


def test_nobody_is_called_once_the_gathering_has_begun(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, seats=1)
        anna = sign_up(session, event_id, "Anna", now=now)
        sign_up(session, event_id, "Bert", now=now)
        sign_ups.cancel(session, anna, by=COORDINATOR, now=now + timedelta(days=7, minutes=5))

        assert states(session, event_id) == {"Anna": CANCELLED, "Bert": WAITING}


def test_who_gave_up_a_place_may_come_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        sign_ups.cancel(session, sign_up(session, event_id, "Anna", now=now), by=COORDINATOR, now=now)
        again = sign_ups.sign_up(session, event_id, make.party("Anna"), by=PARENT, now=now)

        assert again.state is CONFIRMED


def test_coming_with_fewer_frees_seats_for_who_waits(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, seats=3)
        anna = sign_up(session, event_id, "Anna", 3, now=now)
        sign_up(session, event_id, "Bert", 2, now=now)
        sign_ups.change_party(session, anna, 1, by=COORDINATOR, now=now)

        assert states(session, event_id) == {"Anna": CONFIRMED, "Bert": CONFIRMED}


def test_coming_with_more_than_there_is_room_for_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, seats=3)
        anna = sign_up(session, event_id, "Anna", now=now)
        sign_up(session, event_id, "Bert", now=now)

        with pytest.raises(Refused) as refused:
            sign_ups.change_party(session, anna, 3, by=COORDINATOR, now=now)

    assert (refused.value.key, refused.value.values) == ("signup.no_room", {"free": 1})


def test_nobody_takes_a_seat_that_others_wait_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, seats=2)
        anna = sign_up(session, event_id, "Anna", now=now)
        sign_up(session, event_id, "Bert", 2, now=now)

        with pytest.raises(Refused, match=r"signup.others_wait"):
            sign_ups.change_party(session, anna, 2, by=COORDINATOR, now=now)


def test_names_and_answers_are_read_back(database: Database, now: datetime) -> None:
    party = Party("Farida", email="f@example.nl", phone="0612345678", people=2, answers={"topics": ["F"]})

    with database.writing() as session:
        sign_up_id = sign_ups.sign_up(session, make.cafe(session, now=now), party, by=PARENT, now=now).id

    with database.reading() as session:
        found = shown.one(session, sign_up_id)
    assert found and Party(found.name, found.email, found.phone, found.party, found.answers) == party


def test_the_link_works_until_the_gathering_ends(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = sign_ups.sign_up(session, make.cafe(session, now=now), make.party("Anna"), by=PARENT, now=now)
        token = sign_ups.link(session, made.id, until=made.event_ends, now=now)
        session.flush()
        end = now + timedelta(days=7, hours=2)

        assert links.find(session, token, now=end - timedelta(minutes=1)) == (LinkPurpose.SIGN_UP, made.id)
        with pytest.raises(Refused, match=r"link.unknown"):
            links.find(session, token, now=end)
