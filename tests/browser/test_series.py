"""A gathering that repeats, in a real browser."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import expect

from domain.gatherings import series
from domain.gatherings.recurrence import Rule
from store.database import Database
from store.models import Event
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("events")]


@pytest.fixture
def visit(open_page: OpenPage, sqlite: Database, now: datetime) -> Iterator[OpenPage]:
    """Open a page as the coordinator of a support point with a café of three weeks."""
    with sqlite.writing() as session:
        plan = make.event_plan(now=now)
        rule = Rule(plan.starts_at.date(), count=3)
        series.add(session, plan, rule, skips_closed=True, by=make.COORDINATOR, now=now)
    doors = Doors(sqlite, now)
    doors.people["staff"] = make.COORDINATOR
    with serving(doors.server) as url:
        yield lambda path, **options: open_page(url + path, server=doors.server, token="staff", **options)


def test_dates_and_clashes_are_seen_before_saving(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender/nieuw?datum=2026-12-08")
    page.get_by_label("Titel").fill("Slaapcafé")
    page.get_by_role("textbox", name="Locatie").fill("De Wilg")
    page.get_by_role("textbox", name="Locatie").press("Tab")
    page.get_by_text("Herhalen", exact=True).click()
    page.get_by_role("textbox", name="Herhaal").click()
    page.get_by_role("option", name="Elke week").click()
    page.get_by_label("Hoe vaak").fill("4")

    expect(page.locator("#event-dates")).to_contain_text("Elke week op dinsdag, 4 keer. 2 bijeenkomsten.")
    wrong = wrong_in_every_look(page)
    page.get_by_role("button", name="Opslaan als concept").click()
    expect(page.get_by_role("heading", name="Slaapcafé")).to_be_visible()
    expect(page.get_by_text("Datum 1 van 4.")).to_be_visible()
    wrong += wrong_in_every_look(page)

    assert wrong == []
    with sqlite.reading() as session:
        assert session.query(Event).filter_by(title="Slaapcafé").count() == 4


def test_what_is_wrong_in_a_fold_unfolds_it(visit: OpenPage) -> None:
    page = visit("/werk/kalender/1/bewerken")
    page.get_by_text("Meer mogelijkheden", exact=True).click()
    page.get_by_label("Link om online mee te doen").fill("http://onveilig.example")
    page.get_by_text("Meer mogelijkheden", exact=True).click()

    page.get_by_role("button", name="Opslaan als concept").click()

    expect(page.get_by_label("Link om online mee te doen")).to_be_visible()
    expect(page.get_by_label("Link om online mee te doen")).to_be_focused()
    assert wrong_in_every_look(page) == []


def test_a_date_is_left_out_with_a_reason(visit: OpenPage) -> None:
    page = visit("/werk/kalender/2")
    page.get_by_role("button", name="Sla deze datum over").click()
    page.get_by_role("dialog").get_by_label("Waarom?").fill("Sinterklaas")
    page.get_by_role("button", name="Ja, sla over").click()

    expect(page.get_by_role("button", name="Laat toch doorgaan")).to_be_visible()
    expect(page.get_by_text("Sinterklaas")).to_be_visible()
    assert wrong_in_every_look(page) == []


def test_a_wrong_rule_is_said_at_its_field_which_gets_the_focus(visit: OpenPage) -> None:
    page = visit("/werk/kalender/nieuw?datum=2026-12-08")
    page.get_by_label("Titel").fill("Slaapcafé")
    page.get_by_role("textbox", name="Locatie").fill("De Wilg")
    page.get_by_role("textbox", name="Locatie").press("Tab")
    expect(page.get_by_label("Adres")).to_have_value("Kerkstraat 1")
    page.get_by_text("Herhalen", exact=True).click()
    page.get_by_role("textbox", name="Herhaal").click()
    page.get_by_role("option", name="Elke week").click()
    page.get_by_text("Herhalen", exact=True).click()

    page.get_by_role("button", name="Opslaan als concept").click()

    expect(page.get_by_label("Hoe vaak")).to_be_focused()
    expect(page.get_by_label("Titel")).to_have_value("Slaapcafé")
    assert wrong_in_every_look(page) == []


def test_a_series_is_made_public_in_one_go_and_goes_on_for_longer(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender/1")
    page.get_by_role("button", name="Maak alle datums openbaar").click()
    page.get_by_role("button", name="Ja, maak openbaar").click()
    expect(page.get_by_text("3 datums zijn nu openbaar.")).to_be_visible()
    page.get_by_role("link", name="Voeg datums toe").click()
    page.get_by_label("Hoeveel erbij").fill("3")

    expect(page.locator("#longer-dates")).to_contain_text("1 bijeenkomst. 2 dagen vallen weg.")
    wrong = wrong_in_every_look(page)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("Datum 6 van 6.")).to_be_visible()

    assert wrong == []
    with sqlite.reading() as session:
        assert session.query(Event).count() == 6
