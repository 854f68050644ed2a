"""The frame in a real browser: nothing breaks, nothing leaves the host, and it works for eyes, ears and keyboard."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE, OpenPage
from tests.browser.looks import wrong_in_every_look

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("shell")]


@pytest.fixture
def visit(open_page: OpenPage, server: Flask, url: str) -> OpenPage:
    """Open a page of the sample as the coordinator."""

    def open_(path: str, **options: object) -> Page:
        page = open_page(url + path, server=server, token="coordinator", **options)
        expect(page.locator("#page h1, main h1").first).to_be_visible()
        return page

    return open_


@pytest.mark.parametrize("path", ["/werk/", "/werk/cafe", "/werk/trends"])
def test_every_sample_page_is_accessible(visit: OpenPage, path: str) -> None:
    page = visit(path)
    if path == "/werk/trends":
        expect(page.locator(".main-svg").first).to_be_visible()

    assert wrong_in_every_look(page) == []


def test_an_open_dialog_is_accessible(visit: OpenPage) -> None:
    page = visit("/werk/cafe")
    page.get_by_role("button", name="Afzeggen").click()
    expect(page.get_by_role("dialog")).to_be_visible()

    assert wrong_in_every_look(page) == []


def test_bad_news_in_the_corner_is_readable_for_everybody(visit: OpenPage) -> None:
    page = visit("/werk/")
    page.get_by_role("button", name="Breek").click()
    expect(page.get_by_text("Er ging iets mis")).to_be_visible()
    page.get_by_role("button", name="Weiger").click()
    expect(page.get_by_role("alert").filter(has_text="bestaat niet")).to_be_visible()

    assert wrong_in_every_look(page) == []


def test_errors_and_an_open_calendar_are_accessible(visit: OpenPage) -> None:
    page = visit("/werk/cafe")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_label("Titel")).to_be_focused()
    page.get_by_label("Datum").click()
    expect(page.get_by_role("button", name="Volgende maand")).to_be_visible()

    assert wrong_in_every_look(page) == []


def test_the_skip_link_is_first_and_leads_to_the_content(visit: OpenPage) -> None:
    page = visit("/werk/")

    page.keyboard.press("Tab")
    focused_first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert (focused_first, page.evaluate("document.activeElement.id")) == ("Naar de inhoud", "inhoud")


def test_a_new_page_gets_the_focus_on_its_heading(visit: OpenPage) -> None:
    page = visit("/werk/")

    page.get_by_role("navigation").get_by_role("link", name="Trends").press("Enter")

    expect(page.locator("h1", has_text="Trends")).to_be_focused()
    expect(page).to_have_title("Trends · Oudersteunpunt")


def test_the_navigation_marks_the_present_page(visit: OpenPage) -> None:
    page = visit("/werk/")

    page.get_by_role("link", name="Café bewerken").click()

    expect(page.locator('.side [aria-current="page"]')).to_have_text("Café bewerken")


def test_on_a_phone_the_menu_opens_moves_and_closes(visit: OpenPage) -> None:
    page = visit("/werk/", size=PHONE)

    page.get_by_role("button", name="Menu").tap()
    drawer = page.get_by_role("dialog")
    expect(drawer.locator('[aria-current="page"]')).to_have_text("Vandaag")
    drawer.get_by_role("link", name="Trends").tap()

    expect(page.locator("h1", has_text="Trends")).to_be_visible()
    expect(drawer).to_be_hidden()


def test_a_page_never_scrolls_sideways_on_a_phone(visit: OpenPage) -> None:
    page = visit("/werk/", size=(320, 640))

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_light_and_dark_follow_the_system_until_somebody_chooses(visit: OpenPage) -> None:
    page = visit("/werk/", scheme="dark")
    scheme = page.locator("html")
    expect(scheme).to_have_attribute("data-mantine-color-scheme", "dark")

    page.get_by_role("button", name="Licht of donker").click()
    expect(scheme).to_have_attribute("data-mantine-color-scheme", "light")
    page.reload()

    expect(scheme).to_have_attribute("data-mantine-color-scheme", "light")


def test_a_chart_changes_its_colours_with_the_scheme(visit: OpenPage) -> None:
    page = visit("/werk/trends", scheme="dark")
    line = page.locator(".scatterlayer .js-line").first
    expect(line).to_have_css("stroke", "rgb(86, 180, 233)")

    page.get_by_role("button", name="Licht of donker").click()

    expect(line).to_have_css("stroke", "rgb(0, 114, 178)")


def test_the_numbers_of_a_chart_stand_in_a_table(visit: OpenPage) -> None:
    page = visit("/werk/trends")

    page.get_by_text("Toon als tabel").press("Enter")

    expect(page.get_by_role("table", name="Vragen per maand")).to_be_visible()


def test_the_first_wrong_field_gets_the_focus_and_nothing_typed_is_lost(visit: OpenPage) -> None:
    page = visit("/werk/cafe")
    page.get_by_label("Plaatsen").fill("99")

    page.get_by_role("button", name="Opslaan").click()

    expect(page.get_by_label("Titel")).to_be_focused()
    expect(page.get_by_label("Plaatsen")).to_have_value("99")
    expect(page.get_by_text("Vul 60 of minder in: Plaatsen")).to_be_visible()


def test_a_complete_form_is_saved_by_keyboard_alone(visit: OpenPage) -> None:
    page = visit("/werk/cafe")
    page.get_by_label("Titel").focus()
    page.keyboard.type("Koffie")
    page.get_by_label("Besproken met de gastheer").press("Space")

    page.get_by_role("button", name="Opslaan").press("Enter")

    expect(page.get_by_role("alert").filter(has_text="Opgeslagen")).to_be_visible()


def test_a_dialog_asks_first_and_goes_on_after_yes(visit: OpenPage) -> None:
    page = visit("/werk/cafe")
    page.get_by_role("button", name="Afzeggen").press("Enter")
    expect(page.get_by_role("button", name="Toch niet")).to_be_focused()

    page.get_by_role("button", name="Zeg af").press("Enter")

    expect(page.get_by_role("button", name="Afgezegd")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_account_menu_closes_with_escape(visit: OpenPage) -> None:
    page = visit("/werk/")
    menu = page.get_by_label("Ingelogd als Marieke de Vries")
    menu.press("Enter")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()
    expect(menu).to_be_focused()


def test_the_dates_of_a_calendar_are_dutch(visit: OpenPage) -> None:
    page = visit("/werk/cafe")

    page.get_by_label("Datum").click()

    expect(page.locator(".mantine-DatePickerInput-weekday").first).to_have_text(re.compile("ma", re.IGNORECASE))


def test_an_ended_session_leads_to_the_log_in_page(visit: OpenPage, url: str) -> None:
    page = visit("/werk/", may_fail=(401, 404))
    page.context.clear_cookies()

    page.get_by_role("button", name="Tel", exact=True).click()

    expect(page).to_have_url(f"{url}/inloggen?naar=%2Fwerk%2F")
