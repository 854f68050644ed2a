"""The calendar in a real browser: three views that hold up in every look, and gatherings that are dragged."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from playwright.sync_api import expect

from domain import events
from domain.local_time import instant
from store.database import Database
from tests import make
from tests.browser.chromium import OpenPage, serving, wrong_in_every_look
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
