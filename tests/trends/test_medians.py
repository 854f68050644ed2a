"""The interval of a median beside scipy's, and counted out by brute force for every outcome of small samples."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.intervals import Interval
from trends.medians import Median, median

# (values, median, low, high): quantile_test(values, p=0.5).confidence_interval(0.95) of scipy 1.17
SCIPY = [
    ([3, 1, 4, 1, 5, 9], 3.5, 1, 9),
    ([2, 7, 1, 8, 2, 8, 1, 8, 2, 8], 4.5, 1, 8),
    (list(range(1, 18)), 9, 5, 13),
    (list(range(1, 51)), 25.5, 18, 33),
]


@pytest.mark.parametrize(("values", "middle", "low", "high"), SCIPY)
def test_the_interval_of_a_median_equals_the_table(values: list[float], middle: float, low: float, high: float) -> None:
    assert median(values) == Median(middle, len(values), Interval(low, high))


def test_five_values_are_too_few_for_an_interval() -> None:
    assert median([1, 2, 3, 4, 5]) == Median(3, 5, None)


def test_without_values_there_is_no_median() -> None:
    assert median([]) is None


@pytest.mark.parametrize("n", range(6, 30))
def test_the_interval_misses_the_middle_at_most_once_in_twenty_and_no_narrower_one_would_do(n: int) -> None:
    found = median(range(1, n + 1))
    assert found
    assert found.likely

    k = round(found.likely.low)
    missed = [Fraction(2 * sum(comb(n, below) for below in range(tail)), 2**n) for tail in (k, k + 1)]

    assert (missed[0] <= Fraction(1, 20), missed[1] > Fraction(1, 20)) == (True, True)


@given(st.lists(st.integers(0, 9), min_size=6, max_size=40))
def test_the_median_lies_within_its_interval_whatever_the_order(values: list[int]) -> None:
    found = median(values)

    assert found == median(sorted(values))
    assert found
    assert found.likely
    assert found.likely.low <= found.value <= found.likely.high
