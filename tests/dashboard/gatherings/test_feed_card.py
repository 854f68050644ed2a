"""The card with the link to follow a calendar, over HTTP: seen once, and a new one ends the old one."""

import json
import re
from datetime import datetime

import pytest

from dashboard.parts.gatherings.embed_card import snippet
from domain.actors import Actor, Role
from store.database import Database
from store.models import Account
from store.states import FeedKind
from tests import make
from tests.doors import Doors, Visitor, prop_id

ROLES = {FeedKind.COORDINATOR: Role.COORDINATOR, FeedKind.BUDDY: Role.BUDDY}


def owner(database: Database, now: datetime, kind: FeedKind) -> Visitor:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now) if kind is FeedKind.BUDDY else None
        number = make.account(session, ROLES[kind], now=now)
        session.get_one(Account, number).buddy_id = buddy_id
    actor = Actor(name="Tess", roles=frozenset({ROLES[kind]}), account_id=number, buddy_id=buddy_id)
    return Doors(database, now).visitor(actor)


def card(visitor: Visitor, kind: FeedKind, pressed: str = "") -> str:
    buttons = [(f"feed-{kind.value}-{name}", "n_clicks", 1 if name == pressed else None) for name in ("make", "revoke")]
    triggered = [prop_id(f"feed-{kind.value}-{pressed}", "n_clicks")] if pressed else []
    answer = visitor.call(f"feed-{kind.value}-said.children", buttons, [], triggered)
    return json.dumps(answer.get_json(), ensure_ascii=False)


def link(said: str) -> str:
    found = set(re.findall(r"/agenda/feed/[\w-]+\.ics", said))
    assert len(found) == 1, said
    return str(found.pop())


@pytest.mark.parametrize("kind", ROLES)
def test_a_link_is_seen_once_and_works_until_there_is_another(sqlite: Database, now: datetime, kind: FeedKind) -> None:
    visitor = owner(sqlite, now, kind)

    assert "U hebt nog geen link." in card(visitor, kind)
    first = link(card(visitor, kind, "make"))
    assert "gemaakt op dinsdag 24 november" in card(visitor, kind)
    second = link(card(visitor, kind, "make"))
    assert [visitor.client.get(one).status_code for one in (first, second)] == [404, 200]


def test_a_link_that_is_taken_back_is_gone(sqlite: Database, now: datetime) -> None:
    visitor = owner(sqlite, now, FeedKind.COORDINATOR)
    address = link(card(visitor, FeedKind.COORDINATOR, "make"))

    assert "U hebt nog geen link." in card(visitor, FeedKind.COORDINATOR, "revoke")
    assert visitor.client.get(address).status_code == 404


def test_a_buddy_may_not_make_the_calendar_of_staff(sqlite: Database, now: datetime) -> None:
    visitor = owner(sqlite, now, FeedKind.BUDDY)

    assert "agenda/feed" not in card(visitor, FeedKind.COORDINATOR, "make")


def test_the_code_for_another_site_is_one_frame() -> None:
    assert snippet("https://punt.nl/agenda/noord", 'Cafés "Noord"') == (
        '<iframe src="https://punt.nl/agenda/noord/insluiten" title="Cafés &quot;Noord&quot;" width="100%" height="640"'
        ' loading="lazy" style="border:0"></iframe>'
    )
