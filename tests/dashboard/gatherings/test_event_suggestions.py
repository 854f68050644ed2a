"""What the form of a gathering fills in by itself, and what it says while somebody types, over HTTP."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.parts.gatherings.event_fields import FORM
from store.database import Database
from tests import make
from tests.dashboard.gatherings.gathering_form import TYPED, drawn, save, staff, suggested
from tests.doors import Visitor


def test_a_kind_brings_its_usual_seats_and_hours(sqlite: Database, now: datetime) -> None:
    found = suggested(staff(sqlite, now), "kind", {}, kind="training")

    assert found == {"seats": 10, "start": "09:30", "end": "12:30"}


def test_another_kind_brings_its_own_hours_where_the_old_ones_stood(sqlite: Database, now: datetime) -> None:
    before: dict[str, object] = {"seats": 12, "start": "19:30", "end": "21:30"}

    found = suggested(staff(sqlite, now), "kind", before, **{**before, "kind": "training"})

    assert found == {"seats": 10, "start": "09:30", "end": "12:30"}


def test_another_kind_leaves_alone_what_was_typed(sqlite: Database, now: datetime) -> None:
    before: dict[str, object] = {"seats": 12, "start": "19:30", "end": "21:30"}

    found = suggested(staff(sqlite, now), "kind", before, kind="theme", seats=30, start="19:30", end="21:30")

    assert found is None


def test_the_end_follows_the_start(sqlite: Database, now: datetime) -> None:
    before: dict[str, object] = {"end": "21:30"}

    found = suggested(staff(sqlite, now), "start", before, kind="cafe", start="20:00", end="21:30")

    assert found == {"end": "22:00"}


def test_a_known_venue_brings_its_address(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now)

    found = suggested(staff(sqlite, now), "venue", {}, venue="de wilg")

    assert found == {"address": "Kerkstraat 1", "municipality": "GM0361"}


def test_a_day_in_the_calendar_gives_the_date(sqlite: Database, now: datetime) -> None:
    assert "value='2026-12-08'" in drawn(sqlite, now, datum="2026-12-08")
    assert "value='x'" not in drawn(sqlite, now, datum="x")


def test_a_copy_has_everything_but_the_date(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, title="Slaapcafé", seats=7)

    page = drawn(sqlite, now, kopie=str(number))

    assert all(part in page for part in ("value='Slaapcafé'", "value=7", "value='De Wilg'", "Kies nog een datum."))
    assert "2026-12-01" not in page


def clashing(visitor: Visitor, number: int | None = None, **typed: Any) -> str:
    values = {**TYPED, **typed}
    keys = ("date", "start", "end", "venue", "municipality")
    inputs = [({"type": "field", "form": FORM, "key": key}, "value", values[key]) for key in keys]
    answer = visitor.call("event-clashes.children", inputs, [("event-number", "data", number)])
    return str(answer.get_json() if answer.status_code == 200 else "")


def test_a_clash_is_said_while_typing(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor)

    assert "De Wilg is dan in gebruik: Slaapcafé, 19:30–21:30." in clashing(visitor)
    assert "Deze dag is gesloten: Kerstvakantie." in clashing(visitor, date="2026-12-22")
    assert "in gebruik" not in clashing(visitor, number=1)


@pytest.mark.parametrize("typed", [{"date": None}, {"start": ""}, {"date": "2027-03-28", "start": "02:30"}])
def test_what_is_no_moment_yet_clashes_with_nothing(sqlite: Database, now: datetime, typed: dict[str, Any]) -> None:
    assert "Li" not in clashing(staff(sqlite, now), **typed)
