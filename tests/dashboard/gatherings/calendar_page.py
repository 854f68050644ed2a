"""The calendar as a browser asks for it."""

from datetime import date, datetime
from typing import Any

from dashboard.parts.gatherings.calendar_controls import CHOICE
from dashboard.parts.gatherings.calendar_view import read_view
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

DONE = ("calendar-changed", "data", None)
BUTTONS = ("calendar-previous", "calendar-next", "calendar-today")
CHOICES = ("wanneer", "zicht", "soort", "plaats", "onderwerp", "stand")
TODAY = date(2026, 11, 24)


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def shown(visitor: Visitor, known: str = "", pressed: str | None = None, **choices: str) -> dict[str, Any]:
    """What the calendar answers to a press of a button, or to other choices than the address holds."""
    view = read_view(known, TODAY)
    said = {
        "zicht": view.sight,
        "soort": view.narrowed.kind,
        "plaats": view.narrowed.where,
        "onderwerp": view.narrowed.topic,
        "stand": view.narrowed.state,
        "wanneer": "geweest" if view.past else "komend",
        **choices,
    }
    wanted = [({"type": CHOICE, "key": key}, "value", said[key] or None) for key in CHOICES]
    answer = visitor.call(
        visitor.doors.output_of("calendar-body.children"),
        [*((name, "n_clicks", 1 if name == pressed else None) for name in BUTTONS), (..., "", many(*wanted)), DONE],
        [("calendar-view", "data", known)],
        [prop_id(pressed or BUTTONS[0], "n_clicks")],
    )
    found: dict[str, Any] = answer.get_json()["response"]
    return found


def body(visitor: Visitor, known: str = "", **choices: str) -> str:
    return str(shown(visitor, known, **choices)["calendar-body"])
