"""The out-tray and the journal in a real browser: accessible in every look, filters stay in the address."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import expect

from automations.posting import post_letters
from automations.run import run
from mail.post import NoPostman
from store.database import Database
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.doors import Doors

pytestmark = pytest.mark.browser


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    """One letter of each kind that waits for somebody's hands."""
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
        for name in ("Farida", "Jan"):
            make.signed_up(session, cafe, name, now=now)
        make.letter(
            session, 1, now=now, dedupe_key="call", message_id="<2@x>", address=None, recipient="Bo, 06 12345678"
        )
    run(sqlite, now, make.LETTERHEAD)
    post_letters(sqlite, NoPostman(), lambda: now)
    found = Doors(sqlite, now)
    found.people["staff"] = make.COORDINATOR
    return found


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def test_a_kept_letter_is_found_read_and_sent_again(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/postbak", server=doors.server, token="staff")

    page.get_by_role("link", name="Niet verstuurd, bewaard: 2").click()
    expect(page.get_by_role("rowheader")).to_have_count(2)
    page.get_by_role("row").filter(has_text="Jan").get_by_role("link").click()
    expect(page.get_by_role("article")).to_contain_text("Beste Jan,")
    page.get_by_role("button", name="Stuur opnieuw").click()

    expect(page.get_by_text("Gaat zo weg")).to_be_visible()
    expect(page.get_by_role("button", name="Stuur opnieuw")).to_be_hidden()


def test_a_filter_of_the_journal_stays_in_the_address(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/logboek", server=doors.server, token="staff")

    page.get_by_label("Wat gebeurde er?").first.click()
    page.get_by_role("option", name="Aangemeld", exact=True).click()
    expect(page.get_by_role("rowheader")).to_have_count(2)

    expect(page).to_have_url(f"{address}/werk/logboek?soort=signup.confirmed")
