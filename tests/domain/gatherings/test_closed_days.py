"""Holidays and the support point's own closures are known by day."""

from datetime import date, datetime, timedelta

import pytest

from domain.actors import PARENT
from domain.gatherings import closed_days
from domain.gatherings.closed_days import ClosedDay, Why
from domain.refused import Refused
from i18n import speaking
from store.database import Database
from store.models import Closure
from tests.make import COORDINATOR

ALKMAAR = "GM0361"


def test_public_and_school_holidays_have_their_names(sqlite: Database) -> None:
    christmas, holiday, workday = date(2026, 12, 25), date(2026, 12, 22), date(2026, 12, 15)

    with sqlite.reading() as session:
        found = closed_days.closed_days(session, ALKMAAR, [christmas, workday, holiday])

    assert found == {
        holiday: ClosedDay(Why.SCHOOL, "Kerstvakantie"),
        christmas: ClosedDay(Why.PUBLIC, "Eerste kerstdag"),
    }


def test_school_holidays_differ_by_region() -> None:
    monday = date(2026, 2, 16)

    found = {region: closed_days.holiday(region, monday) for region in ("Noord", "Midden", "Zuid")}

    spring = ClosedDay(Why.SCHOOL, "Voorjaarsvakantie")
    assert found == {"Noord": None, "Midden": spring, "Zuid": spring}


def test_a_reader_of_english_gets_english_names() -> None:
    with speaking("en"):
        found = closed_days.holiday("Noord", date(2026, 12, 25))

    assert found == ClosedDay(Why.PUBLIC, "Christmas Day")


def test_school_holidays_are_known_some_years_ahead_and_no_further(sqlite: Database) -> None:
    with sqlite.reading() as session:
        until = closed_days.school_holidays_known_until(session, ALKMAAR)
        elsewhere = closed_days.school_holidays_known_until(session, "GM9999")

    assert until is not None
    assert ((until.month, until.day), elsewhere) == ((12, 31), None)
    years = [any(closed_days.holiday("Noord", date(year, 7, day)) for day in range(1, 32))
             for year in (until.year, until.year + 1)]  # fmt: skip
    assert years == [True, False]


def test_an_own_closure_goes_before_a_holiday_and_ends_when_removed(database: Database, now: datetime) -> None:
    days = [date(2026, 12, day) for day in (17, 18, 25, 26)]
    with database.writing() as session:
        number = closed_days.add(session, " Studiedag  en kerst ", days[1], days[2], by=COORDINATOR, now=now)
    with database.reading() as session:
        during = closed_days.closed_days(session, ALKMAAR, days)

    with database.writing() as session:
        closed_days.remove(session, number, by=COORDINATOR, now=now)
        closed_days.remove(session, number, by=COORDINATOR, now=now)
        after = closed_days.closed_days(session, ALKMAAR, days[:2])

    own = ClosedDay(Why.OWN, "Studiedag en kerst")
    assert during == {days[1]: own, days[2]: own, days[3]: ClosedDay(Why.PUBLIC, "Tweede kerstdag")}
    assert after == {}


@pytest.mark.parametrize(
    ("name", "days", "key"),
    [("", 0, "closure.name_needed"), ("Vrij", -1, "closure.backwards"), ("Vrij", 366, "closure.too_long")],
)
def test_a_closure_that_makes_no_sense_is_refused(
    sqlite: Database, now: datetime, name: str, days: int, key: str
) -> None:
    first = date(2026, 12, 1)

    with sqlite.writing() as session, pytest.raises(Refused, match=key):
        closed_days.add(session, name, first, first + timedelta(days=days), by=COORDINATOR, now=now)


def test_only_staff_close_the_support_point(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match="not_allowed"):
        closed_days.add(session, "Vrij", date(2026, 12, 1), date(2026, 12, 1), by=PARENT, now=now)
    with sqlite.reading() as session:
        assert session.query(Closure).count() == 0
