"""Closing the support point on some days, over HTTP."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.pages.settings.closed_days import FORM
from dashboard.parts.dialog import DIALOG
from store.database import Database
from store.queries import closures
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

KEYS = ("name", "first_day", "last_day")


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def add(visitor: Visitor, **typed: Any) -> str:
    values = many(*(({"type": "field", "form": FORM, "key": key}, "value", typed.get(key)) for key in KEYS))
    output = visitor.doors.output_of('"form":"closure"', "closure-changed.data")
    return str(visitor.call(output, [("closure-add", "n_clicks", 1)], [(..., "", values)]).get_json())


def listed(visitor: Visitor) -> str:
    return str(visitor.call("closure-list.children", [("closure-changed", "data", None)]).get_json())


def names(database: Database, now: datetime) -> list[str]:
    with database.reading() as session:
        return [one.name for one in closures.between(session, now.date())]


def test_closed_days_are_added_seen_and_removed(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    add(visitor, name="Studiedag", first_day="2026-12-04")
    add(visitor, name="Verbouwing", first_day="2027-02-01", last_day="2027-02-05")

    seen = listed(visitor)
    yes = {"type": DIALOG, "name": "closure-1", "part": "yes"}
    output = visitor.doors.output_of("closure-changed.data@")
    visitor.call(output, [(..., "", many((yes, "n_clicks", 1)))], (), [prop_id(yes, "n_clicks")])

    assert "vrijdag 4 december 2026" in seen
    assert "maandag 1 februari 2027 tot en met vrijdag 5 februari 2027" in seen
    assert names(database, now) == ["Verbouwing"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "", "first_day": "2026-12-04"}, "Vul in: Waarom"),
        ({"name": "Studiedag"}, "Vul in: Eerste dag"),
        ({"name": "Studiedag", "first_day": "2026-12-04", "last_day": "2026-12-03"}, "De laatste dag kan niet voor"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    sqlite: Database, now: datetime, typed: dict[str, Any], sentence: str
) -> None:
    assert sentence in add(staff(sqlite, now), **typed)
    assert names(sqlite, now) == []


def test_an_empty_list_says_what_to_do(sqlite: Database, now: datetime) -> None:
    assert "U hebt nog geen gesloten dagen" in listed(staff(sqlite, now))


def test_buddies_have_no_business_here(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.buddy_actor(3))

    assert visitor.get("/werk/instellingen/gesloten-dagen").status_code == 403
