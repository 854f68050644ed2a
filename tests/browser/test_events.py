"""Cafés in a real browser: planned by keyboard, changed by two at once, and seats that change hands."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from playwright.sync_api import Page, expect

from domain.gatherings import events
from domain.local_time import instant
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Event
from store.queries.gatherings import events as shown
from store.states import EventState
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("events")]

CAFE = 1


@pytest.fixture
def visit(open_page: OpenPage, sqlite: Database, now: datetime) -> Iterator[OpenPage]:
    """Open a page as the coordinator of a support point with a full café, a draft and one that was called off."""
    with sqlite.writing() as session:
        full = make.cafe(session, now=now, title="Slaapcafé", seats=2, starts_at=instant(date(2026, 11, 26), time(19)))
        for name in ("Farida", "Joris", "Samira"):
            sign_ups.sign_up(session, full, make.party(name), by=make.COORDINATOR, now=now - timedelta(days=1))
        draft = make.event_plan(now=now, title="Pubercafé", starts_at=instant(date(2026, 11, 30), time(9, 30)))
        events.add(session, draft, by=make.COORDINATOR, now=now)
        gone = make.cafe(session, now=now, starts_at=instant(date(2026, 11, 25), time(13, 30)))
        events.cancel(session, gone, by=make.COORDINATOR, now=now)
    doors = Doors(sqlite, now)
    doors.people["staff"] = make.COORDINATOR
    with serving(doors.server) as url:
        yield lambda path, **options: open_page(url + path, server=doors.server, token="staff", **options)


def event(database: Database, number: int) -> shown.EventFacts:
    with database.reading() as session:
        found = shown.event(session, number)
    assert found
    return found


def test_empty_months_errors_and_dialogs_are_accessible(visit: OpenPage) -> None:
    page = visit("/werk/kalender?maand=2027-03")
    expect(page.locator(".calendar .empty")).to_be_visible()
    wrong = wrong_in_every_look(page)
    page.goto(page.url.replace("kalender?maand=2027-03", "kalender/nieuw"))
    page.get_by_role("button", name="Opslaan als concept").click()
    expect(page.get_by_role("alert").get_by_text("Nog niet opgeslagen.")).to_be_visible()
    wrong += wrong_in_every_look(page)
    page.goto(page.url.replace("nieuw", str(CAFE)))
    page.get_by_role("button", name="Iemand toevoegen").click()
    expect(page.get_by_role("dialog")).to_be_visible()

    assert [*wrong, *wrong_in_every_look(page)] == []


def test_a_cafe_is_planned_from_a_day_by_keyboard(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender")
    page.get_by_role("link", name="Nieuwe bijeenkomst op vrijdag 27 november").press("Enter")
    page.get_by_label("Titel").fill("Koffie")
    page.get_by_role("textbox", name="Locatie").fill("De Wilg")
    expect(page.get_by_label("Adres")).to_have_value("Kerkstraat 1")
    page.get_by_role("button", name="Opslaan en openbaar maken").press("Enter")

    expect(page.get_by_role("heading", name="Koffie")).to_be_visible()
    expect(page.get_by_text("Opgeslagen en openbaar.")).to_be_visible()
    assert page.url.endswith("/werk/kalender/4")
    made = event(sqlite, 4)
    assert (made.state, made.seats, made.municipality, made.starts_at) == (
        EventState.OPEN, 12, "Alkmaar", instant(date(2026, 11, 27), time(19, 30)),
    )  # fmt: skip


def test_two_quick_presses_make_one_gathering(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender/nieuw?datum=2026-12-08")
    page.get_by_label("Titel").fill("Koffie")
    page.get_by_role("textbox", name="Locatie").fill("De Wilg")
    expect(page.get_by_label("Adres")).to_have_value("Kerkstraat 1")

    page.get_by_role("button", name="Opslaan als concept").dblclick()

    expect(page.get_by_role("heading", name="Koffie")).to_be_visible()
    with sqlite.reading() as session:
        assert session.query(Event).filter_by(title="Koffie").count() == 1


def test_a_mistake_keeps_what_was_typed_and_gets_the_focus(visit: OpenPage) -> None:
    page = visit("/werk/kalender/nieuw?datum=2026-12-08")
    page.get_by_label("Omschrijving").fill("Koffie staat klaar")

    page.get_by_role("button", name="Opslaan als concept").click()

    expect(page.get_by_label("Titel")).to_be_focused()
    expect(page.get_by_label("Titel")).to_have_accessible_description(re.compile("Vul in: Titel"))
    expect(page.get_by_label("Omschrijving")).to_have_value("Koffie staat klaar")


def test_another_kind_brings_other_seats_and_the_end_follows_the_start(visit: OpenPage) -> None:
    page = visit("/werk/kalender/nieuw")
    page.get_by_role("textbox", name="Soort").click()
    page.get_by_role("option", name="Training").click()
    expect(page.get_by_label("Plaatsen")).to_have_value("10")
    start, end = (page.get_by_label("Uren").nth(place) for place in (0, 1))
    expect(end).to_have_value("12")

    start.fill("13")

    expect(end).to_have_value("16")


def test_the_second_editor_keeps_what_was_typed(visit: OpenPage, sqlite: Database, now: datetime) -> None:
    page = visit(f"/werk/kalender/{CAFE}/bewerken")
    page.get_by_label("Titel").fill("Slaap lekker")
    with sqlite.writing() as session:
        plan = make.event_plan(now=now, title="Slaapcafé", seats=8, starts_at=event(sqlite, CAFE).starts_at)
        events.change(session, CAFE, plan, by=make.COORDINATOR, now=now + timedelta(minutes=1))

    page.get_by_role("button", name="Opslaan").click()

    expect(page.get_by_role("alert")).to_contain_text("wijzigde deze bijeenkomst terwijl u typte")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Titel")).to_have_value("Slaap lekker")
    expect(page.get_by_label("Plaatsen")).to_have_value("8")
    page.get_by_role("button", name="Toch opslaan").click()
    expect(page.get_by_role("heading", name="Slaap lekker")).to_be_visible()
    assert (event(sqlite, CAFE).title, event(sqlite, CAFE).seats) == ("Slaap lekker", 8)


def test_a_seat_goes_to_whom_the_question_named(visit: OpenPage) -> None:
    page = visit(f"/werk/kalender/{CAFE}")
    page.get_by_role("row", name=re.compile("Farida")).get_by_role("button", name="Meld af").click()
    expect(page.get_by_role("dialog")).to_contain_text("Samira krijgt dan een plaats en een bericht.")

    page.get_by_role("button", name="Ja, meld af").click()

    expect(page.get_by_text("Farida is afgemeld.")).to_be_visible()
    expect(page.get_by_text("2 van 2 plaatsen bezet", exact=True)).to_be_visible()
    expect(page.get_by_role("table", name="Wie komt").get_by_role("rowheader", name="Samira")).to_be_visible()


def test_somebody_who_phones_is_added_on_a_phone(visit: OpenPage) -> None:
    page = visit(f"/werk/kalender/{CAFE}", size=PHONE)
    page.get_by_role("button", name="Iemand toevoegen").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="Meld aan").click()
    expect(sheet.get_by_label("Uw voornaam")).to_be_focused()
    sheet.get_by_label("Uw voornaam").fill("Wendy")
    sheet.get_by_label("Telefoonnummer").fill("06 12345678")

    sheet.get_by_role("button", name="Meld aan").click()

    expect(page.get_by_text("Op de wachtlijst gezet.")).to_be_visible()
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("table", name=re.compile("Wachtlijst")).get_by_text("Wendy")).to_be_visible()


def test_months_go_by_without_losing_the_focus(visit: OpenPage) -> None:
    page = visit("/werk/kalender")
    onward = page.get_by_role("button", name="Volgende maand")
    onward.press("Enter")

    expect(page.get_by_role("heading", name="December 2026")).to_be_visible()
    expect(onward).to_be_focused()
    expect(page).to_have_url(re.compile(r"/werk/kalender\?maand=2026-12$"))


def test_the_link_is_copied_and_the_calendar_file_comes_down(visit: OpenPage) -> None:
    page = visit(f"/werk/kalender/{CAFE}")
    copy(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="Agendabestand").click()

    assert download.value.suggested_filename == f"cafe-{CAFE}.ics"


def copy(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer link").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"https://steunpunt.example/cafe/{CAFE}"


def test_a_copy_waits_for_a_date(visit: OpenPage) -> None:
    page = visit(f"/werk/kalender/{CAFE}")
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("link", name="Kopieer").click()

    expect(page.get_by_role("heading", name="Kopie van een bijeenkomst")).to_be_visible()
    expect(page.get_by_label("Titel")).to_have_value("Slaapcafé")
    page.get_by_role("button", name="Opslaan als concept").click()
    expect(page.get_by_role("alert")).to_contain_text("Vul in: Datum")
