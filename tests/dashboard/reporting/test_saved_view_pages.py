"""Kept views on screen: kept where one looks, changed and thrown away on a page of their own."""

from datetime import datetime

import pytest

from domain.actors import Actor, Role
from store.database import Database
from store.queries.improving import saved_views
from tests import make
from tests.doors import Doors, Visitor


@pytest.fixture
def bas(sqlite: Database, now: datetime) -> Actor:
    with sqlite.writing() as session:
        return Actor("Bas", frozenset({Role.POLICY}), make.account(session, Role.POLICY, now=now, name="Bas"))


def _keep(visitor: Visitor, name: str, path: str = "/werk/beleid") -> str:
    states = [
        ("address", "pathname", path),
        ("page-question", "data", "jaar=2026"),
        ("view-name", "value", name),
        ("view-rhythm", "value", "weekly"),
    ]
    button = {"type": "dialog", "name": "view-keep", "part": "yes"}
    return visitor.call("view-name.value", [(button, "n_clicks", 1)], states).get_data(as_text=True)


def _list(visitor: Visitor) -> str:
    return visitor.call("views-list.children", [("views-changed", "data", None)]).get_data(as_text=True)


def test_what_was_kept_stands_in_the_list(sqlite: Database, bas: Actor, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(bas)
    empty = _list(visitor)

    told = _keep(visitor, "Mijn blik")

    with sqlite.reading() as session:
        (kept,) = saved_views.of_account(session, bas.account_id or 0)
    assert ("Nog niets bewaard" in empty, "Bewaard bij Weergaven." in told, "Mijn blik" in _list(visitor)) == (
        True,
    ) * 3
    assert (kept.address, kept.rhythm) == ("/werk/beleid?jaar=2026", "weekly")


def test_a_view_without_a_name_or_of_another_page_says_why(sqlite: Database, bas: Actor, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(bas)

    assert "Geef de weergave een naam." in _keep(visitor, " ")
    assert "Deze pagina kunt u niet bewaren." in _keep(visitor, "x", "/werk/trends")


def test_each_owner_sees_only_the_own_views(sqlite: Database, bas: Actor, now: datetime) -> None:
    doors = Doors(sqlite, now)
    _keep(doors.visitor(bas), "Mijn blik")

    other = Actor("Ida", frozenset({Role.POLICY}), 99)
    assert "Mijn blik" not in _list(doors.visitor(other))
