"""A story and a question without a name leave no trace in any file that somebody takes along."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from domain.actors import Role
from store.models import Event, Question, Report
from tests.flows.attacker import Attacker, _outputs, opened
from tests.flows.policy_reader import choices, open_to, signed_in
from tests.flows.without_a_name import WORDS, told, traces
from tests.invented import Point, invented_years

__all__ = ["invented_years", "told"]


"""Only who answers reads a question, only who moderates reads a story: everywhere else nothing may be found."""


Press = tuple[str, dict[str, Any]]


def buttons(point: Point, callback: dict[str, Any]) -> Iterator[Press]:
    """Every way to ask a callback for its file: each button, in each kind of file, about each thing there is."""
    with point.database.reading() as session:
        reports, events = ([one for (one,) in session.query(table.id)] for table in (Report, Event))
    about = {"report-number": reports, "event-number": events[:3]}
    wild: dict[str, list[dict[str, Any]]] = {
        "report-file": [{"kind": kind} for kind in ("pdf", "docx")],
        "": [{"chart": "all of it", "as": kind} for kind in ("csv", "xlsx")],
    }
    number = next((one["id"] for one in callback["state"] if one["id"] in about), "")
    for one in callback["inputs"]:
        name = json.loads(one["id"]) if one["id"].startswith("{") else {}
        ways = wild.get(name.get("type", ""), wild[""]) if name else [{}]
        for way in ways:
            for thing in about.get(number, [None]):
                yield (one["id"] if not name else json.dumps({**name, **way})), {number: thing, "question-notes": True}


def pressed(reader: Attacker, callback: dict[str, Any], press: Press, first: dict[str, list[object]]) -> bytes:
    """What comes when this button is pressed, with the filters as the page draws them."""
    button, states = press
    drawn = {name: values[0] for name, values in first.items() if not name.startswith("question-")}  # all of it
    known = {**drawn, **states}
    body: dict[str, Any] = {"output": callback["output"], "outputs": _outputs(callback["output"])}
    id_ = json.loads(button) if button.startswith("{") else button
    body["inputs"] = [
        [{"id": id_, "property": "n_clicks", "value": 1}]
        if one["id"].startswith("{")
        else {"id": one["id"], "property": one["property"], "value": 1 if one["id"] == button else None}
        for one in callback["inputs"]
    ]
    body["state"] = [
        {"id": one["id"], "property": one["property"], "value": known.get(one["id"])} for one in callback["state"]
    ]
    spelled_id = id_ if isinstance(id_, str) else json.dumps(id_, separators=(",", ":"), sort_keys=True)
    body["changedPropIds"] = [f"{spelled_id}.n_clicks"]
    return bytes(reader.send(body).data)


def files_of(point: Point, role: Role) -> dict[str, bytes]:
    """Every file that a role can take along: all buttons of all pages were really pressed."""
    reader, found = signed_in(point, role), dict[str, bytes]()
    first = {
        name: values
        for page in open_to(role)
        for name, values in choices(opened(reader, page.path).get_json()).items()
        if values
    }
    downloads = [one for one in reader.callbacks() if re.search(r"(download|-file)\.data$", one["output"])]
    for callback in downloads:
        for press in buttons(point, callback):
            answer = pressed(reader, callback, press, first)
            if b'"filename"' in answer:
                found[f"{callback['output']} {press}"] = answer
    return found


FILES = {
    Role.COORDINATOR: {
        "question-file": 2,
        "report-download": 2,
        "event-file": 1,
        "measures-download": 1,
        "trends-download": 4,
    },
    Role.POLICY: {"report-download": 2, "policy-download": 4, "thread-download": 2},
    Role.MODERATOR: {},
}


"""How many files each role gets at least, by the place where they come down."""


@pytest.mark.parametrize("role", FILES)
def test_no_file_that_a_role_can_take_along_holds_a_trace(told: tuple[Point, tuple[str, ...]], role: Role) -> None:
    point, wanted = told

    taken = files_of(point, role)

    by_place = Counter(name.split(".")[0] for name in taken)
    assert {place: most for place, most in FILES[role].items() if by_place[place] < most} == {}
    assert traces(taken, wanted) == []


def test_a_file_with_a_trace_would_be_found(told: tuple[Point, tuple[str, ...]]) -> None:
    """The control: what a coordinator writes beside a question is in the file that they take along."""
    point, wanted = told
    with point.database.writing() as session:
        row = session.query(Question).order_by(Question.id.desc())[0]
        kept, row.note = row.note, f"Over de {WORDS[2]}"

    found = {name.split(".")[0] for name, _word in traces(files_of(point, Role.COORDINATOR), wanted)}

    with point.database.writing() as session:
        session.query(Question).order_by(Question.id.desc())[0].note = kept
    assert found == {"question-file"}
