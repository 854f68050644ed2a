"""What follows from an appointment: both hear of it, with a file for the calendar that has no names in it."""

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from automations.run import run
from domain.availability import appointments
from store.database import Database
from store.models import Letter, Match, Request
from tests import appointed, make

DAY = timedelta(days=1)


@pytest.fixture
def match(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return appointed.match(session, now=now)


@pytest.fixture
def planned(sqlite: Database, now: datetime, match: int) -> int:
    return appointed.planned(sqlite, match, now + DAY, now=now)


def letters(database: Database, now: datetime) -> list[Letter]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        found = session.query(Letter).filter(Letter.kind.startswith("appointment")).order_by(Letter.id)
        return found.all()


def in_calendar(letter: Letter) -> tuple[str, str, int, str]:
    calendar = Calendar.from_ical(letter.calendar or "")
    (event,) = calendar.events
    return str(calendar["METHOD"]), str(event["UID"]), int(str(event["SEQUENCE"])), str(event["SUMMARY"])


def test_both_hear_when_and_how(sqlite: Database, planned: int, now: datetime) -> None:
    to_parent, to_buddy = letters(sqlite, now)

    assert (to_parent.kind, to_parent.address, to_parent.title) == (
        "appointment_planned_parent",
        "farida@example.nl",
        "Uw afspraak met Anna: woensdag 25 november, 11:00–12:00",
    )
    assert "Wanneer: woensdag 25 november, 11:00–12:00\nHoe: Bellen\n" in (to_parent.body or "")
    assert (to_buddy.kind, to_buddy.address, to_buddy.title) == (
        "appointment_planned_buddy",
        "anna@example.nl",
        "Uw afspraak met Farida: woensdag 25 november, 11:00–12:00",
    )
    assert "https://punt.example.nl/werk/mijn-afspraken" in (to_buddy.body or "")


def test_the_calendar_gets_it_without_names(sqlite: Database, planned: int, now: datetime) -> None:
    found = letters(sqlite, now)

    assert [in_calendar(one)[0] for one in found] == ["REQUEST", "REQUEST"]
    assert {in_calendar(one)[3] for one in found} == {"Buddygesprek"}
    assert not any("Farida" in (one.calendar or "") or "Anna" in (one.calendar or "") for one in found)


def test_a_move_changes_the_calendar(sqlite: Database, planned: int, now: datetime) -> None:
    first = letters(sqlite, now)
    with sqlite.writing() as session:
        make.post(session, now=now)
        appointments.move(session, planned, now + 2 * DAY, 60, "home", by=make.COORDINATOR, now=now)

    moved = letters(sqlite, now)[2:]

    assert [one.kind for one in moved] == ["appointment_moved_parent", "appointment_moved_buddy"]
    assert "donderdag 26 november, 11:00–12:00" in (moved[0].body or "")
    assert in_calendar(moved[0]) == ("REQUEST", in_calendar(first[0])[1], 1, "Buddygesprek")


def test_what_is_called_off_is_taken_out_again(sqlite: Database, planned: int, now: datetime) -> None:
    first = letters(sqlite, now)
    with sqlite.writing() as session:
        make.post(session, now=now)
        appointments.cancel(session, planned, by=make.COORDINATOR, now=now)

    off = letters(sqlite, now)[2:]

    assert [one.kind for one in off] == ["appointment_cancelled_parent", "appointment_cancelled_buddy"]
    assert in_calendar(off[1]) == ("CANCEL", in_calendar(first[1])[1], 1, "Buddygesprek")


def test_the_buddy_hears_when_it_does_not_suit_the_parent(sqlite: Database, planned: int, now: datetime) -> None:
    letters(sqlite, now)
    with sqlite.writing() as session:
        request_id = session.query(Match).one().request_id
        appointments.not_convenient(session, planned, request_id, now=now)

    assert [one.kind for one in letters(sqlite, now)[2:]] == [
        "appointment_cancelled_parent",
        "appointment_cancelled_buddy",
    ]


def test_what_was_called_off_at_once_never_reaches_a_calendar(sqlite: Database, planned: int, now: datetime) -> None:
    with sqlite.writing() as session:
        appointments.cancel(session, planned, by=make.COORDINATOR, now=now)

    assert [(one.kind, one.calendar) for one in letters(sqlite, now)] == [
        ("appointment_cancelled_parent", None),
        ("appointment_cancelled_buddy", None),
    ]


def test_a_parent_without_mail_is_called(sqlite: Database, match: int, now: datetime) -> None:
    with sqlite.writing() as session:
        session.get_one(Request, session.get_one(Match, match).request_id).email = None
    appointed.planned(sqlite, match, now + DAY, now=now)

    to_parent = letters(sqlite, now)[0]

    assert (to_parent.state.value, to_parent.recipient) == ("to_call", "Farida, 06 12345678")
