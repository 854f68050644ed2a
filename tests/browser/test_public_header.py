"""The top of a public page on a phone: two rows in every language, and a menu that needs no script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

from domain import organisation
from tests import make
from tests.browser.chromium import DESKTOP, PHONE, OpenPage, serving
from tests.browser.looks import axe
from tests.invented import point_in

pytestmark = pytest.mark.browser

ENOUGH = 44  # pixels that a thumb needs
NARROW = (320, 640)
# How many rows there are at the top, and what in it is too small to tap.
ROWS = """() => new Set([...document.querySelectorAll("header :is(.brand,a,button)")]
  .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())
  .map(box => Math.round((box.top + box.bottom) / 40))).size"""
SMALL = f"""() => [...document.querySelectorAll("header :is(nav a,button)")].filter(one => one.checkVisibility())
  .filter(one => Math.min(one.offsetHeight, one.offsetWidth) < {ENOUGH}).map(one => one.textContent.trim())"""


@pytest.fixture(scope="module")
def home(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A support point that speaks a third language."""
    with point_in(tmp_path_factory.mktemp("header"), invented_years) as point:
        with point.database.writing() as session:
            organisation.change(session, by=make.COORDINATOR, now=point.now, languages="ar")
        with serving(point.server) as url:
            yield url


def _menu_open(page: BrowserPage) -> BrowserPage:
    page.get_by_role("button", name="Menu").click()
    return page


@pytest.mark.parametrize("size", [PHONE, NARROW])
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_top_takes_two_rows_that_a_thumb_can_use(
    home: str, open_page: OpenPage, language: str, size: tuple[int, int]
) -> None:
    page = open_page(f"{home}/informatie?taal={language}", size=PHONE)
    page.set_viewport_size({"width": size[0], "height": size[1]})

    assert (page.evaluate(ROWS), page.evaluate(SMALL)) == (2, [])


def test_the_menu_opens_without_a_script_and_brings_to_a_page(home: str, open_page: OpenPage) -> None:
    page = _menu_open(open_page(f"{home}/informatie", size=PHONE, scripts=False))

    page.get_by_role("link", name="Oudercafés").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Oudercafés")


def test_the_open_menu_is_readable_at_night_and_wide_enough_for_a_thumb(home: str, open_page: OpenPage) -> None:
    page = _menu_open(open_page(f"{home}/informatie", size=PHONE, scheme="dark"))

    assert (axe(page), page.evaluate(SMALL)) == ([], [])


def test_the_menu_is_used_and_left_by_keyboard(home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/informatie", size=PHONE)
    menu = page.get_by_role("button", name="Menu")
    menu.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sluit")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.get_by_role("link", name="Oudercafés")).to_be_hidden()
    expect(menu).to_be_focused()


def test_on_a_desk_the_links_are_in_sight(home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/informatie", size=DESKTOP)

    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(page.get_by_label("Hoofdmenu").get_by_role("link", name="Stel een vraag")).to_be_visible()


def test_on_paper_there_is_no_button(home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/informatie", size=PHONE)

    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(page.get_by_role("link", name="English")).to_be_hidden()
