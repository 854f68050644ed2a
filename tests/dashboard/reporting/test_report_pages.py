"""Reports on screen: for policy staff and coordinators; approved before they go, by clicking."""

import base64
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.register import counts
from domain.reporting import making
from store.database import Database
from store.models import Report
from store.queries.improving import reports
from store.states import ReportState
from tests.conftest import Prepared
from tests.dashboard.trends.trend_numbers import visit
from tests.domain.reporting.conftest import register
from tests.doors import Doors, Visitor

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
BUDDY = Actor(name="Anna", roles=frozenset({Role.BUDDY}), account_id=8, buddy_id=1)
CHANGED = "report-changed.data"


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:

    def write(session: Session) -> None:
        register(session, now)
        counts.publish(session, now=now)

    return prepared(__name__, write)


@pytest.fixture
def note(filled: Database, now: datetime) -> int:
    with filled.writing() as session:
        making.tend(session, now=now)
        return reports.listed(session)[0].id


def _shown(visitor: Visitor, number: int) -> str:
    output = visitor.doors.output_of("report-sheet.children", "report-acts.children")
    given = [("report-number", "data", number), ("report-changed", "data", None)]
    return visitor.call(output, given).get_data(as_text=True)


def _act(visitor: Visitor, button: Any, number: int, *typed: tuple[str, str, object]) -> str:
    """Press a button that changes the report; its callback is known by the button."""
    callbacks = visitor.doors.dashboard.callback_map
    name = button if isinstance(button, str) else '"name":"' + button["name"] + '"'
    (output,) = [
        key
        for key, one in callbacks.items()
        if CHANGED.split(".")[0] in key and any(name in str(given["id"]) for given in one["inputs"])
    ]
    states = [("report-number", "data", number), *typed]
    return visitor.call(output, [(button, "n_clicks", 1)], states).get_data(as_text=True)


def _dialog(name: str) -> dict[str, str]:
    return {"type": "dialog", "name": name, "part": "yes"}


def _state(database: Database, number: int) -> ReportState:
    with database.reading() as session:
        return session.get_one(Report, number).state


def test_the_list_is_empty_until_somebody_or_the_clock_makes_one(filled: Database, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    before = visitor.call("reports-list.children", [("reports-changed", "data", None)]).get_data(as_text=True)

    told = visitor.call("reports-changed.data", [("reports-make", "n_clicks", 1)]).get_data(as_text=True)

    after = visitor.call("reports-list.children", [("reports-changed", "data", "x")]).get_data(as_text=True)
    assert ("Nog geen rapporten" in before, "2 concepten gemaakt." in told) == (True, True)
    assert ("Signaalnotitie" in after, "Jaarverslagpagina" in after) == (True, True)


def test_a_report_shows_what_its_files_say(filled: Database, note: int, now: datetime) -> None:
    shown = _shown(Doors(filled, now).visitor(POLICY), note)

    wanted = ("Wat stijgt: Thuiszitten en verzuim.", "minder dan", "Keur goed", "svg+xml;base64,", "Download PDF")
    assert [one for one in wanted if one not in shown] == []


def test_words_approval_and_sending_by_clicking(filled: Database, note: int, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    _act(visitor, "report-save", note, ("report-opening", "value", "Beste lezer"), ("report-closing", "value", None))
    _act(visitor, _dialog("report-approve"), note)
    approved = _state(filled, note), "Beste lezer" in _shown(visitor, note)

    chosen = [("report-roles", "value", ["policy"]), ("report-addresses", "value", "bestuur@example.nl")]
    _act(visitor, _dialog("report-send"), note, *chosen)

    assert (approved, _state(filled, note)) == ((ReportState.APPROVED, True), ReportState.SENT)


def test_sending_to_nobody_says_what_to_do(filled: Database, note: int, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    _act(visitor, _dialog("report-approve"), note)

    nobody: list[tuple[str, str, object]] = [("report-roles", "value", []), ("report-addresses", "value", None)]
    told = _act(visitor, _dialog("report-send"), note, *nobody)

    assert "Kies wie het rapport krijgt, of vul een e-mailadres in." in told
    assert _state(filled, note) is ReportState.APPROVED


def test_an_approval_can_be_taken_back(filled: Database, note: int, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(POLICY)
    _act(visitor, _dialog("report-approve"), note)

    _act(visitor, "report-back", note)

    assert _state(filled, note) is ReportState.DRAFT


@pytest.mark.parametrize(("kind", "first"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_both_files_come_down(filled: Database, note: int, now: datetime, kind: str, first: bytes) -> None:
    visitor = Doors(filled, now).visitor(POLICY)

    button = {"type": "report-file", "kind": kind}
    given = [(..., "", [{"id": button, "property": "n_clicks", "value": 1}])]
    changed = ['{"kind":"' + kind + '","type":"report-file"}.n_clicks']
    answer = visitor.call("report-download.data", given, [("report-number", "data", note)], changed).get_json()

    data = answer["response"]["report-download"]["data"]
    assert (base64.b64decode(data["content"])[: len(first)], data["filename"].endswith(f"-concept.{kind}")) == (
        first,
        True,
    )


def test_a_buddy_sees_no_report(filled: Database, note: int, now: datetime) -> None:
    visitor = Doors(filled, now).visitor(BUDDY)

    assert "Wat stijgt" not in _shown(visitor, note)
    assert "Signaalnotitie" not in visit(visitor, f"/werk/rapporten/{note}")
