"""Appointments: in few words, and never two at once for a buddy or a parent."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.availability import appointments
from domain.local_time import instant
from domain.refused import Refused
from store.database import Database
from store.models import Appointment, Buddy, Match, TakenQuarter
from store.states import AppointmentState
from tests import appointed, make
from tests.appointed import planned as plan
from tests.domain.availability.appointing import HOUR, another_match, match, outcome, taken, told

__all__ = ["match"]


def rest(database: Database, match: int, minutes: int) -> None:
    """Their buddy wants this much time after each appointment."""
    with database.writing() as session:
        session.get_one(Buddy, session.get_one(Match, match).buddy_id).buffer_minutes = minutes


def test_an_appointment_is_planned_for_both(database: Database, now: datetime, match: int) -> None:
    number = plan(database, match, now + HOUR, now=now)

    with database.reading() as session:
        row = session.get_one(Appointment, number)
        assert (row.state, row.starts_at, row.ends_at, row.contact_mode, row.revision) == (
            AppointmentState.PLANNED, now + HOUR, now + 2 * HOUR, "phone", 0,
        )  # fmt: skip
    assert taken(database) == 8
    assert told(database) == ["appointment.planned"]


def test_the_same_appointment_twice_is_one(database: Database, now: datetime, match: int) -> None:
    first, again = (plan(database, match, now + HOUR, now=now) for _twice in range(2))

    assert first == again
    assert told(database) == ["appointment.planned"]


@pytest.mark.parametrize("minutes_later", [-45, 15, 45])
def test_a_buddy_is_never_in_two_places(database: Database, now: datetime, match: int, minutes_later: int) -> None:
    plan(database, match, now + 2 * HOUR, now=now)
    second = another_match(database, match, now)

    said = outcome(lambda: plan(database, second, now + 2 * HOUR + timedelta(minutes=minutes_later), now=now))

    assert said == "appointment.buddy_taken"


def test_a_parent_is_never_in_two_places(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)

    assert outcome(lambda: plan(database, match, now + HOUR, 30, now=now)) == "appointment.parent_taken"
    assert told(database) == ["appointment.planned"]


def test_one_after_the_other_is_fine(database: Database, now: datetime, match: int) -> None:
    plan(database, match, now + HOUR, now=now)

    plan(database, match, now + 2 * HOUR, now=now)

    assert told(database) == ["appointment.planned"] * 2


def test_the_rest_of_a_buddy_counts_after_an_appointment(database: Database, now: datetime, match: int) -> None:
    rest(database, match, 20)
    plan(database, match, now + 2 * HOUR, now=now)

    def with_another(starts_at: datetime) -> str:
        return outcome(lambda: plan(database, second, starts_at, now=now))

    second = another_match(database, match, now)
    assert with_another(now + 3 * HOUR + timedelta(minutes=15)) == "appointment.buddy_taken"
    assert with_another(now + HOUR) == "appointment.buddy_taken"
    assert with_another(now + 3 * HOUR + timedelta(minutes=30)) == "yes"


def test_a_parent_needs_no_rest_between(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)
    rest(sqlite, match, 30)
    plan(sqlite, match, now + HOUR, now=now)

    with sqlite.reading() as session:
        rows = [row.who.partition(":")[0] for row in session.query(TakenQuarter)]

    assert (rows.count("request"), rows.count("buddy")) == (4, 6)


def test_moments_that_make_no_sense_are_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)

    def said(starts_at: datetime, minutes: int = 60) -> str:
        return outcome(lambda: plan(sqlite, match, starts_at, minutes, now=now))

    assert said(now) == "appointment.past"
    assert said(now - HOUR) == "appointment.past"
    assert said(now + timedelta(days=366)) == "appointment.far"
    assert said(now + timedelta(minutes=70)) == "appointment.quarter"
    assert said(now + HOUR, 241) == "appointment.length"
    assert said(now + HOUR, 0) == "appointment.length"
    assert said(now + HOUR, 240) == "yes"


def test_an_unknown_way_of_contact_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.match(session, now=now)
        with pytest.raises(Refused, match=r"^catalogue.unknown$"):
            appointments.plan(session, match, now + HOUR, 60, "pigeon", by=make.COORDINATOR, now=now)


def test_in_the_october_night_the_hour_that_comes_twice_is_two_hours(
    database: Database, now: datetime, match: int
) -> None:
    first = instant(date(2027, 10, 31), time(2, 30))
    later = now + timedelta(days=330)

    plan(database, match, first, now=later)
    plan(database, match, first + HOUR, now=later)

    assert first == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert told(database) == ["appointment.planned"] * 2


def test_in_the_march_night_an_hour_takes_four_quarters(database: Database, now: datetime, match: int) -> None:
    starts_at = instant(date(2027, 3, 28), time(1, 30))

    plan(database, match, starts_at, now=now)

    assert taken(database) == 8
    assert outcome(lambda: plan(database, match, instant(date(2027, 3, 28), time(3, 15)), now=now)) == (
        "appointment.parent_taken"
    )
    assert outcome(lambda: plan(database, match, instant(date(2027, 3, 28), time(3, 30)), now=now)) == "yes"
