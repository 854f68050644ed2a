"""The month as the coordinator sees it, over HTTP."""

from datetime import date, datetime, time

import pytest

from dashboard.parts.gatherings.month import Month, month_of, read_month, span
from domain.actors import Actor, Role
from domain.gatherings import events
from domain.local_time import instant
from store.database import Database
from tests import make
from tests.dashboard.gatherings.calendar_page import BUTTONS, body, shown, staff
from tests.doors import Doors


def test_it_opens_on_this_month(sqlite: Database, now: datetime) -> None:
    found = shown(staff(sqlite, now))

    assert (found["calendar-view"]["data"], found["calendar-name"]["children"]) == ("", "November 2026")


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

    found = body(staff(sqlite, now), "maand=2026-12")

    assert "event-chip kind-1 draft" in found
    assert "event-chip kind-1 cancelled" in found


def test_days_to_come_start_a_new_gathering_and_days_gone_do_not(sqlite: Database, now: datetime) -> None:
    found = body(staff(sqlite, now))

    assert "/werk/kalender/nieuw?datum=2026-11-24" in found
    assert "/werk/kalender/nieuw?datum=2026-11-23" not in found


def test_an_empty_month_says_what_to_do(sqlite: Database, now: datetime) -> None:
    assert "Geen bijeenkomsten in maart 2027" in body(staff(sqlite, now), "maand=2027-03")


def test_weeks_run_from_monday_to_sunday_over_the_edges_of_the_month() -> None:
    assert span(month_of(date(2026, 11, 1))) == (date(2026, 10, 26), date(2026, 12, 7))


def test_an_evening_late_in_the_month_belongs_to_its_local_day(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now, starts_at=instant(date(2027, 7, 1), time(0, 30)))
    visitor = staff(sqlite, now)

    assert "Geen bijeenkomsten" not in body(visitor, "maand=2027-07")
    assert "Geen bijeenkomsten" in body(visitor, "maand=2027-06")


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


@pytest.mark.parametrize(("sight", "more"), [("maand", "maand=2026-12"), ("week", "zicht=week&datum=2026-12-21")])
def test_holidays_are_named(sqlite: Database, now: datetime, sight: str, more: str) -> None:
    found = body(staff(sqlite, now), more)

    assert "Eerste kerstdag" in found
    assert "Kerstvakantie" in found
    assert "day-closed" in found
