"""Every page of the dashboard and behind the links in letters: readable for everybody, on a desk and a phone."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

from dashboard.page import Page
from dashboard.pages import PAGES
from domain.actors import PARENT, Role
from domain.matchmaking import proposals, requests
from domain.taking_part import sign_ups
from store.models import Event, Proposal, Request
from store.states import EventState, ProposalState, RequestState
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import SHORT, wrong_in_every_look
from tests.invented import Point

pytestmark = pytest.mark.browser

# Who looks at a page that several may see: who sees least elsewhere.
LOOKERS = (Role.BUDDY, Role.POLICY, Role.COORDINATOR, Role.ADMINISTRATOR, Role.MODERATOR)
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  // Mantine gives its six corners for messages the one name that we gave to all of them together.
  return ids.filter((id, place) => id !== "toasts" && ids.indexOf(id) !== place);
}"""
# A page of the dashboard has come when it has a heading and has been waiting for nothing for a while.
QUIET = """() => new Promise((come, fail) => {
  const start = performance.now();
  let since = start;
  const look = () => {
    const page = document.getElementById("page");
    const busy = page && (!page.querySelector("h1") || document.querySelector("[data-dash-is-loading=true]"));
    if (busy) since = performance.now();
    if (performance.now() - start > 20000) fail(new Error("still loading: " + location.pathname));
    else if (performance.now() - since > 200) come();
    else setTimeout(look, 20);
  };
  look();
})"""


@pytest.fixture(scope="module")
def home(point: Point) -> Iterator[str]:
    with serving(point.server) as url:
        yield url


def pages_of(role: Role) -> list[Page]:
    """The pages that this role looks at for everybody who may."""
    return [page for page in PAGES if role == next(one for one in LOOKERS if one in page.roles)]


@pytest.mark.parametrize(
    ("role", "third"), [(role, n) for role in LOOKERS for n in range(3) if n <= len(pages_of(role))]
)
def test_every_page_of_the_dashboard_is_sound(
    point: Point, home: str, open_page: OpenPage, role: Role, third: int
) -> None:
    paths = ["/mijn-wachtwoord", *(point.address(page) for page in pages_of(role))][third::3]
    page = open_page(home + paths[0], server=point.server, token=point.token(role))

    assert "\n".join(wrong_on(page, home, paths)) == ""


def test_what_a_parent_finds_behind_a_link_is_sound(home: str, open_page: OpenPage, of_one_parent: list[str]) -> None:
    page = open_page(home)

    assert "\n".join(wrong_on(page, home, ["/", "/inloggen", *of_one_parent])) == ""


@pytest.fixture(scope="module")
def of_one_parent(point: Point) -> list[str]:
    """A café, and the pages that a parent and a buddy find behind the links in their letters."""
    with point.database.writing() as session:
        cafe = session.query(Event).filter_by(state=EventState.OPEN).order_by(Event.starts_at.desc())[0].id
        asked = session.query(Request).filter_by(state=RequestState.OPEN)[0].id
        sent = session.query(Proposal).filter_by(state=ProposalState.SENT)[0].id
        early = point.now - timedelta(minutes=1)
        signed_up = sign_ups.sign_up(session, cafe, make.party("Samira"), by=PARENT, now=early)
        links = [
            sign_ups.link(session, signed_up.id, until=signed_up.event_ends, now=point.now),
            requests.link(session, asked, now=point.now),
            proposals.link(session, sent, now=point.now),
        ]
    return [f"/cafe/{cafe}", *(f"/link/{token}" for token in links)]


def wrong_on(page: BrowserPage, home: str, paths: Iterable[str]) -> list[str]:
    """What is wrong on these pages, one line each; each is loaded once, and by turns seen on a desk and on a phone."""
    wrong = []
    for place, path in enumerate(paths):
        page.goto(home + path)
        page.evaluate(QUIET)
        expect(page.locator("h1")).to_have_count(1)
        wrong += [f"{path}: twice on the page: {one}" for one in page.evaluate(TWICE)]
        wrong += [f"{path}: {one}" for one in wrong_in_every_look(page, (SHORT[place % 2],))]
    return wrong
