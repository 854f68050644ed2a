"""The month as the coordinator sees it, over HTTP."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from dashboard.parts.gatherings.calendar_controls import CHOICE
from dashboard.parts.gatherings.calendar_view import read_view
from dashboard.parts.gatherings.month import Month, month_of, read_month, span
from domain.actors import Actor, Role
from domain.gatherings import events
from domain.gatherings.event_plans import VenuePlan
from domain.local_time import instant
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


def address(visitor: Visitor, known: str = "", pressed: str | None = None, **choices: str) -> str:
    return str(shown(visitor, known, pressed, **choices)["page-question"]["data"])


def test_it_opens_on_this_month(sqlite: Database, now: datetime) -> None:
    found = shown(staff(sqlite, now))

    assert (found["calendar-view"]["data"], found["calendar-name"]["children"]) == ("", "November 2026")


@pytest.mark.parametrize(
    ("known", "pressed", "expected"),
    [
        ("", "calendar-next", "maand=2026-12"),
        ("maand=2026-12", "calendar-next", "maand=2027-01"),
        ("maand=2026-12", "calendar-previous", ""),
        ("maand=2024-02", "calendar-today", ""),
        ("maand=nonsense", None, ""),
        ("maand=2100-12", "calendar-next", "maand=2100-12"),
        ("maand=9999-12", None, "maand=2100-12"),
        ("zicht=week", "calendar-next", "zicht=week&datum=2026-11-30"),
        ("zicht=week&datum=2026-12-03", None, "zicht=week&datum=2026-11-30"),
        ("zicht=week&datum=2026-11-30", "calendar-previous", "zicht=week"),
        ("zicht=week&datum=0001-01-01", "calendar-previous", "zicht=week&datum=2000-01-03"),
        ("zicht=lijst&wanneer=geweest", None, "zicht=lijst&wanneer=geweest"),
        ("zicht=lijst&pagina=99999999", "calendar-next", "zicht=lijst"),
        ("zicht=jaar&stand=weird&datum=31", None, ""),
    ],
)
def test_one_goes_back_and_forth_and_never_off_the_edge(
    sqlite: Database, now: datetime, known: str, pressed: str | None, expected: str
) -> None:
    assert address(staff(sqlite, now), known, pressed) == expected


def test_what_is_asked_for_stays_in_the_address(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    kept = address(visitor, "maand=2026-12", zicht="week", soort="cafe", plaats="GM0361", onderwerp="F", stand="open")

    assert kept == "zicht=week&datum=2026-11-30&soort=cafe&gemeente=GM0361&onderwerp=F&stand=open"
    assert address(visitor, kept) == kept


def test_from_this_month_one_comes_to_this_week(sqlite: Database, now: datetime) -> None:
    assert address(staff(sqlite, now), zicht="week") == "zicht=week"


@pytest.mark.parametrize("sight", ["maand", "week", "lijst"])
def test_every_view_shows_only_what_was_asked_for(sqlite: Database, now: datetime, sight: str) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now, title="Slaapcafé", topics=("F1",), starts_at=instant(date(2026, 11, 26), time(19)))
        elsewhere = VenuePlan("Bron", "GM0373", "Kerkstraat 1")
        make.cafe(session, now=now, title="Pubercafé", venue=elsewhere, starts_at=instant(date(2026, 11, 27), time(9)))
    visitor = staff(sqlite, now)

    def titles(**choices: str) -> list[str]:
        found = body(visitor, zicht=sight, **choices)
        return [title for title in ("Slaapcafé", "Pubercafé") if title in found]

    assert titles() == ["Slaapcafé", "Pubercafé"]
    assert titles(plaats="GM0361") == ["Slaapcafé"]
    assert titles(onderwerp="F1") == titles(onderwerp="F") == ["Slaapcafé"]
    assert titles(stand="draft") == titles(soort="training") == []


def test_the_list_goes_on_to_the_next_page_and_back_in_time(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(1, 29):
            make.cafe(session, now=now, title=f"Café {number}.", starts_at=now + timedelta(days=number))
    doors = Doors(sqlite, now + timedelta(days=2, hours=3))
    visitor = doors.visitor(make.COORDINATOR)

    first, second, over = (body(visitor, f"zicht=lijst{more}") for more in ("", "&pagina=2", "&wanneer=geweest"))

    assert [("Café 3." in first, "Café 27." in first), ("Café 28." in second, "26 bijeenkomsten" in second)] == [
        (True, True),
        (True, True),
    ]
    assert over.index("Café 2.") < over.index("Café 1.")
    assert "Café 3." not in over


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
