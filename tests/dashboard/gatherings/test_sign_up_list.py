"""Who comes to a gathering, over HTTP: listed, added, given up, decided."""

from datetime import datetime, timedelta
from typing import Any

from dashboard.parts.gatherings.event_facts import DO
from dashboard.parts.gatherings.sign_up_list import after_cancelling
from dashboard.parts.gatherings.sign_up_sheet import FORM
from domain import forms
from domain.taking_part import sign_ups
from domain.taking_part.party import without_choice
from store.database import Database
from store.models import SignUp
from store.queries.gatherings import events as shown
from store.queries.gatherings import sign_ups as listed
from store.states import SignUpMode, SignUpState
from tests import make
from tests.dashboard.gatherings.event_page import come, confirm, page, press, staff
from tests.doors import Visitor, many


def test_who_signed_up_is_listed_with_contact_and_wishes(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        guest = make.party("Farida", phone="06 12345678", answers={"topics": ["A"]})
        sign_ups.sign_up(session, number, guest, by=make.COORDINATOR, now=now)
        groups = forms.options(session, "topic_groups")

    found = page(staff(sqlite, now), number)

    assert all(word in found for word in ("mailto:farida@example.nl", "tel:0612345678", groups[0].label))


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
