"""Asking a buddy to host, and planning the next café, as they are seen in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from domain.actors import Role
from store.models import Account, Availability, Event, EventHost
from store.states import EventState
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.invented import Point, point_in

pytestmark = pytest.mark.browser


@pytest.fixture
def own(tmp_path: Path, invented_years: Path) -> Iterator[Point]:
    with point_in(tmp_path, invented_years) as one:
        yield one


def evening(point: Point) -> tuple[int, str]:
    """A café to come without a host; the buddy who signs in is free all week. Gives its id and that buddy's name."""
    with point.database.writing() as session:
        account = session.query(Account).filter(Account.buddy_id.is_not(None)).one()
        session.query(Availability).filter_by(buddy_id=account.buddy_id).delete()
        for day in range(7):
            session.add(Availability(buddy_id=account.buddy_id, weekday=day, from_minute=0, to_minute=1440))
        cafes = session.query(Event).filter(Event.state == EventState.OPEN, Event.starts_at > point.now)
        number = cafes.order_by(Event.starts_at)[0].id
        session.query(EventHost).filter_by(event_id=number).delete()
        return number, account.name


def test_a_buddy_is_asked_in_the_list_and_says_yes_on_a_phone(own: Point, open_page: OpenPage) -> None:
    number, name = evening(own)
    with serving(own.server) as url:
        address, staff = f"{url}/werk/kalender/{number}", own.token(Role.COORDINATOR)
        desk = open_page(address, server=own.server, token=staff)
        hosts = desk.locator(".hosts")
        hosts.get_by_role("button", name=f"Vraag {name}").click()
        expect(hosts.get_by_role("row", name=name)).to_contain_text("Gevraagd")
        wrong = wrong_in_every_look(desk)

        pocket = open_page(f"{url}/werk/mijn-voorstellen", size=PHONE, server=own.server, token=own.token(Role.BUDDY))
        question = pocket.locator("section.card", has_text="Wilt u gastheer of gastvrouw zijn?")
        question.get_by_role("button", name="Ja, dat doe ik").click()
        expect(pocket.get_by_text("U bent gastheer of gastvrouw")).to_be_visible()
        wrong += wrong_in_every_look(pocket)

    assert "\n".join(wrong) == ""


def test_a_good_moment_becomes_a_draft_with_one_click(own: Point, open_page: OpenPage) -> None:
    with serving(own.server) as url:
        page = open_page(f"{url}/werk/kalender/plannen", server=own.server, token=own.token(Role.COORDINATOR))
        expect(page.locator(".candidate")).to_have_count(5)
        wrong = wrong_in_every_look(page)
        page.get_by_role("button", name="Maak een concept").first.click()
        page.wait_for_url("**/bewerken")
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    assert "\n".join(wrong) == ""
