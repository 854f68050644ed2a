"""The page of one gathering, as a browser presses it."""

from datetime import datetime
from typing import Any

from dashboard.parts.dialog import DIALOG
from dashboard.parts.gatherings.event_facts import DO
from dashboard.parts.reason import REASON
from domain.taking_part import sign_ups
from store.database import Database
from store.sessions import Session
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def page(visitor: Visitor, number: int) -> str:
    inputs = [("event-number", "data", number), ("event-changed", "data", None), ("sign-up-added", "data", None)]
    return str(visitor.call(visitor.doors.output_of("event.children"), inputs).get_json())


def press(visitor: Visitor, name: dict[str, str], number: int, **why: str) -> str:
    """A button of the page, or the yes of a dialog; `why` is typed by the name of its dialog."""
    yes, do = ([(name, "n_clicks", 1)] if name["type"] == kind else [] for kind in (DIALOG, DO))
    typed: list[Any] = [({"type": REASON, "of": of.replace("_", "-")}, "value", said) for of, said in why.items()]
    answer = visitor.call(
        visitor.doors.output_of("event-changed.data"),
        [(..., "", many(*yes)), (..., "", many(*do))],
        [("event-number", "data", number), (..., "", many(*typed))],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_data(as_text=True)


def act(visitor: Visitor, what: str, number: int) -> str:
    return press(visitor, {"type": DO, "what": what}, number)


def confirm(visitor: Visitor, name: str, number: int) -> str:
    return press(visitor, {"type": DIALOG, "name": name, "part": "yes"}, number)


def come(session: Session, number: int, *people: tuple[str, int], now: datetime) -> list[int]:
    parties = [make.party(name, count) for name, count in people]
    return [sign_ups.sign_up(session, number, one, by=make.COORDINATOR, now=now).id for one in parties]
