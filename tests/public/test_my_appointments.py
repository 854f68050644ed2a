"""A parent sees the appointments on the page of the request, and says that one doesn't suit."""

from datetime import datetime, timedelta

import pytest

from domain.matchmaking import requests
from store.database import Database
from store.models import Appointment, Match
from store.states import AppointmentState
from tests import appointed, make
from tests.doors import Doors, Visitor, text_of

DAY = timedelta(days=1)


@pytest.fixture
def match(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return appointed.match(session, now=now)


@pytest.fixture
def planned(sqlite: Database, now: datetime, match: int) -> int:
    return appointed.planned(sqlite, match, now + DAY, now=now)


def address(database: Database, match: int, now: datetime) -> str:
    with database.writing() as session:
        return f"/link/{requests.link(session, session.get_one(Match, match).request_id, now=now)}"


def visitor(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor()


def state(database: Database, number: int) -> AppointmentState:
    with database.reading() as session:
        return session.get_one(Appointment, number).state


def test_a_parent_sees_when_and_how(sqlite: Database, match: int, planned: int, now: datetime) -> None:
    page = text_of(visitor(sqlite, now).get(address(sqlite, match, now)))

    assert "woensdag 25 november, 11:00–12:00" in page
    assert "Bellen" in page


def test_a_look_changes_nothing_and_a_button_calls_off(
    sqlite: Database, match: int, planned: int, now: datetime
) -> None:
    page = address(sqlite, match, now)
    parent = visitor(sqlite, now)
    parent.get(page)
    assert state(sqlite, planned) is AppointmentState.PLANNED

    answers = [parent.post(page, do="not_convenient", appointment=planned).status_code for _twice in range(2)]

    assert answers == [303, 303]
    assert state(sqlite, planned) is AppointmentState.CANCELLED
    assert "Uw afspraken" not in text_of(parent.get(page))


def test_what_has_begun_is_not_called_off_any_more(sqlite: Database, match: int, planned: int, now: datetime) -> None:
    page = address(sqlite, match, now)

    answer = visitor(sqlite, now + DAY).post(page, do="not_convenient", appointment=planned)

    assert answer.status_code == 409
    assert "Deze afspraak is al begonnen of voorbij." in text_of(answer)
    assert "Dit komt niet uit" not in text_of(answer)


@pytest.mark.parametrize("number", ["", "x", "999"])
def test_an_appointment_that_is_not_theirs_is_not_found(
    sqlite: Database, match: int, planned: int, now: datetime, number: str
) -> None:
    with sqlite.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
        theirs = appointed.running(session, other, now=now, email="fatma@example.nl", name="Fatma")
    appointed.planned(sqlite, theirs, now + DAY, now=now)
    page = address(sqlite, theirs, now)

    answers = [
        visitor(sqlite, now).post(page, do="not_convenient", appointment=one).status_code for one in (number, planned)
    ]

    assert answers == [409, 409]
    assert state(sqlite, planned) is AppointmentState.PLANNED
