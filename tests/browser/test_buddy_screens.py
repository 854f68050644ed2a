"""Buddies, requests and matches in a real browser: taps that work."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from domain.actors import Actor
from store.database import Database
from store.models import Match, Proposal
from store.queries.buddying.weeks import week
from store.states import ProposalState
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.doors import Doors

pytestmark = pytest.mark.browser


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    """Anna has a running match and a proposal that waits; Bram is new; two parents wait."""
    with sqlite.writing() as session:
        make.match(session, now=now - timedelta(days=3))
        waiting = make.request(session, now=now - timedelta(hours=40), email="j@example.nl", name="Joris")
        make.proposal(session, waiting, 1, now=now)
        make.buddy(session, now=now, name="Bram Bakker", email="bram@example.nl", topics=("F2",), sectors=())
        make.buddy(session, now=now, name="Xandra", email="x@example.nl", certificate_seen_on=None)
        make.request(session, now=now, email="k@example.nl", name="Karima", avoid_own_municipality=True)
    return Doors(sqlite, now)


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def token(doors: Doors, actor: Actor) -> str:
    doors.people[actor.label] = actor
    return actor.label


def test_a_week_is_tapped_on_a_phone(doors: Doors, address: str, open_page: OpenPage) -> None:
    who = token(doors, make.buddy_actor(1))
    page = open_page(f"{address}/werk/mijn-beschikbaarheid", size=PHONE, server=doors.server, token=who)

    page.get_by_label("maandag, ochtend").check()
    page.get_by_label("dinsdag, avond").uncheck()
    page.get_by_label("zondag, middag").check()

    expect(page.get_by_text("12:00–17:00").first).to_be_visible()
    expect(page.get_by_text("Bewaard.", exact=True)).to_be_visible()
    with doors.database.reading() as session:
        assert [one.weekday for one in week(session, 1)] == [0, 6]


def test_a_buddy_says_yes_and_notes_a_talk_on_a_phone(doors: Doors, address: str, open_page: OpenPage) -> None:
    who = token(doors, make.buddy_actor(1))
    page = open_page(f"{address}/werk/mijn-voorstellen", size=PHONE, server=doors.server, token=who)

    page.get_by_role("button", name="Ja, dat doe ik").click()
    expect(page.get_by_role("heading", name="U zei ja")).to_be_visible()
    page.get_by_role("button", name="Wij spraken elkaar").first.click()
    expect(page.get_by_text("Vandaag genoteerd")).to_be_visible()

    with doors.database.reading() as session:
        assert [one.contacts for one in session.query(Match)] == [1]
        assert session.query(Proposal).filter_by(state=ProposalState.AGREED).count() == 1


def test_a_coordinator_matches_in_five_clicks(doors: Doors, address: str, open_page: OpenPage) -> None:
    who = token(doors, make.COORDINATOR)
    page = open_page(f"{address}/werk/buddyvragen", server=doors.server, token=who)

    page.get_by_role("link", name="Karima").click()
    expect(page.get_by_role("heading", name="Bram Bakker")).to_be_visible()
    page.get_by_role("button", name="Stel Bram Bakker voor").click()
    page.get_by_role("button", name="Ja, vraag Bram Bakker").click()

    expect(page.get_by_text(re.compile("Wij wachten op het antwoord van Bram Bakker"))).to_be_visible()
    with doors.database.reading() as session:
        states = [(one.request_id, one.buddy_id, one.state) for one in session.query(Proposal).order_by(Proposal.id)]
    assert states[-1] == (3, 2, ProposalState.SENT)


def test_a_page_that_is_only_opened_stays_as_it_is(doors: Doors, address: str, open_page: OpenPage) -> None:
    who = token(doors, make.COORDINATOR)
    page = open_page(f"{address}/werk/buddys/1", server=doors.server, token=who)
    calls: list[str] = []

    expect(page.get_by_role("heading", name="Anna de Vries")).to_be_visible()
    expect(page.get_by_role("button", name="Zet op pauze")).to_be_visible()
    page.wait_for_timeout(2000)
    page.on("request", lambda request: calls.append(request.url))
    page.wait_for_timeout(1000)

    assert (page.url, calls) == (f"{address}/werk/buddys/1", [])
