"""One gathering and who comes, over HTTP."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from dashboard.parts.dialog import DIALOG
from dashboard.parts.gatherings.event_facts import CANCEL, CLOSE, DO, FILE, OPEN
from dashboard.parts.gatherings.sign_up_list import after_cancelling
from dashboard.parts.gatherings.sign_up_sheet import FORM
from domain import forms
from domain.actors import Actor, Role
from domain.gatherings import events
from domain.taking_part import sign_ups
from domain.taking_part.party import without_choice
from store.database import Database
from store.models import SignUp
from store.queries import events as shown
from store.queries import sign_ups as listed
from store.sessions import Session
from store.states import EventState, SignUpMode, SignUpState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

NOT_STAFF = [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)]


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def page(visitor: Visitor, number: int) -> str:
    inputs = [("event-number", "data", number), ("event-changed", "data", None), ("sign-up-added", "data", None)]
    return str(visitor.call(visitor.doors.output_of("event.children"), inputs).get_json())


def press(visitor: Visitor, name: dict[str, str], number: int) -> str:
    yes, do = ([(name, "n_clicks", 1)] if name["type"] == kind else [] for kind in (DIALOG, DO))
    answer = visitor.call(
        visitor.doors.output_of("event-changed.data"),
        [(..., "", many(*yes)), (..., "", many(*do))],
        [("event-number", "data", number), (..., "", [])],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_data(as_text=True)


def confirm(visitor: Visitor, name: str, number: int) -> str:
    return press(visitor, {"type": DIALOG, "name": name, "part": "yes"}, number)


def state(database: Database, number: int) -> EventState:
    with database.reading() as session:
        found = shown.event(session, number)
    assert found
    return found.state


def come(session: Session, number: int, *people: tuple[str, int], now: datetime) -> list[int]:
    parties = [make.party(name, count) for name, count in people]
    return [sign_ups.sign_up(session, number, one, by=make.COORDINATOR, now=now).id for one in parties]


def test_it_tells_the_facts_and_the_seats_in_words(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.cafe(session, now=now, seats=3, topics=("F1",))
        come(session, number, ("Farida", 2), ("Joris", 1), ("Samira", 1), now=now)

    found = page(staff(database, now), number)

    assert "3 van 3 plaatsen bezet, 1 wacht" in found
    assert "De Wilg, Kerkstraat 1, Alkmaar" in found
    assert f"https://steunpunt.example/cafe/{number}" in found


def test_who_signed_up_is_listed_with_contact_and_wishes(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        guest = make.party("Farida", phone="06 12345678", answers={"topics": ["A"]})
        sign_ups.sign_up(session, number, guest, by=make.COORDINATOR, now=now)
        groups = forms.options(session, "topic_groups")

    found = page(staff(sqlite, now), number)

    assert all(word in found for word in ("mailto:farida@example.nl", "tel:0612345678", groups[0].label))


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


def test_giving_up_a_place_says_who_gets_it_and_gives_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.cafe(session, now=now, seats=2)
        first, *_others = come(session, number, ("Farida", 2), ("Joris", 1), ("Samira", 1), now=now)
    visitor = staff(database, now)

    asked = page(visitor, number)
    confirm(visitor, f"sign-up-off-{first}", number)

    assert "Joris, Samira krijgen dan een plaats en een bericht." in asked
    with database.reading() as session:
        assert [one.state for one in listed.of_event(session, number)] == [
            SignUpState.CANCELLED, SignUpState.CONFIRMED, SignUpState.CONFIRMED,
        ]  # fmt: skip


def after(database: Database, number: int, leaving: int, now: datetime) -> str:
    with database.reading() as session:
        event, people = shown.event(session, number), listed.of_event(session, number)
    assert event
    return after_cancelling(event, next(one for one in people if one.id == leaving), people, now)


def test_what_follows_a_cancellation_is_what_is_announced(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, seats=2)
        one, other, family = come(session, number, ("Farida", 1), ("Joris", 1), ("Samira", 2), now=now)
        empty = make.cafe(session, now=now)
        (alone,) = come(session, empty, ("Farida", 2), now=now)

    assert after(sqlite, number, one, now).startswith("Voor wie nu vooraan staat")
    assert after(sqlite, number, family, now) == ""
    assert after(sqlite, empty, alone, now) == "Er komen 2 plaatsen vrij."
    assert after(sqlite, number, other, now + timedelta(days=8)) == ""


def test_a_sign_up_of_another_gathering_is_left_alone(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number, other = make.cafe(session, now=now), make.cafe(session, now=now)
        (guest,) = come(session, other, ("Farida", 1), now=now)

    answer = confirm(staff(sqlite, now), f"sign-up-off-{guest}", number)

    assert "Dit bestaat niet (meer)." in answer
    with sqlite.reading() as session:
        assert session.get_one(SignUp, guest).state is SignUpState.CONFIRMED


def add(visitor: Visitor, number: int, **typed: Any) -> dict[str, Any]:
    with visitor.doors.database.reading() as session:
        form = without_choice(forms.load(session, FORM), 0)
    values = many(
        *(({"type": "field", "form": FORM, "key": one.key}, "value", typed.get(one.key)) for one in form.fields)
    )
    answer = visitor.call(
        visitor.doors.output_of("sign-up-added.data"),
        [("sign-up-save", "n_clicks", 1)],
        [(..., "", values), ("event-number", "data", number)],
    )
    found: dict[str, Any] = answer.get_json()
    return found


def test_somebody_who_phones_is_added(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.cafe(session, now=now, seats=2)
    visitor = staff(database, now)

    seated = add(visitor, number, name="Farida", phone="06 12345678", party=2)
    waits = add(visitor, number, name="Joris", email="joris@example.nl", party=1)

    assert "Aangemeld." in str(seated)
    assert "Op de wachtlijst gezet." in str(waits)
    assert seated["response"]["sign-up-sheet"]["opened"] is False


def test_who_is_on_the_list_already_is_named_at_the_field(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        come(session, number, ("Farida", 1), now=now)
    visitor = staff(sqlite, now)

    twice = add(visitor, number, name="Farida", email="farida@example.nl", party=1)
    unreachable = add(visitor, number, name="Joris", party=1)

    assert "Deze ouder staat al op de lijst." in str(twice)
    assert "Vul een e-mailadres of een telefoonnummer in." in str(unreachable)
    assert "sign-up-sheet" not in twice["response"]


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


def test_staff_decide_who_comes_and_see_what_each_is_waiting_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, seats=1, mode=SignUpMode.APPROVAL)
        first, other = (make.signed_up(session, number, name, now=now) for name in ("Farida", "Joris"))
    visitor = staff(sqlite, now)
    asked = page(visitor, number)

    yes, full = (press(visitor, {"type": DO, "what": f"sign-up-yes-{one}"}, number) for one in (first, other))

    assert ("Wil graag komen, u beslist" in asked, "Farida komt" in yes) == (True, True)
    assert "Het is vol: Joris staat op de wachtlijst." in full
    assert "Plek 1. Alles is bezet." in page(visitor, number)
