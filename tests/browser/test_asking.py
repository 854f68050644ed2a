"""Asking a question in a browser: on a slow phone within a minute, without scripts, by keyboard, in every look."""

import re
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from domain.inquiring import answering
from store.database import Database
from store.models import Inquiry
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors
from tests.make import COORDINATOR

pytestmark = pytest.mark.browser

SLOW = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
A_MINUTE = 60
SMALL = 50_000
WORDS = "Mijn zoon zit thuis. Wat kan ik doen?"
PHOTO = "data:image/jpeg;base64," + "/9j/4AAQSkZJRgABAQAAAQABAAD" * 20_000
PAGES = ("/stel-een-vraag", "/jong/stel-een-vraag", "/bel-mij", "/mijn-vraag")


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    return Doors(sqlite, now, alone=True)


@pytest.fixture
def home(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as url:
        yield url


def send(page: Page, doors: Doors, words: str = WORDS) -> str:
    """Ask, and give the code."""
    page.get_by_label("Uw vraag").fill(words)
    doors.now += timedelta(seconds=10)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Wij hebben uw vraag")).to_be_visible()
    return page.locator("#code").inner_text()


def test_a_question_is_asked_on_a_slow_phone_within_a_minute(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(home, size=PHONE)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    began = time.monotonic()

    page.get_by_role("main").get_by_role("link", name="Stel een vraag").click()
    page.get_by_label("Uw vraag").press_sequentially("Ons kind ", delay=50)
    code = send(page, doors)

    assert re.fullmatch(r"\w{5}-\w{5}-\w{5}", code)
    assert time.monotonic() - began < A_MINUTE


def test_without_scripts_one_asks_reads_and_erases(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/stel-een-vraag", size=PHONE, scripts=False)
    code = send(page, doors)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)  # to copy and to print needs a script
    with doors.database.writing() as session:
        number = session.query(Inquiry).one().id
        answering.answer(session, number, "Bel ons gerust.", seen=1, by=COORDINATOR, now=doors.now)

    page.get_by_role("link", name="Naar mijn vraag").click()
    page.get_by_label("De code").fill(code)
    page.get_by_role("button", name="Bekijk mijn vraag").click()
    expect(page.get_by_text("Bel ons gerust.")).to_be_visible()
    page.get_by_text("Ik wil alles nu wissen").click()
    page.get_by_role("button", name="Ja, wis alles").click()

    expect(page.get_by_text("Alles is gewist.")).to_be_visible()


def test_by_keyboard_alone_one_asks(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/stel-een-vraag")
    doors.now += timedelta(seconds=10)

    for _step in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "f-words":
            break
    page.keyboard.type(WORDS)
    for _step in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Wij hebben uw vraag")).to_be_visible()


def test_the_code_is_copied(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/stel-een-vraag")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    code = send(page, doors)

    page.get_by_role("button", name="Kopieer de code").click()

    expect(page.get_by_role("status").get_by_text("Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_for_everybody_in_every_look(home: str, open_page: OpenPage, address: str) -> None:
    assert wrong_in_every_look(open_page(home + address)) == []


def test_the_page_with_the_code_and_help_is_for_everybody(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/stel-een-vraag")

    send(page, doors, "Ik wil niet meer leven")

    assert wrong_in_every_look(page) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_weighs_little(doors: Doors, address: str) -> None:
    """The page with its own styles and script, as it travels."""
    client, ask = doors.server.test_client(), {"Accept-Encoding": "br"}

    page = client.get(address, headers=ask)
    text = client.get(address).text
    parts = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js)[^"]*)"', text)

    assert len(page.data) + sum(len(client.get(one, headers=ask).data) for one in parts) < SMALL


@pytest.mark.parametrize("address", ["/stel-een-vraag", "/jong/stel-een-vraag"])
def test_back_shows_nothing_of_a_question_that_was_left(home: str, open_page: OpenPage, address: str) -> None:
    page = open_page(home + address)
    box = page.locator("textarea").first
    box.fill("Half gevraagd.")

    page.get_by_role("link", name="Wie ziet wat").first.click()
    page.wait_for_url("**/wie-ziet-wat*")
    page.go_back()

    expect(box).to_have_value("")


@pytest.mark.parametrize("scripts", [True, False])
def test_back_shows_nothing_of_a_question_that_was_sent(
    doors: Doors, home: str, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(f"{home}/stel-een-vraag", scripts=scripts)
    page.get_by_label("Uw e-mailadres").fill("samira@voorbeeld.nl")
    send(page, doors)

    page.go_back()

    expect(page.get_by_label("Uw vraag")).to_have_value("")
    expect(page.get_by_label("Uw e-mailadres")).to_have_value("")


@pytest.mark.parametrize("pasted", ["Mijn zoon zit thuis. " * 20_000, "لا يذهب ابني إلى المدرسة. " * 20_000, PHOTO])
def test_what_is_far_too_long_to_send_is_kept_as_far_as_one_can_read(
    doors: Doors, home: str, open_page: OpenPage, pasted: str
) -> None:
    page = open_page(f"{home}/stel-een-vraag", size=PHONE, may_fail=(422,))
    page.get_by_label("Uw vraag").fill(WORDS)
    page.get_by_label("Uw vraag").press("End")
    page.evaluate("text => document.execCommand('insertText', false, text)", pasted)

    page.get_by_role("button", name="Verstuur").click()

    expect(page.locator("#e-words")).to_be_visible()
    assert page.get_by_label("Uw vraag").input_value().startswith(WORDS)
