"""The page of jobs in a real browser: accessible, and it looks again without taking the focus."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import expect

from domain.clockwork import lease, pulses, runs
from store.database import Database
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.doors import Doors

pytestmark = pytest.mark.browser


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    with sqlite.writing() as session:
        fence = lease.take(session, "one", now) or 0
        runs.queue_due(session, now, known={"tidy", "publish", "counts"})
        for key, error in (("tidy", "ValueError (tidy, tidying.py:31)"), ("publish", None)):
            run = runs.claim(session, fence, now, known={key})
            assert run
            runs.fail(session, run, error, now) if error else runs.finish(session, run, 12, now)
        pulses.beat(session, "letters", rows=3, milliseconds=140, now=now)
    found = Doors(sqlite, now)
    found.people["staff"] = make.COORDINATOR
    return found


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def test_start_now_gives_feedback_and_the_page_follows_without_taking_the_focus(
    doors: Doors, address: str, open_page: OpenPage, sqlite: Database, now: datetime
) -> None:
    page = open_page(f"{address}/werk/taken", server=doors.server, token="staff")
    button = page.get_by_role("button", name="Start nu Cijfers vrijgeven")
    row = page.get_by_role("row").filter(has=button)

    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("De taak begint meteen.")).to_be_visible()
    expect(row.get_by_text("Wacht")).to_be_visible()
    with sqlite.writing() as session:
        fence = lease.take(session, "one", now) or 0
        while run := runs.claim(session, fence, now, known={"publish"}):
            runs.finish(session, run, 7, now)
    expect(row.get_by_text("Gelukt")).to_be_visible()

    expect(button).to_be_focused()
