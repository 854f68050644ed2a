"""The tally after a café in a real browser: by thumb, by keyboard, through a reload, and for every eye."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from store.database import Database
from store.models import Question
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("questions")]

TOO_SMALL = """() => [...document.querySelectorAll("#tally-rows li:not([hidden]) button, #tally-save")]
  .map(one => one.getBoundingClientRect()).filter(box => box.width < 44 || box.height < 44).length"""

# What waits for the next moment, as on a slow machine, comes only when asked.
SLOW = """() => {
  const later = [], timer = window.setTimeout;
  window.setTimeout = (run, wait, ...rest) => wait ? timer(run, wait, ...rest) : later.push(run);
  window.catchUp = () => { window.setTimeout = timer; later.forEach(run => run()); };
}"""


@pytest.fixture
def visit(open_page: OpenPage, sqlite: Database, now: datetime) -> Iterator[OpenPage]:
    """Open a page as the coordinator of a point where a café about one topic begins in a week."""
    with sqlite.writing() as session:
        make.cafe(session, now=now, topics=("D2",))
    doors = Doors(sqlite, now)
    doors.people["staff"] = make.COORDINATOR
    with serving(doors.server) as url:
        yield lambda path, **options: open_page(url + path, server=doors.server, token="staff", **options)


def written(database: Database) -> list[tuple[str, str, str | None]]:
    with database.reading() as session:
        rows = session.scalars(select(Question).order_by(Question.id)).all()
        return [(row.topics[0].code, row.channel, row.municipality_code) for row in rows]


def ready(page: Page) -> None:
    expect(page.locator("#tally-live")).to_have_text("Samen 0")


def test_a_thumb_counts_saves_and_takes_it_back(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/vragen/turven?bijeenkomst=1", size=PHONE)
    ready(page)
    first = page.locator("#tally-rows li").first
    first.get_by_role("button", name="één meer").tap()
    first.get_by_role("button", name="één meer").tap()
    first.get_by_role("button", name="één meer").tap()
    first.get_by_role("button", name="Thuiszitten (langer dan 4 weken): één minder, nu 3").tap()
    expect(page.locator("#tally-live")).to_have_text("Thuiszitten (langer dan 4 weken): 2. Samen 2.")
    small, before = page.evaluate(TOO_SMALL), written(sqlite)

    page.get_by_role("button", name="Opslaan").tap()
    expect(page.locator("#tally-said")).to_contain_text("2 vragen opgeslagen.")
    saved = written(sqlite)
    page.get_by_role("button", name="Ongedaan maken").tap()
    expect(page.locator("#tally-said")).to_contain_text("weer weg")

    assert (small, before, saved, written(sqlite)) == (0, [], [("D2", "cafe", "GM0361")] * 2, [])
    expect(page.locator("#tally-rows .tally-number").first).to_have_text("2")


def test_another_topic_is_searched_counted_and_saved_by_keyboard_alone(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/vragen/turven")
    ready(page)

    page.get_by_role("textbox", name="Een ander onderwerp").focus()
    page.evaluate(SLOW)
    page.keyboard.type("dyslectie")
    expect(page.locator("[data-combobox-selected]")).to_have_text("Dyslexie")
    page.evaluate("catchUp()")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Dyslexie: één meer, nu 1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Dyslexie: één meer, nu 2")).to_be_focused()
    page.get_by_role("button", name="Opslaan").press("Enter")

    expect(page.locator("#tally-said")).to_contain_text("2 vragen opgeslagen.")
    expect(page.locator("#tally-live")).to_have_text("Samen 0")
    assert written(sqlite) == [("F3", "cafe", None)] * 2


def test_what_was_counted_survives_a_reload_and_looks_right_to_everybody(visit: OpenPage) -> None:
    page = visit("/werk/vragen/turven?bijeenkomst=1")
    ready(page)
    page.get_by_role("button", name="Thuiszitten (langer dan 4 weken): één meer, nu 0").click()
    expect(page.locator("#tally-live")).to_contain_text("Samen 1.")

    page.reload()

    expect(page.get_by_role("button", name="Thuiszitten (langer dan 4 weken): één meer, nu 1")).to_be_visible()
    assert wrong_in_every_look(page) == []
