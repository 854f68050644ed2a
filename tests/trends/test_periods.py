"""Months, quarters and school years, and when they are closed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends import periods

MONTHS = st.integers(1900 * 12, 2200 * 12)


@given(st.dates())
def test_a_month_knows_its_first_day(when: date) -> None:
    assert periods.first_day(periods.month_of(when)) == when.replace(day=1)


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_a_school_year_runs_from_august(day: date, year: int) -> None:
    assert periods.school_year_of(periods.month_of(day)) == year


@given(MONTHS)
def test_a_month_lies_in_its_own_quarter_and_school_year(month: int) -> None:
    assert month in periods.months_of_quarter(periods.quarter_of(month))
    assert month in periods.months_of_school_year(periods.school_year_of(month))


@given(st.integers(1900, 2200))
def test_the_quarters_of_a_school_year_are_its_months(year: int) -> None:
    months = [month for q in periods.quarters_of_school_year(year) for month in periods.months_of_quarter(q)]

    assert months == list(periods.months_of_school_year(year))


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 9), date(2026, 9, 1)),
        (date(2026, 11, 10), date(2026, 10, 1)),
        (date(2027, 1, 10), date(2026, 12, 1)),
    ],
)
def test_a_month_is_closed_on_the_tenth_of_the_next(today: date, last: date) -> None:
    assert periods.first_day(periods.last_closed_month(today)) == last


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_quarter_or_school_year_is_closed_with_its_last_month(today: date) -> None:
    last = periods.last_closed_month(today)

    quarter, year = periods.last_closed_quarter(today), periods.last_closed_school_year(today)

    assert periods.months_of_quarter(quarter)[-1] <= last < periods.months_of_quarter(quarter + 1)[-1]
    assert periods.months_of_school_year(year)[-1] <= last < periods.months_of_school_year(year + 1)[-1]


def test_a_running_school_year_is_laid_beside_the_same_part_of_the_year_before() -> None:
    october = periods.month_of(date(2026, 10, 1))

    elapsed = periods.elapsed_part(october)

    assert [periods.first_day(m) for m in elapsed] == [date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)]
    assert [periods.first_day(m) for m in periods.year_earlier(elapsed)] == [
        date(2025, 8, 1),
        date(2025, 9, 1),
        date(2025, 10, 1),
    ]
