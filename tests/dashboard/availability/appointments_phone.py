"""The phone of a buddy who plans appointments."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from dashboard.parts.availability.appointment_form import act, field
from store.database import Database
from store.models import Appointment, Match
from store.states import AppointmentState
from tests import appointed, make
from tests.doors import Doors, Visitor, many, prop_id

DAY = timedelta(days=1)
ABOUT = "appointments-about"


class Phone:
    """The page of one buddy."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.about: dict[str, int | None] = {"match": None, "moving": None}

    def coming(self) -> str:
        return self._text("appointments-coming.children", [("appointments-changed", "data", None)])

    def form(self) -> str:
        inputs = [(ABOUT, "data", self.about), ("appointments-changed", "data", None)]
        return self._text("appointments-form.children", inputs)

    def save(self, number: int, **fields: object) -> str:
        pressed = act("save", number)
        filled = many(*((field(key), "value", value) for key, value in fields.items()))
        answer = self.visitor.call(
            self.visitor.doors.output_of("appointments-changed.data", "appointment-error"),
            [(..., "", many((pressed, "n_clicks", 1)))],
            [(ABOUT, "data", self.about), (..., "", filled)],
            [prop_id(pressed, "n_clicks")],
        )
        return answer.get_data(as_text=True)

    def call_off(self, number: int) -> str:
        pressed = act("off", number)
        (output,) = [
            key
            for key in self.visitor.doors.dashboard.callback_map
            if "appointments-changed.data" in key and "error" not in key
        ]
        answer = self.visitor.call(
            output, [(..., "", many((pressed, "n_clicks", 1)))], [], [prop_id(pressed, "n_clicks")]
        )
        return answer.get_data(as_text=True)

    def _text(self, output: str, inputs: Sequence[tuple[str, str, object]]) -> str:
        return self.visitor.call(output, inputs).get_data(as_text=True)


@pytest.fixture
def match(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return appointed.match(session, now=now)


@pytest.fixture
def phone(sqlite: Database, match: int, now: datetime) -> Phone:
    with sqlite.reading() as session:
        buddy_id = session.get_one(Match, match).buddy_id
    return Phone(Doors(sqlite, now).visitor(make.buddy_actor(buddy_id)))


def rows(database: Database) -> list[tuple[AppointmentState, datetime, str]]:
    with database.reading() as session:
        return [(row.state, row.starts_at, row.contact_mode) for row in session.query(Appointment)]
