"""A buddy says on the phone when they are away, and by keyboard on a computer; what is free follows at once."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from playwright.sync_api import expect

from store.database import Database
from store.queries.buddying.free_time import Terms, other_days, terms_of
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.keyboard import walk_to
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = pytest.mark.browser
TODAY = date(2026, 11, 24)


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    with sqlite.writing() as session:
        make.buddy(session, now=now)
    return Doors(sqlite, now)


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield f"{home}/werk/mijn-beschikbaarheid"


def token(doors: Doors) -> str:
    actor = make.buddy_actor(1)
    doors.people[actor.label] = actor
    return actor.label


def away(database: Database) -> list[tuple[date, date]]:
    with database.reading() as session:
        return [(one.first_day, one.last_day) for one in other_days(session, 1, TODAY)]


def terms(database: Database) -> Terms | None:
    with database.reading() as session:
        return terms_of(session, 1)


def test_days_away_are_added_removed_and_put_back_on_a_phone(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(address, size=PHONE, server=doors.server, token=token(doors))
    expect(page.get_by_text("Van de 12 uur die u aanbiedt is 9 uur vrij.")).to_be_visible()

    page.get_by_role("button", name="Voeg toe").last.click()
    expect(page.get_by_text("Vul in: Eerste dag")).to_be_visible()
    expect(page.get_by_label("Eerste dag")).to_be_focused()
    page.get_by_label("Eerste dag").click()
    page.get_by_role("button", name="Volgende maand").click()
    page.get_by_role("button", name="1 december 2026", exact=True).click()
    page.get_by_role("button", name="Voeg toe").last.click()
    expect(page.get_by_text("Van de 12 uur die u aanbiedt is 6 uur vrij.")).to_be_visible()
    assert away(doors.database) == [(date(2026, 12, 1), date(2026, 12, 1))]

    page.get_by_role("button", name="Haal weg: dinsdag 1 december").click()
    expect(page.get_by_role("button", name="Zet terug")).to_be_focused()
    assert (away(doors.database), wrong_in_every_look(page)) == ([], [])
    page.get_by_role("button", name="Zet terug").click()
    expect(page.get_by_role("button", name="Haal weg: dinsdag 1 december")).to_be_visible()
    assert away(doors.database) == [(date(2026, 12, 1), date(2026, 12, 1))]


def test_terms_and_a_pause_by_keyboard(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(address, server=doors.server, token=token(doors))

    page.get_by_role("textbox", name="Rust rond een afspraak").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("option", name="15 minuten")).to_be_visible()
    walk_to(page, "15 minuten")
    expect(page.locator("#terms-said")).to_have_text("Bewaard.")
    page.get_by_label("Ook in de schoolvakanties").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Ook in de schoolvakanties")).not_to_be_checked()
    page.get_by_role("button", name="Neem pauze").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Met pauze: er komen nu geen voorstellen.")).to_be_visible()
    expect(page.get_by_text("Van de 12 uur die u aanbiedt is niets vrij.")).to_be_visible()

    assert terms(doors.database) == Terms(24, 15, None, False, True, None, None, False)
