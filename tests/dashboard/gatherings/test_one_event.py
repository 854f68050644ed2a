"""One gathering, over HTTP."""

from datetime import datetime

import pytest

from dashboard.parts.gatherings.event_facts import CANCEL, CLOSE, DO, FILE, OPEN
from domain.actors import Actor, Role
from domain.gatherings import events
from domain.taking_part import sign_ups
from store.database import Database
from store.queries.gatherings import events as shown
from store.states import EventState
from tests import make
from tests.dashboard.gatherings.event_page import come, confirm, page, press, staff
from tests.doors import Doors

NOT_STAFF = [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)]


def state(database: Database, number: int) -> EventState:
    with database.reading() as session:
        found = shown.event(session, number)
    assert found
    return found.state


def test_it_tells_the_facts_and_the_seats_in_words(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.cafe(session, now=now, seats=3, topics=("F1",))
        come(session, number, ("Farida", 2), ("Joris", 1), ("Samira", 1), now=now)

    found = page(staff(database, now), number)

    assert "3 van 3 plaatsen bezet, 1 wacht" in found
    assert "De Wilg, Kerkstraat 1, Alkmaar" in found
    assert f"https://steunpunt.example/cafe/{number}" in found


def test_opening_and_closing_follow_the_buttons(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = events.add(session, make.event_plan(now=now), by=make.COORDINATOR, now=now)
    visitor, states = staff(database, now), []

    for what in (OPEN, CLOSE, OPEN):
        press(visitor, {"type": DO, "what": what}, number)
        states.append(state(database, number))

    assert states == [EventState.OPEN, EventState.CLOSED, EventState.OPEN]


def test_calling_off_says_first_who_is_told(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        come(session, number, ("Farida", 1), ("Joris", 1), now=now)
        by_phone = make.party("Samira", email="", phone="06 12345678")
        sign_ups.sign_up(session, number, by_phone, by=make.COORDINATOR, now=now)
    visitor = staff(sqlite, now)

    asked = page(visitor, number)
    confirm(visitor, CANCEL, number)

    assert "2 aanmeldingen krijgen bericht per mail. 1 ouder heeft geen e-mailadres: bel die zelf." in asked
    assert state(sqlite, number) is EventState.CANCELLED


def test_a_draft_that_nobody_knows_is_called_off_silently(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = events.add(session, make.event_plan(now=now), by=make.COORDINATOR, now=now)

    assert "Niemand heeft zich aangemeld, dus niemand krijgt bericht." in page(staff(sqlite, now), number)


def test_the_calendar_file_holds_the_gathering(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, title="Slaapcafé")
    visitor = staff(sqlite, now)

    answer = visitor.call("event-file.data", [(FILE, "n_clicks", 1)], [("event-number", "data", number)])

    file = answer.get_json()["response"]["event-file"]["data"]
    assert (file["filename"], "SUMMARY:Slaapcafé" in file["content"]) == ("cafe-1.ics", True)


def test_the_paper_has_names_and_nothing_to_reach_them_with(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, seats=2)
        come(session, number, ("Farida", 2), ("Joris", 1), now=now)

    found = staff(sqlite, now).call("paper.children", [("paper-number", "data", number)]).get_data(as_text=True)

    assert all(word in found for word in ("Farida", "2 mensen worden verwacht", "Wachtlijst", "Joris"))
    assert "example.nl" not in found


def test_what_does_not_exist_gets_a_friendly_page(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    paper = visitor.call("paper.children", [("paper-number", "data", 9)]).get_data(as_text=True)

    assert "Deze bijeenkomst is er niet" in page(visitor, 9)
    assert "Deze bijeenkomst is er niet" in paper


@pytest.mark.parametrize("actor", NOT_STAFF)
@pytest.mark.parametrize(
    "output", ["event.children", "event-file.data", "paper.children", '"form":"sign_up"', "sign-up-sheet.opened"]
)
def test_nobody_but_the_coordinator_sees_who_comes(sqlite: Database, now: datetime, actor: Actor, output: str) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        come(session, number, ("Farida", 1), now=now)
    doors = Doors(sqlite, now)
    visitor = doors.visitor(actor)

    names = [key for key in doors.dashboard.callback_map if output in key]
    answers = [visitor.call(name, [("event-number", "data", number)]) for name in names]
    pages = [visitor.get(f"/werk/kalender/{number}{part}") for part in ("", "/lijst", "/bewerken")]

    assert names
    assert {answer.status_code for answer in (*answers, *pages)} == {403}
    assert not any("Farida" in answer.get_data(as_text=True) for answer in (*answers, *pages))
