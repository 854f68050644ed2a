"""Laws, terms and campaigns: who chooses one to change stands in the form, and an emptied form is empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

from domain.actors import Role
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.invented import Point, point_in

pytestmark = pytest.mark.browser

OPEN = "Brief van de gemeenten over hulp bij school"


@pytest.fixture(scope="module")
def door(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Point, str]]:
    with point_in(tmp_path_factory.mktemp("markers"), invented_years) as point, serving(point.server) as home:
        yield point, home


@pytest.fixture
def page(door: tuple[Point, str], open_page: OpenPage) -> BrowserPage:
    point, home = door
    address = f"{home}/werk/verbeteren/gebeurtenissen"
    return open_page(address, size=PHONE, server=point.server, token=point.token(Role.POLICY))


def _change(page: BrowserPage) -> None:
    page.get_by_role("button", name=f"Wijzig: {OPEN}").click()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value(OPEN)


def test_who_chooses_one_to_change_goes_on_in_the_form(page: BrowserPage) -> None:
    _change(page)

    expect(page.locator("input:focus")).to_have_value("Campagne of voorlichting")
    expect(page.get_by_label("Wat gebeurde er?")).to_be_in_viewport()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_an_emptied_form_keeps_no_word(page: BrowserPage) -> None:
    _change(page)

    page.locator("#marker-empty").click()

    expect(page.get_by_label("Wat gebeurde er?")).to_have_value("")


def test_what_was_set_aside_is_readable_in_every_look(page: BrowserPage) -> None:
    page.get_by_label("Wat gebeurde er?").fill("Belronde")
    _change(page)
    expect(page.get_by_role("button", name="Zet terug wat ik typte")).to_be_visible()

    assert wrong_in_every_look(page) == []


def test_who_takes_one_away_stands_at_the_way_back(page: BrowserPage) -> None:
    page.get_by_role("button", name="Haal weg: Nieuwe regels over verzuim (verzonnen)").click()

    expect(page.locator("#marker-undo")).to_be_focused()
    expect(page.get_by_role("button", name="Zet terug", exact=True)).to_be_in_viewport()
