"""A call comes in, is written down without a name, is counted, and once the month has closed policy staff see it."""

from datetime import UTC, datetime
from typing import Any

from dashboard.parts.fields import field_id
from dashboard.parts.trends.filters import CONTROLS
from domain.actors import Actor, Role
from domain.forms import load
from domain.register import counts
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor, many

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
NEXT_MONTH = datetime(2026, 12, 10, 8, tzinfo=UTC)


def test_a_call_becomes_a_trend(database: Database, now: datetime) -> None:
    doors = Doors(database, now)
    coordinator, policy = doors.visitor(make.COORDINATOR), doors.visitor(POLICY)

    for _ in range(7):
        assert "Opgeslagen." in _write_down(coordinator, database, topics=["D2"], channel="phone")
    assert "Nog geen cijfers" in _body(coordinator, "trends")

    with database.writing() as session:
        counts.refresh(session, now=doors.now)
    assert "In dit schooljaar: 7 vragen." in _body(coordinator, "trends")
    assert "Nog niets vrijgegeven" in _body(policy, "policy")

    doors.now = NEXT_MONTH
    with database.writing() as session:
        counts.publish(session, now=doors.now)
    assert "In dit schooljaar: ongeveer 5 vragen." in _body(policy, "policy")

    for _ in range(9):
        _write_down(coordinator, database, topics=["D2"], channel="mail", asked_on="2026-11-24")
    with database.writing() as session:
        counts.publish(session, now=doors.now)
    assert "In dit schooljaar: 16 vragen." in _body(coordinator, "trends")
    assert "In dit schooljaar: ongeveer 5 vragen." in _body(policy, "policy")


def _write_down(visitor: Visitor, database: Database, **typed: object) -> str:
    with database.reading() as session:
        keys = [one.key for one in load(session, "question").fields]
    fields: Any = (..., "", many(*((field_id("question", key), "value", typed.get(key)) for key in keys)))
    output = next(key for key in visitor.doors.dashboard.callback_map if "question-said" in key and ".error" in key)
    return visitor.call(
        output, [("question-save", "n_clicks", 1)], [("question-token", "data", None), fields]
    ).get_data(as_text=True)


def _body(visitor: Visitor, page: str) -> str:
    output = visitor.doors.output_of(f"{page}-body.children")
    asked = [(f"{page}-{control}", "value", None) for control in CONTROLS]
    return visitor.call(output, asked, [(f"{page}-section", "data", "")]).get_data(as_text=True)
