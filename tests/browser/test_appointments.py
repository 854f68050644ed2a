"""A buddy plans, moves and calls off a conversation on a phone, in a real browser."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import expect

from store.database import Database
from store.models import Appointment
from store.states import AppointmentState
from tests import appointed, make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = pytest.mark.browser


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    """Anna is in touch with Farida and with Karima."""
    with sqlite.writing() as session:
        anna = make.buddy(session, now=now)
        appointed.running(session, anna, now=now)
        appointed.running(session, anna, now=now, name="Karima", email="k@example.nl")
    return Doors(sqlite, now)


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def states(database: Database) -> list[tuple[int, AppointmentState, str, int]]:
    with database.reading() as session:
        rows = session.query(Appointment).order_by(Appointment.id)
        return [(row.match_id, row.state, f"{row.starts_at:%d %H:%M}", row.revision) for row in rows]


def test_a_conversation_in_a_few_taps(doors: Doors, address: str, open_page: OpenPage) -> None:
    actor = make.buddy_actor(1)
    doors.people[actor.label] = actor
    page = open_page(f"{address}/werk/mijn-afspraken", size=PHONE, server=doors.server, token=actor.label)

    page.get_by_role("button", name="Karima").click()
    page.get_by_text("Dinsdag 1 december").first.click()
    page.get_by_text("Online", exact=True).click()
    assert wrong_in_every_look(page) == []
    page.get_by_role("button", name="Maak de afspraak").click()
    expect(page.get_by_role("heading", name="Dinsdag 1 december, 19:00–20:00")).to_be_visible()
    assert states(doors.database) == [(2, AppointmentState.PLANNED, "01 18:00", 0)]

    page.get_by_role("button", name="Verplaats").click()
    expect(page.get_by_role("heading", name="Verplaats de afspraak met Karima")).to_be_visible()
    page.get_by_role("button", name="Verplaats de afspraak").click()
    expect(page.get_by_text("Kies een moment, of vul zelf een dag en tijd in.")).to_be_visible()
    page.get_by_text("Dinsdag 8 december").first.click()
    page.get_by_role("button", name="Verplaats de afspraak").click()
    expect(page.get_by_role("heading", name="Dinsdag 8 december, 19:00–20:00")).to_be_visible()
    assert states(doors.database) == [(2, AppointmentState.PLANNED, "08 18:00", 1)]

    page.get_by_text("Afzeggen").click()
    page.get_by_role("button", name="Zeg deze afspraak af").click()
    expect(page.get_by_text("Geen afspraken")).to_be_visible()
    assert states(doors.database) == [(2, AppointmentState.CANCELLED, "08 18:00", 2)]


def test_a_link_to_a_calendar_is_typed_once(doors: Doors, address: str, open_page: OpenPage) -> None:
    actor = make.buddy_actor(1)
    doors.people[actor.label] = actor
    page = open_page(f"{address}/werk/mijn-beschikbaarheid", size=PHONE, server=doors.server, token=actor.label)

    page.get_by_label("Geheime link van uw agenda").fill("mijn agenda")
    page.get_by_role("button", name="Koppel deze agenda").click()
    expect(page.get_by_text("Dit is geen link naar een agenda.")).to_be_visible()
    page.get_by_label("Geheime link van uw agenda").fill("webcal://agenda.example.nl/geheim.ics")
    page.get_by_role("button", name="Koppel deze agenda").click()

    expect(page.get_by_text("Gekoppeld met agenda.example.nl.")).to_be_visible()
    expect(page.get_by_label("Geheime link van uw agenda")).to_have_value("")
    page.get_by_role("button", name="Maak de agenda los").click()
    expect(page.get_by_text("Gekoppeld met agenda.example.nl.")).to_be_hidden()
