"""Closing the support point on some days, over HTTP."""

from datetime import date, datetime, time
from typing import Any

import pytest

from dashboard.pages.settings.closed_days import FORM
from dashboard.parts.dialog import DIALOG
from domain.gatherings import events
from domain.local_time import instant
from store.database import Database
from store.queries.gatherings import closures
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


def warned(visitor: Visitor, first: str | None, last: str | None = None) -> str:
    inputs = [({"type": "field", "form": FORM, "key": key}, "value", value)
              for key, value in (("first_day", first), ("last_day", last))]  # fmt: skip
    output = visitor.doors.output_of("closure-gatherings.children")
    return str(visitor.call(output, [*inputs, ("closure-changed", "data", None)]).get_json())


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


def test_what_stands_on_these_days_is_seen_while_adding_and_after(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    with database.writing() as session:
        first, last, called_off, outside = (
            make.cafe(session, now=now, starts_at=instant(date(2026, 12, day), time(hour)), title=f"Café {day}")
            for day, hour in ((4, 0), (6, 23), (5, 12), (7, 0))
        )
        events.cancel(session, called_off, by=make.COORDINATOR, now=now)

    typing = warned(visitor, "2026-12-04", "2026-12-06")
    add(visitor, name="Verbouwing", first_day="2026-12-04", last_day="2026-12-06")
    saved = listed(visitor)

    assert "Op deze dagen staan al 2 bijeenkomsten." in typing
    for page in (typing, saved):
        there = [f"'/werk/kalender/{number}'" in page for number in (first, last, called_off, outside)]
        assert there == [True, True, False, False]


def test_nothing_stands_on_a_free_day_or_no_day_at_all(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    found = [
        warned(visitor, *days) for days in (("2026-12-04",), (None,), ("2026-12-04", "x"), ("2026-12-04", "2026-12-01"))
    ]

    assert all("notice" not in one for one in found)
