"""How it goes, on a phone in a real browser: one tap, three questions to skip, a match with its own page for staff."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from domain.care import check_in_answers
from store.database import Database
from store.models import CheckIn, Helpfulness
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = pytest.mark.browser
DAY = timedelta(days=1)


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    with sqlite.writing() as session:
        make.match(session, now=now - 7 * DAY)
    return Doors(sqlite, now)


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def letter(doors: Doors, moment: str) -> str:
    """Where the link in the letter about a moment leads."""
    with doors.database.writing() as session:
        row = session.query(CheckIn).filter_by(moment=moment).one()
        row.asked_at = doors.now
        return f"/link/{check_in_answers.link(session, row.id, now=doors.now)}"


def test_a_parent_answers_in_one_tap_and_the_coordinator_takes_it_up(
    doors: Doors, address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{address}{letter(doors, 'parent_1')}", size=PHONE)
    assert wrong_in_every_look(page) == []
    page.get_by_role("button", name="Gaat wel").click()
    expect(page.get_by_role("heading", name="Drie korte vragen")).to_be_visible()
    assert wrong_in_every_look(page) == []
    page.get_by_role("group", name="Er is iemand die naar mij luistert en mij begrijpt.").get_by_label("4").check()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Drie korte vragen")).to_be_hidden()
    with doors.database.reading() as session:
        assert session.query(Helpfulness).one().answers == {"understood": 4}

    doors.people[make.COORDINATOR.label] = make.COORDINATOR
    staff = open_page(f"{address}/werk/koppelingen/1", server=doors.server, token=make.COORDINATOR.label)
    expect(staff.get_by_role("heading", name="Hoe het ging en wat nog komt")).to_be_visible()
    assert wrong_in_every_look(staff) == []
    staff.get_by_role("button", name="Opgepakt: Farida").click()
    expect(staff.get_by_role("button", name="Opgepakt: Farida")).to_be_hidden()


def test_a_buddy_rounds_off_on_the_phone(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}{letter(doors, 'closing')}", size=PHONE)

    page.get_by_label("Het was zwaar.").check()
    assert wrong_in_every_look(page) == []
    page.get_by_role("button", name="Ja, wij ronden af").click()

    expect(page.get_by_text("De koppeling is afgerond.")).to_be_visible()
