"""A buddy plans, moves and calls off on the phone, and touches nobody else's appointments."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from dashboard.parts.availability.appointment_form import act, field
from domain.buddying import buddies
from store.database import Database
from store.models import Appointment, Match
from store.states import AppointmentState
from tests import appointed, make
from tests.doors import Doors, Visitor, many, prop_id

DAY = timedelta(days=1)
ABOUT = "appointments-about"


class Phone:
    """The page of one buddy."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.about: dict[str, int | None] = {"match": None, "moving": None}

    def coming(self) -> str:
        return self._text("appointments-coming.children", [("appointments-changed", "data", None)])

    def form(self) -> str:
        inputs = [(ABOUT, "data", self.about), ("appointments-changed", "data", None)]
        return self._text("appointments-form.children", inputs)

    def save(self, number: int, **fields: object) -> str:
        pressed = act("save", number)
        filled = many(*((field(key), "value", value) for key, value in fields.items()))
        answer = self.visitor.call(
            self.visitor.doors.output_of("appointments-changed.data", "appointment-error"),
            [(..., "", many((pressed, "n_clicks", 1)))],
            [(ABOUT, "data", self.about), (..., "", filled)],
            [prop_id(pressed, "n_clicks")],
        )
        return answer.get_data(as_text=True)

    def call_off(self, number: int) -> str:
        pressed = act("off", number)
        (output,) = [
            key
            for key in self.visitor.doors.dashboard.callback_map
            if "appointments-changed.data" in key and "error" not in key
        ]
        answer = self.visitor.call(
            output, [(..., "", many((pressed, "n_clicks", 1)))], [], [prop_id(pressed, "n_clicks")]
        )
        return answer.get_data(as_text=True)

    def _text(self, output: str, inputs: Sequence[tuple[str, str, object]]) -> str:
        return self.visitor.call(output, inputs).get_data(as_text=True)


@pytest.fixture
def match(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return appointed.match(session, now=now)


@pytest.fixture
def phone(sqlite: Database, match: int, now: datetime) -> Phone:
    with sqlite.reading() as session:
        buddy_id = session.get_one(Match, match).buddy_id
    return Phone(Doors(sqlite, now).visitor(make.buddy_actor(buddy_id)))


def stranger(database: Database, now: datetime) -> int:
    """The match of another buddy."""
    with database.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
        return appointed.running(session, other, now=now, email="fatma@example.nl", name="Fatma")


def rows(database: Database) -> list[tuple[AppointmentState, datetime, str]]:
    with database.reading() as session:
        return [(row.state, row.starts_at, row.contact_mode) for row in session.query(Appointment)]


def test_the_form_offers_moments_that_suit_the_parent_too(phone: Phone) -> None:
    form = phone.form()

    assert "Nieuwe afspraak met Farida" in form
    assert "19:00–20:00 · past ook bij Farida" in form
    assert "Dinsdag 1 december" in form


def test_without_a_moment_it_says_why(sqlite: Database, phone: Phone, now: datetime) -> None:
    with sqlite.writing() as session:
        buddies.pause(session, 1, by=make.COORDINATOR, now=now)

    form = phone.form()

    assert "Wij vinden de komende vier weken geen vrij moment." in form
    assert "Van de 15 uur die u aanbiedt is niets vrij. Dit valt af: 15 uur door de pauze." in form


def test_a_tapped_moment_becomes_an_appointment(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    answer = phone.save(match, minutes="60", moment=(now + DAY).isoformat(), way="phone", day=None, time="")

    assert "De afspraak is gemaakt." in answer
    assert rows(sqlite) == [(AppointmentState.PLANNED, now + DAY, "phone")]
    assert "Woensdag 25 november, 11:00–12:00" in phone.coming()


def test_an_own_day_and_time_go_before_what_was_tapped(
    sqlite: Database, phone: Phone, match: int, now: datetime
) -> None:
    tapped = (now + DAY).isoformat()
    phone.save(match, minutes="30", moment=tapped, way="home", day="2026-12-03", time="13:15")

    assert rows(sqlite) == [(AppointmentState.PLANNED, datetime.fromisoformat("2026-12-03T12:15Z"), "home")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Kies een moment, of vul zelf een dag en tijd in."),
        ({"moment": "morgen"}, "Kies een moment, of vul zelf een dag en tijd in."),
        ({"moment": "2026-11-25T10:00"}, "Kies een moment, of vul zelf een dag en tijd in."),
        ({"day": "2026-11-23", "time": "10:00"}, "Dit moment is al voorbij."),
        ({"day": "2026-11-25", "time": "10:05"}, "Kies een tijd op een heel kwartier"),
        ({"day": "2027-03-28", "time": "02:30"}, "02:30"),
        ({"moment": "2026-11-25T10:00Z", "minutes": "9999"}, "Een afspraak duurt minstens een kwartier"),
    ],
)
def test_what_can_not_be_is_said_at_the_form(
    sqlite: Database, phone: Phone, match: int, typed: dict[str, str], said: str
) -> None:
    answer = phone.save(match, **{"minutes": "60", "way": "phone", **typed})

    assert said in answer
    assert rows(sqlite) == []


def test_a_moment_that_is_taken_is_said_at_the_form(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    appointed.planned(sqlite, match, now + DAY, now=now)

    answer = phone.save(match, minutes="30", moment=(now + DAY).isoformat(), way="phone")

    assert "Dan heeft de ouder al een afspraak." in answer


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


def test_with_two_parents_a_buddy_says_which(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = session.get_one(Match, match).buddy_id
        second = appointed.running(session, buddy_id, now=now, email="fatma@example.nl", name="Fatma")

    assert "Nieuwe afspraak: met wie?" in phone.form()
    phone.about = {"match": second, "moving": None}
    assert "Nieuwe afspraak met Fatma" in phone.form()


def test_nothing_of_another_buddy_can_be_reached(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    theirs = stranger(sqlite, now)
    number = appointed.planned(sqlite, theirs, now + DAY, now=now)

    phone.about = {"match": theirs, "moving": number}
    assert "Fatma" not in phone.form()
    phone.save(number, minutes="60", moment=(now + 3 * DAY).isoformat(), way="phone")
    phone.call_off(number)

    assert (AppointmentState.PLANNED, now + DAY, "phone") in rows(sqlite)


def test_who_has_no_match_reads_what_to_wait_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

    form = Phone(Doors(sqlite, now).visitor(make.buddy_actor(buddy_id))).form()

    assert "Nog geen koppeling" in form


def test_the_coordinator_sees_the_next_appointment_of_a_match(sqlite: Database, match: int, now: datetime) -> None:
    appointed.planned(sqlite, match, now + DAY, now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    inputs = [("matches-state", "value", "running"), ("matches-changed", "data", None)]

    shown = visitor.call("matches-list.children", inputs).get_data(as_text=True)

    assert "Afspraak: woensdag 25 november, 11:00" in shown


def test_from_a_match_a_buddy_goes_on_to_an_appointment(phone: Phone, match: int) -> None:
    shown = phone.visitor.call("mine.children", [("mine-changed", "data", None)]).get_data(as_text=True)

    assert f"mijn-afspraken?met={match}" in shown
