"""Automations that a test teaches, and what came of them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pytest

from automations import actions
from automations.actions.action import Action, Occasion
from automations.run import run
from i18n import lazy
from store.database import Database
from store.models import CatalogueEntry
from store.sessions import Session
from tests import make

Act = Callable[[Session, Occasion, Mapping[str, Any]], int]


@pytest.fixture
def cafe(database: Database, now: datetime) -> int:
    with database.writing() as session:
        cafe = make.cafe(session, now=now, seats=100)
    run(database, now, make.LETTERHEAD)
    return cafe


@pytest.fixture
def teach(monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], None]:
    """Gives the automations an action called `taught`."""

    def teach(act: Act) -> None:
        action = Action("taught", lazy("Aangeleerd"), lazy("Voor een test"), (), act)
        monkeypatch.setattr("automations.run.ACTIONS", {**actions.ACTIONS, "taught": action})

    return teach


def add(
    database: Database, key: str, when: str, *, after: str = "0 minutes", only_if: tuple[str, str, str] | None = None
) -> None:
    """Another automation; in the order of keys it comes before those that came with the product."""
    with database.writing() as session:
        conditions = [dict(zip(("field", "test", "value"), only_if, strict=True))] if only_if else []
        facts = {"when": when, "if": conditions, "then": "taught", "after": after}
        session.add(
            CatalogueEntry(catalogue="automation", key=key, label_nl=key, data=facts, standard=facts, position=-1)
        )


def sign_up(database: Database, cafe: int, now: datetime, *names: str) -> None:
    for name in names or ("Farida",):
        with database.writing() as session:
            make.signed_up(session, cafe, name, now=now)
