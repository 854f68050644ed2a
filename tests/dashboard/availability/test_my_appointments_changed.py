"""A buddy moves and calls off appointments on the phone, and touches nobody else's."""

from datetime import datetime

from store.database import Database
from store.states import AppointmentState
from tests import appointed, make
from tests.dashboard.availability.appointments_phone import DAY, Phone, match, phone, rows
from tests.doors import Doors

__all__ = ["match", "phone"]


def stranger(database: Database, now: datetime) -> int:
    """The match of another buddy."""
    with database.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
        return appointed.running(session, other, now=now, email="fatma@example.nl", name="Fatma")


def test_an_appointment_is_moved(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    number = appointed.planned(sqlite, match, now + DAY, now=now)
    phone.about = {"match": None, "moving": number}

    form = phone.form()
    answer = phone.save(number, minutes="60", moment=(now + 2 * DAY).isoformat(), way="online")

    assert "Verplaats de afspraak met Farida" in form
    assert "De afspraak is verplaatst." in answer
    assert rows(sqlite) == [(AppointmentState.PLANNED, now + 2 * DAY, "online")]


def test_an_appointment_is_called_off(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    number = appointed.planned(sqlite, match, now + DAY, now=now)

    assert "De afspraak is afgezegd." in phone.call_off(number)
    assert rows(sqlite) == [(AppointmentState.CANCELLED, now + DAY, "phone")]
    assert "Geen afspraken" in phone.coming()


def test_nothing_of_another_buddy_can_be_reached(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    theirs = stranger(sqlite, now)
    number = appointed.planned(sqlite, theirs, now + DAY, now=now)

    phone.about = {"match": theirs, "moving": number}
    assert "Fatma" not in phone.form()
    phone.save(number, minutes="60", moment=(now + 3 * DAY).isoformat(), way="phone")
    phone.call_off(number)

    assert (AppointmentState.PLANNED, now + DAY, "phone") in rows(sqlite)


def test_the_coordinator_sees_the_next_appointment_of_a_match(sqlite: Database, match: int, now: datetime) -> None:
    appointed.planned(sqlite, match, now + DAY, now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    inputs = [("matches-state", "value", "running"), ("matches-changed", "data", None)]

    shown = visitor.call("matches-list.children", inputs).get_data(as_text=True)

    assert "Afspraak: woensdag 25 november, 11:00" in shown
