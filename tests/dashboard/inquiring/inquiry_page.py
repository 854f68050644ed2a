"""Questions from parents over HTTP: written, listed, opened, answered."""

import json
from datetime import datetime
from typing import Any

from dashboard.parts.inquiring.conversation import ACTS
from domain.actors import Actor, Role
from domain.inquiring.asking import Receipt
from store.database import Database
from tests import make
from tests.domain.inquiring.asked import asked
from tests.doors import Doors, Visitor

OTHER = Actor(name="Omar", roles=frozenset({Role.COORDINATOR}), account_id=2)


def written(database: Database, words: str = "Wat is een TLV?", *, now: datetime, **facts: Any) -> Receipt:
    with database.writing() as session:
        return asked(session, words, now=now, seed=words, **facts)


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def opened(visitor: Visitor, number: int, changed: object = None, shown: object = None) -> str:
    inputs: list[tuple[str, str, object]] = [("inquiry-number", "data", number), ("inquiry-changed", "data", changed)]
    output = visitor.doors.output_of("inquiry.children")
    return visitor.call(output, inputs, [("inquiry-shown", "data", shown)]).get_data(as_text=True)


def shown_of(page: str) -> object:
    """What the browser keeps of what was drawn."""
    return json.loads(page)["response"]["inquiry-shown"]["data"]


def press(visitor: Visitor, act: str, number: int, *, words: str = "", seen: int = 1) -> str:
    inputs: list[tuple[str, str, object]] = [(f"inquiry-{one}", "n_clicks", int(one == act)) for one in ACTS]
    states: list[tuple[str, str, object]] = [
        ("inquiry-answer", "value", words),
        ("inquiry-seen", "data", seen),
        ("inquiry-number", "data", number),
    ]
    output = visitor.doors.output_of("inquiry-answer.error")
    return visitor.call(output, inputs, states, [f"inquiry-{act}.n_clicks"]).get_data(as_text=True)
