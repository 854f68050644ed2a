"""Whom to phone, on the page of a gathering and on today's, and the button that says it was done; over HTTP."""

from datetime import datetime

import pytest

from automations.run import run
from dashboard.parts.gatherings.calls import CALLED
from domain.gatherings import events
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Letter
from tests import make
from tests.dashboard.gatherings.event_page import act, page
from tests.doors import Doors, Visitor


@pytest.fixture
def visitor(sqlite: Database, now: datetime) -> Visitor:
    """Wendy has only a phone, and the café that she comes to was called off."""
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        party = make.party("Wendy", email="", phone="06 12345678")
        sign_ups.sign_up(session, number, party, by=make.COORDINATOR, now=now)
        events.cancel(session, number, by=make.COORDINATOR, now=now)
    run(sqlite, now, make.LETTERHEAD)
    return Doors(sqlite, now).visitor(make.COORDINATOR)


def today_page(visitor: Visitor) -> str:
    return str(visitor.call("today.children", [("today", "id", "today")]).get_json())


def press(visitor: Visitor, what: str, number: int = 1) -> str:
    return act(visitor, f"{CALLED}{what}", number)


def test_both_pages_say_who_to_phone_about_what(visitor: Visitor) -> None:
    found, today = page(visitor, 1), today_page(visitor)

    assert all(word in found for word in ("Nog te bellen", "tel:0612345678", "Bijeenkomst gaat niet door"))
    assert all(word in today for word in ("Wendy", "Oudercafé: Bijeenkomst gaat niet door", "/werk/kalender/1"))


def test_called_takes_it_off_both_pages(visitor: Visitor, sqlite: Database) -> None:
    with sqlite.reading() as session:
        letter = max(one.id for one in session.query(Letter))

    said = press(visitor, f"1-{letter}")

    assert "Bewaard: u hebt gebeld." in said
    assert ("Nog te bellen" in page(visitor, 1), "Wendy" in today_page(visitor)) == (False, False)


@pytest.mark.parametrize(("what", "number"), [("1-999", 2), ("99-999", 1), ("x-1", 1), ("1", 1), ("1-", 1)])
def test_a_forged_button_marks_nothing(visitor: Visitor, what: str, number: int) -> None:
    press(visitor, what, number)

    assert "Nog te bellen" in page(visitor, 1)
