"""The month as the coordinator sees it, over HTTP."""

from datetime import date, datetime, time
from typing import Any

import pytest

from dashboard.parts.month import Month, month_of, read_month, span
from domain import events
from domain.actors import Actor, Role
from domain.local_time import instant
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor, prop_id

BUTTONS = ("calendar-previous", "calendar-next", "calendar-today")


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def shown(visitor: Visitor, known: str = "", pressed: str | None = None) -> dict[str, Any]:
    """What the calendar answers: the month, its name, its body and its address."""
    answer = visitor.call(
        visitor.doors.output_of("calendar-body.children"),
        [(name, "n_clicks", 1 if name == pressed else None) for name in BUTTONS],
        [("calendar-month", "data", known)],
        [prop_id(pressed or BUTTONS[0], "n_clicks")],
    )
    found: dict[str, Any] = answer.get_json()["response"]
    return found


def body(visitor: Visitor, known: str = "") -> str:
    return str(shown(visitor, known)["calendar-body"])


def test_it_opens_on_this_month(sqlite: Database, now: datetime) -> None:
    found = shown(staff(sqlite, now))

    assert (found["calendar-month"]["data"], found["calendar-name"]["children"]) == ("2026-11", "November 2026")


@pytest.mark.parametrize(
    ("known", "pressed", "expected"),
    [
        ("2026-11", "calendar-next", "2026-12"),
        ("2026-12", "calendar-next", "2027-01"),
        ("2026-01", "calendar-previous", "2025-12"),
        ("2024-02", "calendar-today", "2026-11"),
        ("nonsense", None, "2026-11"),
        ("2100-12", "calendar-next", "2100-12"),
        ("9999-12", None, "2100-12"),
    ],
)
def test_one_goes_back_and_forth_and_never_off_the_edge(
    sqlite: Database, now: datetime, known: str, pressed: str | None, expected: str
) -> None:
    assert shown(staff(sqlite, now), known, pressed)["calendar-month"]["data"] == expected


def test_the_address_keeps_another_month_and_stays_clean_for_this_one(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    kept = [shown(visitor, "2026-11", pressed)["page-question"]["data"] for pressed in (None, "calendar-next")]

    assert kept == ["", "maand=2026-12"]


def test_a_gathering_says_where_it_is_and_how_full(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.cafe(session, now=now, title="Slaapcafé", starts_at=instant(date(2026, 11, 30), time(19, 30)))

    found = body(staff(database, now))

    assert "19:30" in found
    assert ", De Wilg, Kerkstraat 1, Alkmaar, 0 van 12 plaatsen bezet, Open voor aanmelden" in found


def test_drafts_and_those_called_off_can_be_told_apart(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        events.add(session, make.event_plan(now=now), by=make.COORDINATOR, now=now)
        events.cancel(session, make.cafe(session, now=now), by=make.COORDINATOR, now=now)

    found = body(staff(sqlite, now), "2026-12")

    assert "event-chip kind-1 draft" in found
    assert "event-chip kind-1 cancelled" in found


def test_days_to_come_start_a_new_gathering_and_days_gone_do_not(sqlite: Database, now: datetime) -> None:
    found = body(staff(sqlite, now))

    assert "/werk/kalender/nieuw?datum=2026-11-24" in found
    assert "/werk/kalender/nieuw?datum=2026-11-23" not in found


def test_an_empty_month_says_what_to_do(sqlite: Database, now: datetime) -> None:
    assert "Geen bijeenkomsten in maart 2027" in body(staff(sqlite, now), "2027-03")


def test_weeks_run_from_monday_to_sunday_over_the_edges_of_the_month() -> None:
    assert span(month_of(date(2026, 11, 1))) == (date(2026, 10, 26), date(2026, 12, 7))


def test_an_evening_late_in_the_month_belongs_to_its_local_day(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now, starts_at=instant(date(2027, 7, 1), time(0, 30)))
    visitor = staff(sqlite, now)

    assert "Geen bijeenkomsten" not in body(visitor, "2027-07")
    assert "Geen bijeenkomsten" in body(visitor, "2027-06")


def test_a_month_is_read_from_the_address() -> None:
    assert [read_month(text, date(2026, 11, 24)).address for text in ("2027-02", "2027-2", None, "x")] == [
        "2027-02", "2026-11", "2026-11", "2026-11",
    ]  # fmt: skip
    assert Month(24000).first == date(2000, 1, 1)


@pytest.mark.parametrize("actor", [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)])
def test_nobody_but_the_coordinator_sees_it(sqlite: Database, now: datetime, actor: Actor) -> None:
    doors = Doors(sqlite, now)
    visitor = doors.visitor(actor)

    answer = visitor.call(doors.output_of("calendar-body.children"), [(name, "n_clicks", 1) for name in BUTTONS])

    assert (answer.status_code, visitor.get("/werk/kalender").status_code) == (403, 403)
