"""More dates for a series, over HTTP."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.pages.gatherings.longer_series import FORM, PREVIEW
from domain.gatherings import series
from domain.gatherings.recurrence import Rule
from store.database import Database
from store.models import Event
from tests import make
from tests.doors import Doors, Visitor, many


def staff(database: Database, now: datetime) -> Visitor:
    """A coordinator, with a series of two Tuesdays from 1 December on."""
    with database.writing() as session:
        plan = make.event_plan(now=now)
        rule = Rule(plan.starts_at.date(), count=2)
        series.add(session, plan, rule, skips_closed=True, by=make.COORDINATOR, now=now)
    return Doors(database, now).visitor(make.COORDINATOR)


def typed(values: dict[str, Any]) -> list[dict[str, object]]:
    known = {"skips": ["yes"], **values}
    return many(*(({"type": "field", "form": FORM, "key": key}, "value", known.get(key))
                  for key in ("count", "until", "skips")))  # fmt: skip


def preview(visitor: Visitor, **values: Any) -> str:
    output = visitor.doors.output_of(f"{PREVIEW}.children")
    return str(visitor.call(output, [(..., "", typed(values))], [("longer-number", "data", 1)]).get_json())


def save(visitor: Visitor, **values: Any) -> str:
    output = visitor.doors.output_of('"form":"longer"', "address.pathname")
    states = [(..., "", typed(values)), ("longer-number", "data", 1)]
    return str(visitor.call(output, [("longer-save", "n_clicks", 1)], states).get_json(silent=True))


def events(database: Database) -> int:
    with database.reading() as session:
        return session.query(Event).count()


def test_dates_are_seen_first_and_then_added(database: Database, now: datetime) -> None:
    visitor = staff(database, now)

    seen, before = preview(visitor, count=3), events(database)
    saved = save(visitor, count=3)

    assert "Elke week op dinsdag. 1 bijeenkomst. 2 dagen vallen weg." in seen
    assert all(part in seen for part in ("dinsdag 15 december 2026", "Kerstvakantie, valt weg"))
    assert (before, events(database)) == (2, 5)
    assert ("/werk/kalender/3" in saved, "1 datum toegevoegd als concept." in saved) == (True, True)


def test_pressing_again_adds_the_dates_after_those(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    save(visitor, until="2026-12-15")
    again = save(visitor, until="2026-12-15")

    assert "Zo komt er geen enkele datum uit." in again
    assert events(sqlite) == 3


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Vul in hoe vaak het is, of tot en met welke dag."),
        ({"count": 365}, "Dit worden meer dan 366 datums."),
        ({"count": 400}, "Vul 366 of minder in"),
        ({"until": "2026-12-01"}, "Zo komt er geen enkele datum uit."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    sqlite: Database, now: datetime, values: dict[str, Any], sentence: str
) -> None:
    answer = save(staff(sqlite, now), **values)

    assert sentence in answer
    assert "/werk/kalender/" not in answer
    assert events(sqlite) == 2


def test_the_preview_says_why_there_are_none(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "Dit worden meer dan 366 datums." in preview(visitor, until="2040-01-01")
    assert "Ol" not in preview(visitor)


def test_only_a_coordinator_makes_a_series_longer(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    buddy = visitor.doors.visitor(make.buddy_actor(3))

    save(buddy, count=3)

    assert (buddy.get("/werk/kalender/1/meer-datums").status_code, events(sqlite)) == (403, 2)


def test_one_that_stands_alone_has_no_series_to_make_longer(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    with sqlite.writing() as session:
        make.cafe(session, now=now)

    assert "hoort niet bij een reeks" in save(visitor, count=3)
