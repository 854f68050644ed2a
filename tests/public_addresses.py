"""Every address that visitors have: found by following the links from the front page, so that a new page is in it."""

from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient

from domain.actors import PARENT
from domain.care import check_in_answers
from domain.matchmaking import proposals, requests
from domain.taking_part import sign_ups
from store.models import CheckIn, Event, Match, Proposal, Request
from store.states import EventState, MatchState, ProposalState, RequestState
from tests import make
from tests.invented import Point
from tests.public.visitor import Page

# Addresses that no page links to, and those that are no page.
ALSO = ("/agenda/noord-kennemerland-po/insluiten",)
NO_PAGE = ("/cafe/<int:event_id>/aanmelden",)
LINK = "/link/<token>"
OWN_PAGES = ("wijzigen", "gegevens")
OF_ONE_KIND = 2  # this many examples of an address with a name or number in it


def pages_of(point: Point) -> list[str]:
    """One or two examples of every public address that gives a page."""
    return list(_followed(point.server, ["/", *_without_names(point.server), *ALSO, *links_from_letters(point)]))


def never_reached(server: Flask, addresses: list[str]) -> set[str]:
    """The public addresses with a page for which there is no example: link to them, or name one in `ALSO`."""
    return _rules(server) - {_rule(server, one) for one in addresses}


def links_from_letters(point: Point) -> list[str]:
    """What a parent and a buddy find behind their links, the request's own pages too."""
    early = point.now - timedelta(minutes=1)
    with point.database.writing() as session:
        cafe = session.query(Event).filter_by(state=EventState.OPEN).order_by(Event.starts_at.desc())[0].id
        asked = session.query(Request).filter_by(state=RequestState.OPEN).order_by(Request.id)[0].id
        matched = session.query(Match).filter_by(state=MatchState.RUNNING).order_by(Match.id)[0]
        sent = session.query(Proposal).filter_by(state=ProposalState.SENT).order_by(Proposal.id)[0].id
        row = session.query(CheckIn).filter_by(match_id=matched.id, who="parent").order_by(CheckIn.id)[0].id
        signed_up = sign_ups.sign_up(session, cafe, make.party("Samira"), by=PARENT, now=early)
        mine = requests.link(session, asked, now=point.now)
        tokens = [
            sign_ups.link(session, signed_up.id, until=signed_up.event_ends, now=point.now),
            mine,
            requests.link(session, matched.request_id, now=point.now),
            proposals.link(session, sent, now=point.now),
            check_in_answers.link(session, row, now=point.now),
        ]
    return [*(f"/link/{token}" for token in tokens), *(f"/link/{mine}?bekijk={what}" for what in OWN_PAGES)]


def _followed(server: Flask, start: list[str]) -> Iterator[str]:
    client, waiting, seen = server.test_client(), deque(start), set[str]()
    examples: dict[str, int] = {}
    while waiting:
        address = waiting.popleft()
        rule = _rule(server, address)
        if address in seen or not rule or (rule != LINK and examples.get(rule, 0) >= OF_ONE_KIND):
            continue
        seen.add(address)
        page = _page(client, address)
        if page is not None:
            examples[rule] = examples.get(rule, 0) + 1
            yield address
            waiting.extend(_here(address, page))


def _here(address: str, page: Page) -> Iterator[str]:
    for link in page.links:
        there = urlsplit(urljoin(address, link))
        if not there.netloc and not there.path.startswith(("/link/", "/taal/")):
            yield f"{there.path}?{there.query}" if there.query else there.path


def _page(client: FlaskClient, address: str) -> Page | None:
    response = client.get(address)
    assert response.status_code < 400, f"{address}: {response.status_code}"
    return Page(response.text) if response.status_code == 200 and response.mimetype == "text/html" else None


def _without_names(server: Flask) -> list[str]:
    return sorted(rule for rule in _rules(server) if "<" not in rule)


def _rules(server: Flask) -> set[str]:
    """Those that give a page: a file names its kind, and who sends a form is shown another page."""
    public = [one for one in server.url_map.iter_rules() if one.endpoint.startswith("public.")]
    return {
        one.rule for one in public if "GET" in (one.methods or ()) and "." not in one.rule and one.rule not in NO_PAGE
    }


def _rule(server: Flask, address: str) -> str:
    match = server.url_map.bind("localhost").test(urlsplit(address).path, "GET")
    found = server.url_map.bind("localhost").match(urlsplit(address).path, return_rule=True)[0] if match else None
    return found.rule if found is not None and found.rule in _rules(server) else ""
