"""School days: how many each month has where parents live."""

from datetime import date, datetime

from domain.care import school_days
from domain.gatherings import closed_days
from store.database import Database
from tests import make
from trends.periods import month_of

SEPTEMBER = month_of(date(2026, 9, 1))


def test_a_month_without_a_holiday_has_all_its_weekdays(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = school_days.per_month(session, ["GM0361"], range(SEPTEMBER, SEPTEMBER + 2))

    assert found == {SEPTEMBER: 22, SEPTEMBER + 1: 17}  # the autumn holiday takes five days of October


def test_own_closed_days_count_and_places_are_averaged(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        closed_days.add(session, "Studiedag", date(2026, 9, 1), date(2026, 9, 2), by=make.COORDINATOR, now=now)
        found = school_days.per_month(session, ["GM0361", "GM0373"], range(SEPTEMBER, SEPTEMBER + 1))

    assert found == {SEPTEMBER: 20}


def test_without_a_place_every_weekday_counts(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = school_days.per_month(session, [], range(SEPTEMBER + 1, SEPTEMBER + 2))

    assert found == {SEPTEMBER + 1: 22}
