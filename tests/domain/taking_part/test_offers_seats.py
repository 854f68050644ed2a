"""Seats beside an offer: too many, online, or none to be had."""

from datetime import datetime

import pytest
from sqlalchemy import select

from domain.actors import PARENT
from domain.gatherings import events
from domain.refused import Refused
from domain.taking_part import offers
from store.database import Database
from store.models import Event, JournalLine
from store.states import SignUpMode, SignUpState, Way
from tests import make
from tests.domain.taking_part.offering import cafe, state
from tests.make import COORDINATOR


def test_where_staff_decide_a_yes_looks_at_the_seats_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, asked = cafe(session, "Anna", "Bert", "Cor", now=now, mode=SignUpMode.APPROVAL)
        taken = session.get_one(Event, event_id).seats_taken
        answers = [offers.approve(session, one, by=COORDINATOR, now=now) for one in asked[:2]]
        offers.refuse(session, asked[2], by=COORDINATOR, now=now)

        assert (taken, answers) == (0, [SignUpState.CONFIRMED, SignUpState.WAITING])
        assert state(session, asked[2]) is SignUpState.REFUSED
        with pytest.raises(Refused, match=r"signup\.answered"):
            offers.approve(session, asked[0], by=COORDINATOR, now=now)


def test_a_seat_that_is_not_there_needs_a_coordinator_and_a_reason(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, (_anna, bert) = cafe(session, "Anna", "Bert", now=now)
        for reason, by in (("", COORDINATOR), ("zomaar", COORDINATOR), ("promised", PARENT)):
            with pytest.raises(Refused):
                offers.give_seat(session, bert, reason, by=by, now=now)
        offers.give_seat(session, bert, "promised", by=COORDINATOR, now=now)
        session.flush()

        event = session.get_one(Event, event_id)
        assert (event.seats, event.seats_taken, event.parties_waiting) == (1, 2, 0)
        (line,) = session.scalars(select(JournalLine).where(JournalLine.kind == "signup.overbooked"))
        assert (line.actor, line.facts["reason"], line.facts["over"]) == (COORDINATOR.label, "promised", 1)


def test_a_gathering_with_a_seat_too_many_can_still_be_changed(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, (_anna, bert) = cafe(session, "Anna", "Bert", now=now)
        offers.give_seat(session, bert, "promised", by=COORDINATOR, now=now)
        same = {"seats": 1, "offer_hours": 24}
        events.change(session, event_id, make.event_plan(now=now, title="Anders", **same), by=COORDINATOR, now=now)

        assert session.get_one(Event, event_id).title == "Anders"


def test_taking_part_online_has_its_own_seats_and_its_own_list(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, _anna = cafe(session, "Anna", now=now, online_seats=1)
        online = [make.signed_up(session, event_id, name, way=Way.ONLINE, now=now) for name in ("Bert", "Cor")]

        assert [state(session, one) for one in online] == [SignUpState.CONFIRMED, SignUpState.WAITING]
        event = session.get_one(Event, event_id)
        assert (event.seats_taken, event.online_taken, event.parties_waiting, event.online_waiting) == (1, 1, 0, 1)


def test_an_open_door_needs_no_sign_up(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id, _nobody = cafe(session, now=now, mode=SignUpMode.OPEN_DOOR)

        with pytest.raises(Refused, match=r"signup\.open_door"):
            make.signed_up(session, event_id, now=now)
