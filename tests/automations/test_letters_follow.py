"""The automations that come with the product: who gets which letter, and what it says."""

from datetime import datetime, timedelta
from email.utils import parseaddr

import icalendar
import pytest

from automations.run import run
from domain import catalogue, links
from domain.actors import CLOCK, PARENT, Role
from domain.gatherings import events
from domain.gatherings.event_plans import VenuePlan
from domain.journal import record
from domain.post.letter_texts import CATALOGUE
from domain.taking_part import sign_ups
from i18n import speaking
from store.database import Database
from store.models import Letter
from store.states import LetterState, LinkPurpose
from tests import make
from tests.automations.written import letters_of, secret_in


@pytest.fixture
def cafe(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return make.cafe(
            session, now=now, seats=2, venue=VenuePlan("De Wilg", "GM0361", "Kerkstraat 1", "Lift aanwezig")
        )


def test_a_parent_with_a_seat_reads_what_when_and_where(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        make.signed_up(session, cafe, people=2, now=now)

    (letter,) = letters_of(sqlite, now)
    lines = (letter.body or "").splitlines()
    assert (letter.title, lines[0]) == ("U bent aangemeld: Oudercafé", "Beste Farida,")
    assert lines[4:9] == [
        "Oudercafé",
        "Wanneer: dinsdag 1 december, 11:00–13:00",
        "Waar: De Wilg, Kerkstraat 1, Alkmaar",
        "Toegankelijkheid: Lift aanwezig",
        "Aantal mensen: 2",
    ]


def test_the_link_in_the_letter_leads_to_the_sign_up(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        sign_up_id = make.signed_up(session, cafe, now=now)

    (letter,) = letters_of(sqlite, now)
    with sqlite.reading() as session:
        assert links.find(session, secret_in(letter), now=now) == (LinkPurpose.SIGN_UP, sign_up_id)


def test_a_calendar_file_invites_and_another_takes_it_back(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        sign_up_id = make.signed_up(session, cafe, now=now)
    run(sqlite, now, make.LETTERHEAD)
    with sqlite.writing() as session:
        make.post(session, now=now)
        sign_ups.cancel(session, sign_up_id, by=PARENT, now=now)

    first, second = (icalendar.Calendar.from_ical(one.calendar or "") for one in letters_of(sqlite, now))
    assert [first["method"], second["method"]] == ["REQUEST", "CANCEL"]
    assert first.events[0]["uid"] == second.events[0]["uid"]
    assert first.events[0]["organizer"] == f"mailto:{parseaddr(make.LETTERHEAD.sender)[1]}"


def test_who_waits_hears_it_and_hears_again_when_a_seat_is_free(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        first = make.signed_up(session, cafe, "Anna", people=2, now=now)
        make.signed_up(session, cafe, "Bo", now=now)
    run(sqlite, now, make.LETTERHEAD)
    with sqlite.writing() as session:
        make.post(session, now=now)
        sign_ups.cancel(session, first, by=make.COORDINATOR, now=now)

    letters = letters_of(sqlite, now)
    assert [(one.kind, one.address, one.calendar_method) for one in letters] == [
        ("sign_up_confirmed", "anna@example.nl", "REQUEST"),
        ("sign_up_waiting", "bo@example.nl", None),
        ("sign_up_cancelled", "anna@example.nl", "CANCEL"),
        ("sign_up_promoted", "bo@example.nl", "REQUEST"),
    ]


def test_a_new_time_is_told_to_everybody_and_put_only_into_calendars_of_who_comes(
    sqlite: Database, cafe: int, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.signed_up(session, cafe, "Anna", people=2, now=now)
        make.signed_up(session, cafe, "Bo", now=now)
    run(sqlite, now, make.LETTERHEAD)
    with sqlite.writing() as session:
        later = make.event_plan(now=now, seats=2, starts_at=now + timedelta(days=8))
        events.change(session, cafe, later, by=make.COORDINATOR, now=now)

    told = [one for one in letters_of(sqlite, now) if one.kind == "event_changed"]
    assert [(one.address, one.calendar_method) for one in told] == [
        ("anna@example.nl", "REQUEST"),
        ("bo@example.nl", None),
    ]


def test_another_description_is_no_reason_to_write(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        make.signed_up(session, cafe, now=now)
    run(sqlite, now, make.LETTERHEAD)
    with sqlite.writing() as session:
        plan = make.event_plan(
            now=now,
            seats=2,
            description="Met taart",
            venue=VenuePlan("De Wilg", "GM0361", "Kerkstraat 1", "Lift aanwezig"),
        )
        events.change(session, cafe, plan, by=make.COORDINATOR, now=now)

    assert [one.kind for one in letters_of(sqlite, now)] == ["sign_up_confirmed"]


def test_everybody_hears_that_a_gathering_is_called_off_and_who_has_no_mail_is_called(
    sqlite: Database, cafe: int, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.signed_up(session, cafe, "Anna", now=now)
        make.signed_up(session, cafe, "Bo", email="", phone="06 12345678", now=now)
        make.signed_up(session, cafe, "Cor", now=now)
        events.cancel(session, cafe, by=make.COORDINATOR, now=now)

    letters = letters_of(sqlite, now)
    assert [(one.kind, one.recipient, one.state) for one in letters] == [
        ("event_cancelled", "Anna", LetterState.QUEUED),
        ("event_cancelled", "Bo, 06 12345678", LetterState.TO_CALL),
        ("event_cancelled", "Cor", LetterState.QUEUED),
    ]


def test_a_parent_reads_the_language_of_the_sign_up(sqlite: Database, cafe: int, now: datetime) -> None:
    with speaking("en"), sqlite.writing() as session:
        make.signed_up(session, cafe, now=now)

    (letter,) = letters_of(sqlite, now)
    assert (letter.title, "When: Tuesday 1 December" in (letter.body or "")) == ("You are signed up: Oudercafé", True)


def test_an_advertisement_typed_as_a_name_is_not_passed_on(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        make.signed_up(session, cafe, "Win nu https://kwaad.example", email="iemand@example.nl", now=now)

    (letter,) = letters_of(sqlite, now)
    assert ("kwaad" in f"{letter.recipient}{letter.body}", (letter.body or "")[:9]) == (False, "U bent aa")


def test_administrators_hear_of_a_late_job_and_of_a_letter_that_did_not_arrive(
    sqlite: Database, cafe: int, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.ADMINISTRATOR, now=now)
        letter_id = make.letter(session, make.signed_up(session, cafe, now=now), now=now)
        session.get_one(Letter, letter_id).state = LetterState.FAILED
        record(session, "job.late", ("job", 0), by=CLOCK, now=now, job="tidy")
        record(session, "letter.failed", ("letter", letter_id), by=CLOCK, now=now, letter="sign_up_confirmed")

    told = {one.kind: one for one in letters_of(sqlite, now) if one.address == "tess@punt.example.nl"}
    assert sorted(told) == ["job_late", "letter_failed"]
    assert "Soort bericht: Aanmelding is gelukt." in (told["letter_failed"].body or "")


def test_a_letter_that_staff_switched_off_is_not_written(sqlite: Database, cafe: int, now: datetime) -> None:
    with sqlite.writing() as session:
        catalogue.switch(session, CATALOGUE, "sign_up_confirmed", active=False, by=make.COORDINATOR, now=now)
        make.signed_up(session, cafe, now=now)

    assert letters_of(sqlite, now) == []
