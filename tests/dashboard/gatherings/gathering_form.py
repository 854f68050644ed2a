"""The form of a gathering over HTTP, filled in and saved as a browser does it."""

from datetime import datetime
from typing import Any

from dashboard.pages.gatherings.event_form import layout
from dashboard.parts.gatherings.event_fields import FORM, values_of
from dashboard.parts.gatherings.event_repeat import REPEAT, repeat_form
from dashboard.parts.gatherings.event_visibility import SAVE
from domain import forms
from store.database import Database
from store.queries.gatherings import events as shown
from tests import make
from tests.doors import Doors, Visitor, many, prop_id
from web.services import Services

TYPED: dict[str, Any] = {
    "title": "Slaapcafé",
    "kind": "cafe",
    "topics": ["F1"],
    "date": "2026-12-08",
    "start": "19:30",
    "end": "21:30",
    "seats": 12,
    "venue": "De Wilg",
    "address": "Kerkstraat 1",
    "municipality": "GM0361",
    "access": "",
    "description": "Koffie staat klaar.",
}


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def fields(visitor: Visitor, typed: dict[str, Any]) -> list[dict[str, object]]:
    with visitor.doors.database.reading() as session:
        form = forms.load(session, FORM)
    return many(
        *(({"type": "field", "form": FORM, "key": one.key}, "value", typed.get(one.key)) for one in form.fields)
    )


def repeated(typed: dict[str, Any]) -> list[dict[str, object]]:
    """The fields of the rule; without any the gathering doesn't repeat."""
    values = {"step": 1, "skips": ["yes"], **typed}
    return many(*(({"type": "field", "form": REPEAT, "key": one.key}, "value", values.get(one.key))
                  for one in repeat_form().fields))  # fmt: skip


def save(
    visitor: Visitor,
    how: str = "draft",
    number: int | None = None,
    opened: object = None,
    repeat: dict[str, Any] | None = None,
    scope: str = "this",
    reason: str = "",
    **changes: Any,
) -> dict[str, Any]:
    """Press a button of the form; gives what changes on screen by component."""
    button = {"type": SAVE, "how": how, "place": "form"}
    answer = visitor.call(
        visitor.doors.output_of("event-said.children"),
        [(..., "", many((button, "n_clicks", 1)))],
        [
            (..., "", fields(visitor, {**TYPED, **changes})),
            ("event-number", "data", number),
            ("event-opened", "data", opened),
            (..., "", repeated(repeat or {})),
            ("event-scope", "value", scope),
            ("event-reason", "value", reason),
        ],
        [prop_id(button, "n_clicks")],
    )
    assert answer.status_code == 200
    found: dict[str, Any] = answer.get_json() or {}
    return found


def said(answer: dict[str, Any]) -> str:
    return str(answer["response"].get("event-said", {}).get("children"))


def gone_to(answer: dict[str, Any]) -> object:
    return answer["response"].get("address", {}).get("href")


def opened(database: Database, number: int) -> dict[str, object]:
    """What an editor holds who opens the form now."""
    with database.reading() as session:
        event = shown.event(session, number)
    assert event
    return {"at": event.changed_at.isoformat(), "values": values_of(event)}


def stored(database: Database, number: int = 1) -> shown.EventFacts:
    with database.reading() as session:
        found = shown.event(session, number)
    assert found
    return found


def suggested(visitor: Visitor, changed: str, before: dict[str, object], **typed: Any) -> dict[str, object] | None:
    """What the form fills in by itself after `changed`."""
    values = {**dict.fromkeys(TYPED), **typed}
    inputs = [({"type": "field", "form": FORM, "key": key}, "value", values[key]) for key in ("kind", "start", "venue")]
    answer = visitor.call(
        visitor.doors.output_of("event-suggested.data"),
        inputs,
        [(..., "", fields(visitor, values)), ("event-suggested", "data", before)],
        [prop_id({"type": "field", "form": FORM, "key": changed}, "value")],
    )
    return answer.get_json()["response"]["event-suggested"]["data"] if answer.status_code == 200 else None


def drawn(database: Database, now: datetime, **address: Any) -> str:
    doors = Doors(database, now)
    with doors.server.test_request_context("/werk/"):
        return str(layout(Services(database, lambda: now, ""), **address))
