"""The cards about time on a buddy's own page, as a browser presses them."""

from datetime import date, datetime
from typing import Any

import pytest

from dashboard.parts.availability.days_off_card import FORM
from dashboard.parts.availability.days_off_list import ACT
from store.database import Database
from store.queries.buddying.free_time import other_days
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

TODAY = date(2026, 11, 24)
TUESDAY = date(2026, 12, 1)
KEYS = ("way", "first", "last", "start", "end")


@pytest.fixture
def buddy(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return make.buddy(session, now=now)


@pytest.fixture
def visitor(sqlite: Database, buddy: int, now: datetime) -> Visitor:
    return Doors(sqlite, now).visitor(make.buddy_actor(buddy))


def add(visitor: Visitor, number: int, **typed: str) -> str:
    given = {"way": "away", **typed}
    values = many(*(({"type": "field", "form": FORM, "key": key}, "value", given.get(key)) for key in KEYS))
    output = visitor.doors.output_of('"form":"days_off"', "days-off-changed.data")
    inputs, states = [("days-off-add", "n_clicks", 1)], [(..., "", values), ("week-of", "data", number)]
    return visitor.call(output, inputs, states).get_data(as_text=True)


def listed(visitor: Visitor, number: int, changed: Any = None) -> str:
    inputs, states = [("days-off-changed", "data", changed)], [("week-of", "data", number)]
    return visitor.call("days-off-list.children", inputs, states).get_data(as_text=True)


def press(visitor: Visitor, what: str, row: int, number: int, changed: Any = None) -> Any:
    name = {"type": ACT, "what": what, "number": row}
    answer = visitor.call(
        visitor.doors.output_of("days-off-changed.data@"),
        [(..., "", many((name, "n_clicks", 1)))],
        [("days-off-changed", "data", changed), ("week-of", "data", number)],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_json()["response"].get("days-off-changed", {}).get("data")


def pause(visitor: Visitor, number: int, button: str, until: str | None = None) -> str:
    buttons = [(one, "n_clicks", 1 if one == button else None) for one in ("pause-start", "pause-end")]
    states = [("pause-until", "value", until), ("week-of", "data", number)]
    answer = visitor.call(
        visitor.doors.output_of("pause-changed.data"), buttons, states, [prop_id(button, "n_clicks")]
    )  # fmt: skip
    return answer.get_data(as_text=True)


def paused(visitor: Visitor, number: int) -> str:
    output = visitor.doors.output_of("pause-said.children")
    inputs, states = [("pause-changed", "data", None)], [("week-of", "data", number)]
    return visitor.call(output, inputs, states).get_data(as_text=True)


def known(database: Database, number: int) -> list[tuple[date, date, int | None, int | None, bool]]:
    with database.reading() as session:
        found = other_days(session, number, TODAY)
    return [(one.first_day, one.last_day, one.start, one.end, one.available) for one in found]
