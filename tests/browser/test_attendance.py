"""Who is there, on a phone at the door with a connection that comes and goes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Route, expect

from domain.taking_part import attendance
from store.database import Database
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("events")]


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    """A support point with a café that begins in half an hour."""
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        make.signed_up(session, event_id, "Farida", people=2, now=now)
        make.signed_up(session, event_id, "Samira", now=now)
    return Doors(sqlite, now + timedelta(days=7, minutes=-30), {"staff": make.COORDINATOR})


@pytest.fixture
def visit(open_page: OpenPage, doors: Doors) -> Iterator[OpenPage]:
    """Open a page as the coordinator at the door."""
    with serving(doors.server) as url:
        yield lambda path, **options: open_page(url + path, server=doors.server, token="staff", size=PHONE, **options)


def noted(database: Database) -> list[tuple[str, bool | None]]:
    with database.reading() as session:
        return [(one.name, one.came) for one in attendance.sheet(session, 1, by=make.COORDINATOR).people]


def test_what_is_tapped_without_a_connection_arrives_once(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender/1/aanwezig")
    page.get_by_role("button", name="Farida: Aanwezig").click()
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()

    page.context.set_offline(True)
    page.get_by_role("button", name="Samira: Aanwezig").click()
    page.get_by_role("button", name="Samira: Afwezig").click()
    page.get_by_label("Voornaam").fill("Joris")
    page.get_by_role("button", name="Iemand zonder aanmelding").click()
    expect(page.get_by_text("Wordt verstuurd zodra er verbinding is: 2.")).to_be_visible()
    before = noted(sqlite)
    page.context.set_offline(False)
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()

    assert before == [("Farida", True), ("Samira", None)]
    assert noted(sqlite) == [("Farida", True), ("Samira", False), ("Joris", True)]
    expect(page.get_by_text("3 aanwezig, 1 afwezig, 0 nog niet aangetikt")).to_be_visible()


def test_when_only_the_answer_is_lost_nobody_is_doubled(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/kalender/1/aanwezig", may_fail=(503,))
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        answer = route.fetch()
        if lost:
            return route.fulfill(response=answer)
        lost.append(answer.status)
        return route.fulfill(status=503)

    page.route("**/api/aanwezig/1", lose_the_first)
    page.get_by_role("button", name="Iemand zonder aanmelding").click()
    expect(page.get_by_text("Versturen lukt nu niet.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()

    assert (len(lost), noted(sqlite)) == (1, [("Farida", None), ("Samira", None), ("", True)])


def test_a_tap_is_taken_back_and_the_page_is_accessible(visit: OpenPage, doors: Doors, sqlite: Database) -> None:
    page = visit("/werk/kalender/1/aanwezig")
    farida = page.get_by_role("button", name="Farida: Aanwezig")
    farida.click()
    expect(farida).to_have_attribute("aria-pressed", "true")
    expect(farida).to_be_focused()
    wrong = wrong_in_every_look(page)
    doors.now += timedelta(minutes=1)
    farida.click()
    expect(farida).to_have_attribute("aria-pressed", "false")
    page.get_by_label("Of alleen het aantal mensen").fill("12")
    page.get_by_role("button", name="Bewaar aantal").click()
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()

    with sqlite.reading() as session:
        counted = attendance.sheet(session, 1, by=make.COORDINATOR).head_count
    assert (wrong, noted(sqlite), counted) == ([], [("Farida", None), ("Samira", None)], 12)
