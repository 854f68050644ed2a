"""The page about plans over HTTP: buttons pressed as a browser presses them."""

import re
from datetime import datetime
from typing import Any

from dashboard.parts.dialog import DIALOG
from dashboard.parts.planning.plan_ids import DO, OTHERS, PICK, SEND, SEND_YES, do
from domain.actors import Actor
from store.database import Database
from store.queries.matchmaking import plans
from store.states import PlanState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


def staff(database: Database, now: datetime, who: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(who)


def drawn(visitor: Visitor, *, everybody: bool = False) -> str:
    return _words(
        visitor, visitor.call("plan.children", [("plan-changed", "data", None), ("plan-all", "data", everybody)])
    )


def press(visitor: Visitor, what: str, plan_id: int = 0, request_id: int = 0, buddy_id: int = 0) -> str:
    """A button that does something at once; gives what is told afterwards."""
    name = do(what, plan_id, request_id, buddy_id)
    return _act(visitor, many((name, "n_clicks", 1)), [], prop_id(name, "n_clicks"))


def say_yes(visitor: Visitor, dialog: str) -> str:
    name = {"type": DIALOG, "name": dialog, "part": "yes"}
    return _act(visitor, [], many((name, "n_clicks", 1)), prop_id(name, "n_clicks"))


def open_others(visitor: Visitor, plan_id: int, request_id: int) -> str:
    name = {"type": OTHERS, "plan": plan_id, "request": request_id}
    return _called(visitor, OTHERS, [(..., "", many((name, "n_clicks", 1)))], [], prop_id(name, "n_clicks"))


def ask_to_send(visitor: Visitor, request_id: int = 0, *, ticked: tuple[int, ...] = ()) -> str:
    name = {"type": SEND, "request": request_id}
    boxes: list[dict[str, object]] = [{"type": PICK, "request": one} for one in ticked]
    states = [
        (..., "", many(*((box, "checked", True) for box in boxes))),
        (..., "", many(*((box, "id", box) for box in boxes))),
    ]
    return _called(
        visitor, f'"type":"{SEND}"', [(..., "", many((name, "n_clicks", 1)))], states, prop_id(name, "n_clicks")
    )


def send(visitor: Visitor, *request_ids: int) -> str:
    name = {"type": SEND_YES, "requests": "-".join(str(one) for one in request_ids)}
    return _called(visitor, SEND_YES, [(..., "", many((name, "n_clicks", 1)))], [], prop_id(name, "n_clicks"))


def preview_id(database: Database) -> int:
    """The plan that is being looked at, 0 when there is none."""
    with database.reading() as session:
        plan = plans.newest(session, state=PlanState.PREVIEW)
    return plan.line.id if plan else 0


def _act(visitor: Visitor, buttons: Any, yes: Any, triggered: str) -> str:
    return _called(visitor, DO, [(..., "", buttons), (..., "", yes)], [], triggered)


def _called(visitor: Visitor, part: str, inputs: Any, states: Any, triggered: str) -> str:
    known = visitor.doors.dashboard.callback_map
    (output,) = [key for key, callback in known.items() if _listens(callback, part)]
    return _words(visitor, visitor.call(output, inputs, states, [triggered]))


def _listens(callback: Any, part: str) -> bool:
    spaceless = re.sub(r"\s", "", str([one["id"] for one in callback["inputs"]]))
    return part in spaceless if part.startswith('"') else f'"{part}"' in spaceless


def _words(visitor: Visitor, answer: Any) -> str:
    assert answer.status_code in (200, 204), answer.status_code
    return str(answer.get_json()) if answer.status_code == 200 else ""
