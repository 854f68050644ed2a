"""Monthly counts as complete series."""

from hypothesis import given
from hypothesis import strategies as st

from trends import series

OCTOBER = 2026 * 12 + 9


def test_a_month_without_questions_is_a_zero() -> None:
    assert series.filled({OCTOBER: 4, OCTOBER - 2: 1}, range(OCTOBER - 2, OCTOBER + 1)) == (1, 0, 4)


def test_a_moving_sum_waits_for_enough_months() -> None:
    assert series.moving_sums([1, 2, 3, 4]) == (None, None, 6, 9)


@given(st.lists(st.integers(0, 50)), st.integers(1, 5))
def test_every_full_moving_sum_adds_its_own_months(values: list[int], width: int) -> None:
    sums = series.moving_sums(values, width)

    assert len(sums) == len(values)
    assert all(total == sum(values[i - width + 1 : i + 1]) for i, total in enumerate(sums) if i >= width - 1)


def test_the_school_year_to_date_is_laid_beside_the_same_part() -> None:
    counts = {OCTOBER: 5, OCTOBER - 2: 1, OCTOBER - 3: 100, OCTOBER - 12: 2, OCTOBER - 11: 100}

    assert series.school_year_to_date(counts, OCTOBER) == (6, 2)


def test_the_last_three_months_are_laid_beside_those_of_a_year_ago() -> None:
    counts = {OCTOBER: 5, OCTOBER - 3: 100, OCTOBER - 12: 2, OCTOBER - 14: 1}

    assert series.beside_year_earlier(counts, series.last_months(OCTOBER)) == (5, 3)
