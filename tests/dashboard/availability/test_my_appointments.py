"""A buddy plans an appointment on the phone."""

from datetime import datetime

import pytest

from domain.buddying import buddies
from store.database import Database
from store.models import Match
from store.states import AppointmentState
from tests import appointed, make
from tests.dashboard.availability.appointments_phone import DAY, Phone, match, phone, rows
from tests.doors import Doors

__all__ = ["match", "phone"]


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


def test_with_two_parents_a_buddy_says_which(sqlite: Database, phone: Phone, match: int, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = session.get_one(Match, match).buddy_id
        second = appointed.running(session, buddy_id, now=now, email="fatma@example.nl", name="Fatma")

    assert "Nieuwe afspraak: met wie?" in phone.form()
    phone.about = {"match": second, "moving": None}
    assert "Nieuwe afspraak met Fatma" in phone.form()


def test_who_has_no_match_reads_what_to_wait_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

    form = Phone(Doors(sqlite, now).visitor(make.buddy_actor(buddy_id))).form()

    assert "Nog geen koppeling" in form


def test_from_a_match_a_buddy_goes_on_to_an_appointment(phone: Phone, match: int) -> None:
    shown = phone.visitor.call("mine.children", [("mine-changed", "data", None)]).get_data(as_text=True)

    assert f"mijn-afspraken?met={match}" in shown
