"""The calendar in a real browser: three views that hold up in every look, and gatherings that are dragged."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from domain.gatherings import events
from domain.local_time import instant
from store.database import Database
from store.queries.gatherings import events as shown
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("calendar")]


@pytest.fixture
def visit(open_page: OpenPage, sqlite: Database, now: datetime) -> Iterator[OpenPage]:
    """Open a page as the coordinator of a support point with a full café, two at once, a draft and one called off."""
    with sqlite.writing() as session:
        full = make.cafe(session, now=now, title="Slaapcafé", seats=2, starts_at=instant(date(2026, 11, 26), time(19)))
        for name in ("Farida", "Joris", "Samira"):
            make.signed_up(session, full, name, now=now - timedelta(days=1))
        draft = make.event_plan(now=now, title="Pubercafé", starts_at=instant(date(2026, 11, 26), time(19, 30)))
        events.add(session, draft, by=make.COORDINATOR, now=now)
        gone = make.cafe(session, now=now, starts_at=instant(date(2026, 11, 25), time(13, 30)))
        events.cancel(session, gone, by=make.COORDINATOR, now=now)
    doors = Doors(sqlite, now)
    doors.people["staff"] = make.COORDINATOR
    with serving(doors.server) as url:
        yield lambda path, **options: open_page(url + path, server=doors.server, token="staff", **options)


@pytest.mark.parametrize(
    ("sight", "shown"), [("week", ".calendar-week"), ("lijst", ".event-list"), ("maand", ".month")]
)
def test_every_view_is_accessible_in_every_look(visit: OpenPage, sight: str, shown: str) -> None:
    page = visit(f"/werk/kalender?zicht={sight}")
    expect(page.locator(shown)).to_be_visible()

    assert wrong_in_every_look(page) == []


def test_what_one_chooses_is_in_the_address(visit: OpenPage) -> None:
    page = visit("/werk/kalender")
    page.get_by_text("Week", exact=True).click()
    expect(page.locator(".calendar-week")).to_be_visible()
    page.get_by_role("textbox", name="Stand").click()
    page.get_by_role("option", name="Concept").click()

    expect(page).to_have_url(re.compile(r"/werk/kalender\?zicht=week&stand=draft$"))
    expect(page.locator(".week-block")).to_have_count(1)
    page.reload()
    expect(page.locator(".week-block")).to_have_count(1)
    expect(page.get_by_role("textbox", name="Stand")).to_have_value("Concept")


def test_a_gathering_is_dragged_to_another_day_and_moves_after_the_yes(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender")
    chip = page.locator('.month [data-day="2026-11-26"] [data-event]').first
    _drag(page, chip, page.locator('.month [data-day="2026-11-27"]'))
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("2 ouders die komen krijgen een mail")
    expect(dialog).to_contain_text("1 ouder op de wachtlijst krijgt een mail.")
    assert _start(sqlite) == instant(date(2026, 11, 26), time(19))
    assert wrong_in_every_look(page) == []

    dialog.get_by_role("button", name="Verplaats").click()

    expect(page.locator('.month [data-day="2026-11-27"]')).to_contain_text("Slaapcafé")
    expect(dialog).to_be_hidden()
    assert _start(sqlite) == instant(date(2026, 11, 27), time(19))


def test_in_the_week_a_gathering_is_dragged_to_a_quarter_of_an_hour(visit: OpenPage) -> None:
    page = visit("/werk/kalender?zicht=week")
    block = page.locator('[data-day="2026-11-26"] [data-event="1"]')
    _drag(page, block, page.locator('[data-day="2026-11-28"] .week-blocks'), down=-54.4 * 1.25)

    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("zaterdag 28 november, 17:45–19:45")
    dialog.get_by_role("button", name="Toch niet").click()
    expect(dialog).to_be_hidden()
    expect(page.locator('[data-day="2026-11-26"] [data-event="1"]')).to_be_visible()


def test_by_keyboard_one_walks_from_day_to_day_and_moves_with_a_button(visit: OpenPage) -> None:
    page = visit("/werk/kalender")
    page.get_by_role("link", name="Nieuwe bijeenkomst op vrijdag 27 november").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("link", name="Nieuwe bijeenkomst op donderdag 26 november")).to_be_focused()
    page.get_by_text("Week", exact=True).click()
    page.get_by_role("button", name=re.compile("Verplaats Slaapcafé van donderdag 26 november")).press("Enter")

    expect(page.get_by_role("dialog")).to_contain_text("Op dit moment staat de bijeenkomst al.")
    expect(page.get_by_role("dialog").get_by_role("button", name="Verplaats")).to_be_disabled()


def _drag(page: Page, what: Locator, to: Locator, down: float | None = None) -> None:
    """Pick something up at its middle; `down` is how far below its old height it is let go, in pixels."""
    to.scroll_into_view_if_needed()
    what.scroll_into_view_if_needed()
    start, end = what.bounding_box(), to.bounding_box()
    assert start
    assert end
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 5, steps=3)
    goal = y + down if down is not None else end["y"] + end["height"] / 2
    page.mouse.move(end["x"] + end["width"] / 2, goal, steps=8)
    page.mouse.up()


def _start(database: Database) -> datetime:
    with database.reading() as session:
        found = shown.event(session, 1)
    assert found
    return found.starts_at


def test_on_its_own_page_a_gathering_becomes_a_template_and_moves(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender/1")
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="Bewaar als sjabloon").click()
    expect(page.get_by_label("Naam van het sjabloon")).to_have_value("Slaapcafé")
    wrong = wrong_in_every_look(page)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".more-choices summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Verplaats").press("Enter")
    page.get_by_role("dialog").get_by_label("Uren").fill("20")
    expect(page.get_by_role("dialog")).to_contain_text("donderdag 26 november, 20:00–22:00")
    page.get_by_role("dialog").get_by_role("button", name="Verplaats").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#event")).to_contain_text("20:00–22:00")
    page.goto(page.url.replace("kalender/1", "kalender/sjablonen"))
    page.get_by_role("link", name="Begin hiermee").wait_for()
    wrong += wrong_in_every_look(page)
    page.get_by_role("link", name="Begin hiermee").click()

    expect(page.get_by_label("Titel")).to_have_value("Slaapcafé")
    assert [*wrong, *wrong_in_every_look(page)] == []
    assert _start(sqlite) == instant(date(2026, 11, 26), time(20))
