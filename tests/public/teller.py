"""Somebody who tells a story step by step, and the stories that were kept."""

import re
from datetime import datetime, timedelta
from html import unescape
from itertools import count
from typing import Any

import pytest
from werkzeug.test import TestResponse

from store.database import Database
from store.door_states import Consent
from store.models import Story
from tests.doors import Doors, Visitor

PARENTS, YOUNG = "/vertellis", "/jong/vertellis"
STORY = "Mijn zoon Milo is 8 jaar en zat op De Zonnebloem. Juf Karin luisterde goed. Milo ging weer lachen."
ANSWERS: dict[str, Any] = {
    "gevoel": "relieved",
    "luisterde": ["teacher"],
    "zeggenschap": "75",
    "driehoek": "school-thuis",
    "onderwerp": ["D1"],
    "soort": "po",
    "rol": "parent",
}

ADDRESSES = count(1)


def own_address() -> str:
    """A part of the network where nobody was before: servers go from test to test, and what they count with them."""
    number = next(ADDRESSES)
    return f"10.{number // 256}.{number % 256}.1"


class Teller:
    """Somebody with a phone: each press of a button sends what the page holds and what was typed."""

    def __init__(self, doors: Doors, home: str = PARENTS, address: str = "") -> None:
        self.doors, self.home = doors, home
        self.visitor: Visitor = doors.visitor()
        self.visitor.client.environ_base["REMOTE_ADDR"] = address or own_address()
        self.page = self.visitor.get(f"{home}/verhaal")
        self.sent: dict[str, Any] = {}

    def press(self, naar: str, **typed: Any) -> TestResponse:
        self.doors.now += timedelta(seconds=10)
        self.sent = {**carried_on(self.page), "naar": naar, **typed}
        self.page = self.visitor.post(f"{self.home}/verhaal", **self.sent)
        return self.page

    def up_to_consent(self, story: str = STORY, **answers: Any) -> TestResponse:
        self.press("betekenis", verhaal=story)
        self.press("plek", **answers)
        self.press("nakijken")
        return self.press("toestemming", weg=ticks_on(self.page))

    def tell(self, story: str = STORY, consent: Consent = Consent.QUOTE, **answers: Any) -> TestResponse:
        self.up_to_consent(story, **answers)
        return self.press("versturen", toestemming=consent.value)


def carried_on(page: TestResponse) -> dict[str, list[str]]:
    """What a browser sends of the page when nothing is touched: what is hidden and what is ticked."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    ticked = re.findall(r'<input type="(?:radio|checkbox)" name="(\w+)" value="([^"]*)" checked', page.text)
    found: dict[str, list[str]] = {}
    for name, value in (*hidden, *ticked):
        found.setdefault(name, []).append(unescape(value))
    return found


def ticks_on(page: TestResponse) -> list[str]:
    return carried_on(page).get("weg", [])


def stories(database: Database) -> list[Story]:
    with database.reading() as session:
        return session.query(Story).all()


@pytest.fixture
def teller(sqlite: Database, now: datetime) -> Teller:
    return Teller(Doors(sqlite, now))
