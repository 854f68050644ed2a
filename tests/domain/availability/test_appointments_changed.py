"""An appointment that is moved or called off, or that ends with its match; and who may."""

from datetime import datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.availability import appointments, calling_off
from domain.buddying import buddies
from domain.care import matches
from domain.matchmaking import requests
from domain.refused import Refused
from store.database import Database
from store.models import Appointment, JournalLine, Match
from store.states import AppointmentState
from tests import appointed, make
from tests.appointed import planned as plan
from tests.domain.availability.appointing import HOUR, match, move, outcome, taken, told

__all__ = ["match"]


def cancel(database: Database, number: int, *, now: datetime) -> None:
    with database.writing() as session:
        appointments.cancel(session, number, by=make.COORDINATOR, now=now)


def test_a_moved_appointment_frees_its_old_time(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    for _twice in range(2):
        move(database, number, now + HOUR + timedelta(minutes=30), 30, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.starts_at, row.ends_at, row.revision) == (
            now + HOUR + timedelta(minutes=30), now + 2 * HOUR, 1,
        )  # fmt: skip
    assert taken(database) == 4
    assert told(database) == ["appointment.planned", "appointment.moved"]


def test_a_move_that_does_not_fit_changes_nothing(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)
    plan(database, match, now + 3 * HOUR, now=now)
    with database.writing() as session, pytest.raises(Refused, match=r"^appointment.parent_taken$"):
        appointments.move(session, number, now + 3 * HOUR, 90, "phone", by=make.COORDINATOR, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.starts_at, row.ends_at, row.revision) == (now + HOUR, now + 2 * HOUR, 0)
    assert taken(database) == 16


def test_what_was_called_off_frees_its_time(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    for _twice in range(2):
        cancel(database, number, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.state, row.revision) == (AppointmentState.CANCELLED, 1)
    assert taken(database) == 0
    assert told(database) == ["appointment.planned", "appointment.cancelled"]
    assert plan(database, match, now + HOUR, now=now) != number


def test_a_parent_says_that_it_does_not_suit(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)
    with database.writing() as session:
        request_id = session.get_one(Match, match).request_id
        for _twice in range(2):
            appointments.not_convenient(session, number, request_id, now=now)

    with database.reading() as session:
        line = session.query(JournalLine).filter_by(kind="appointment.cancelled").one()
        assert (line.actor, line.facts) == ("parent", {"parent": True})


def test_a_parent_cannot_touch_the_appointment_of_another(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    with database.writing() as session:
        other = make.request(session, now=now, email="fatma@example.nl")
        with pytest.raises(Refused, match=r"^not_found$"):
            appointments.not_convenient(session, number, other, now=now)


def test_another_buddy_may_do_nothing(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    with database.writing() as session:
        stranger = make.buddy_actor(make.buddy(session, now=now, email="b@example.nl"))
        with pytest.raises(Refused, match=r"^not_allowed$"):
            appointments.plan(session, match, now + 5 * HOUR, 60, "phone", by=stranger, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            appointments.move(session, number, now + 5 * HOUR, 60, "phone", by=stranger, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            appointments.cancel(session, number, by=stranger, now=now)


def test_a_match_that_ended_takes_no_appointments(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)
    with database.writing() as session:
        matches.end(session, match, "agreed", by=make.COORDINATOR, now=now)

    assert outcome(lambda: plan(database, match, now + 5 * HOUR, now=now)) == "match.ended"
    assert outcome(lambda: move(database, number, now + 5 * HOUR, now=now)) == "match.ended"
    assert told(database) == ["appointment.planned", "appointment.cancelled"]


def test_a_parent_who_withdraws_has_no_appointments_left(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)
    with database.writing() as session:
        requests.withdraw(session, session.get_one(Match, match).request_id, by=PARENT, now=now)

    assert (taken(database), told(database)) == (0, ["appointment.planned", "appointment.cancelled"])


def test_what_was_planned_for_a_match_that_ends_is_called_off(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)
    plan(database, match, now + 3 * HOUR, now=now)

    with database.writing() as session:
        calling_off.call_off_rest(session, match, by=make.COORDINATOR, now=now + HOUR)

    with database.reading() as session:
        states = [row.state for row in session.query(Appointment).order_by(Appointment.id)]
    assert states == [AppointmentState.PLANNED, AppointmentState.CANCELLED]


def test_a_buddy_who_stopped_has_no_appointments(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)
        row = session.get_one(Match, match)
        buddies.locked(session, row.buddy_id).stopped_at = now

    assert outcome(lambda: plan(sqlite, match, now + HOUR, now=now)) == "match.ended"


def test_what_is_over_was_held(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)
    counted = []
    for moment in (now + 2 * HOUR - timedelta(seconds=1), now + 2 * HOUR, now + 2 * HOUR):
        with database.writing() as session:
            counted.append(appointments.close_past(session, moment))

    assert counted == [0, 1, 0]
    assert taken(database) == 0
    assert told(database) == ["appointment.planned", "appointment.held"]


def test_what_has_begun_can_not_be_changed(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    assert outcome(lambda: cancel(database, number, now=now + HOUR)) == "appointment.begun"
    assert outcome(lambda: move(database, number, now + 9 * HOUR, now=now + HOUR)) == "appointment.begun"
