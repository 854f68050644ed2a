"""Days that differ from the week, on the buddy's own page."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from store.database import Database
from tests import appointed, make
from tests.dashboard.availability.own_time import TUESDAY, add, buddy, known, listed, press, visitor
from tests.doors import Visitor

__all__ = ["buddy", "visitor"]


def test_a_holiday_is_added_and_seen(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    answer = add(visitor, buddy, first="2026-12-21", last="2027-01-03")

    assert "Bewaard." in answer
    assert known(sqlite, buddy) == [(date(2026, 12, 21), date(2027, 1, 3), None, None, False)]
    assert "Maandag 21 december tot en met zondag 3 januari" in listed(visitor, buddy)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ({"way": "extra", "start": "09:00", "end": "10:30"}, (540, 630, True)),
        ({"start": "19:00", "end": "00:00"}, (1140, 1440, False)),
        ({"start": "19:00"}, (1140, 1440, False)),
        ({"end": "20:00"}, (0, 1200, False)),
    ],
)
def test_hours_of_one_day(
    sqlite: Database, visitor: Visitor, buddy: int, typed: dict[str, str], hours: tuple[int, int, bool]
) -> None:
    add(visitor, buddy, first="2026-12-01", **typed)

    assert known(sqlite, buddy) == [(TUESDAY, TUESDAY, *hours)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Vul in: Eerste dag"),
        ({"first": "2026-12-08", "last": "2026-12-01"}, "De laatste dag kan niet voor de eerste dag liggen."),
        ({"first": "2026-11-01"}, "Deze dagen zijn al voorbij."),
        ({"first": "2026-12-01", "way": "extra"}, "Vul in van hoe laat tot hoe laat er extra tijd is."),
        ({"first": "2026-12-01", "start": "12:00", "end": "11:00"}, "De eindtijd moet na de begintijd liggen."),
        ({"first": "2026-12-01", "way": "maybe"}, "Kies uit de lijst: Wat is er anders?"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    sqlite: Database, visitor: Visitor, buddy: int, typed: dict[str, str], said: str
) -> None:
    assert said in add(visitor, buddy, **typed)
    assert known(sqlite, buddy) == []


def test_what_was_removed_can_be_put_back(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    add(visitor, buddy, first="2026-12-01", start="19:00", end="20:00")
    (before,) = known(sqlite, buddy)

    changed = press(visitor, "remove", 1, buddy)
    gone, said = known(sqlite, buddy), listed(visitor, buddy, changed)
    press(visitor, "back", 0, buddy, changed)

    assert gone == []
    assert "Weggehaald: dinsdag 1 december, 19:00–20:00." in said
    assert "Zet terug" in said
    assert known(sqlite, buddy) == [before]


@pytest.mark.parametrize(
    "kept", [None, 3, {}, {"removed": 4}, {"removed": {"first": "x", "last": "2026-12-01", "hours": None, "extra": 1}},
             {"removed": {"first": "2026-12-01", "last": "2026-12-01", "hours": [1], "extra": False}}],
)  # fmt: skip
def test_a_forged_memory_puts_nothing_back(sqlite: Database, visitor: Visitor, buddy: int, kept: Any) -> None:
    press(visitor, "back", 0, buddy, kept)

    assert known(sqlite, buddy) == []
    assert "Zet terug" not in listed(visitor, buddy, kept)


def test_who_is_away_hears_of_an_appointment_on_that_day(sqlite: Database, visitor: Visitor, now: datetime) -> None:
    with sqlite.writing() as session:
        match = appointed.running(session, 1, now=now)
    appointed.planned(sqlite, match, now + timedelta(days=7, hours=9), now=now)

    add(visitor, 1, first="2026-12-01")

    assert "Let op: er staat dan een afspraak, dinsdag 1 december, 20:00. Die blijft staan." in listed(visitor, 1)
    assert "Naar mijn afspraken" in listed(visitor, 1)
    assert "Naar mijn afspraken" not in listed(visitor.doors.visitor(make.COORDINATOR), 1)


@pytest.mark.parametrize("hours", [{"start": "09:00", "end": "20:00"}, {"start": "21:00", "end": "22:00"}])
def test_an_appointment_at_another_hour_is_not_in_the_way(
    sqlite: Database, visitor: Visitor, now: datetime, hours: dict[str, str]
) -> None:
    with sqlite.writing() as session:
        match = appointed.running(session, 1, now=now)
    appointed.planned(sqlite, match, now + timedelta(days=7, hours=9), now=now)

    add(visitor, 1, first="2026-12-01", **hours)

    assert "Let op" not in listed(visitor, 1)
