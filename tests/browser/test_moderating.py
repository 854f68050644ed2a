"""Moderating in a browser by keyboard: from the queue to the site, and away again with the code of its teller."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from domain import codes
from domain.actors import Role
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import axe
from tests.browser.test_stories import fill, press, sign_in, tick
from tests.invented import Point, point_in
from tests.stories import told

pytestmark = pytest.mark.browser

CODE = codes.make()
STORY = "Milo zat stil op het plein. De juf ging naast hem zitten. Toen ging hij weer lachen."
READ = "[naam] zat stil op het plein. De juf ging naast hem zitten. Toen ging hij weer lachen."
QUOTE = "De juf ging naast hem zitten."
LAST_YEAR = date(2026, 3, 4)
THEME = "bullying"


@pytest.fixture
def own_point(invented_years: Path, tmp_path: Path) -> Iterator[Point]:
    """With a story that waits, and a published year in which its theme had a number to show."""
    with point_in(tmp_path, invented_years) as point:
        with point.database.writing() as session:
            told(session, STORY, code=CODE, told_on=point.now.date() - timedelta(days=400), is_urgent=True)
        yield point


@pytest.fixture
def home(own_point: Point) -> Iterator[str]:
    with serving(own_point.server) as url:
        yield url


def decide(page: Page) -> None:
    """Replace a name, give a title, confirm a theme, and let it go."""
    fill(page, "Wat anderen mogen lezen", READ)
    fill(page, "Titel", "Naast hem")
    tick(page, "Pesten en erbij horen")
    tick(page, "Ik heb alles gelezen. Er staan geen herkenbare gegevens in.")
    press(page, "button", "Geef vrij")
    expect(page.get_by_role("heading", name="Wat anderen lezen")).to_be_visible()


def quote(page: Page) -> None:
    tick(page, QUOTE)
    tick(page, "Mag ook op de site")
    press(page, "button", "Maak dit citaat")
    expect(page.locator("blockquote", has_text=QUOTE)).to_be_visible()


def on_site(page: Page, home: str) -> tuple[bool, bool]:
    """Whether the story stands among the stories, and its quote with what we heard."""
    page.goto(f"{home}/verhalen")
    whole = page.get_by_role("heading", name="Naast hem").count() == 1
    page.goto(f"{home}/uw-vragen")
    return whole, page.locator("blockquote", has_text=QUOTE).count() == 1


def test_a_story_is_read_released_quoted_and_taken_back(own_point: Point, home: str, open_page: OpenPage) -> None:
    staff = open_page(f"{home}/inloggen?naar=/werk/verhalen", who="moderator")
    sign_in(staff, Role.MODERATOR)
    wrong = axe(staff)
    press(staff, "link", re.compile("^Verhaal van"))
    expect(staff.locator("mark").first).to_contain_text("Milo")
    wrong += axe(staff)
    decide(staff)
    quote(staff)
    wrong += axe(staff)
    anybody = open_page(f"{home}/verhalen", who="anybody")
    there = on_site(anybody, home)

    anybody.goto(f"{home}/vertellis/weg")
    fill(anybody, "Code", CODE)
    press(anybody, "button", "Zoek het verhaal")
    press(anybody, "button", "Wis dit verhaal")
    expect(anybody.get_by_role("heading", name="Het verhaal is gewist")).to_be_visible()

    assert wrong == []
    assert (there, on_site(anybody, home)) == ((True, True), (False, False))
    staff.reload()
    expect(staff.get_by_text("Dit verhaal is er niet meer.")).to_be_visible()
