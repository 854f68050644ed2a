"""The negative binomial distribution beside sums of its own terms, and beside Poisson at its border."""

from math import comb, exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.expected import negative_binomial as nb

MEANS = st.floats(0.01, 200)
SIZES = st.floats(0.05, 5000)


def at_most(count: int, mean: float, size: float) -> float:
    """By adding up, starting from P(Y = 0) = (size / (size + mean)) ** size."""
    term = summed = (1 + mean / size) ** -size
    for k in range(1, count + 1):
        term *= (k - 1 + size) / k * mean / (mean + size)
        summed += term
    return float(summed)


@given(st.integers(0, 300), MEANS, SIZES)
def test_the_tail_is_what_its_terms_leave(count: int, mean: float, size: float) -> None:
    found = nb.at_least(np.array([count + 1]), np.array([mean]), np.array([size]))

    assert float(found[0]) == pytest.approx(1 - at_most(count, mean, size), abs=1e-9)


@given(st.floats(0.005, 0.995), MEANS, SIZES)
def test_a_quantile_is_the_first_count_that_is_enough(share: float, mean: float, size: float) -> None:
    found = int(nb.quantile(share, np.array([mean]), np.array([size]))[0])

    assert at_most(found, mean, size) >= share - 1e-9
    assert found == 0 or at_most(found - 1, mean, size) < share + 1e-9


def test_a_whole_size_counts_the_ways_to_fail_before_as_many_successes() -> None:
    found = nb.exactly(np.array([4]), np.array([3.0]), np.array([2.0]))

    assert float(found[0]) == pytest.approx(comb(5, 4) * 0.4**2 * 0.6**4, rel=1e-12)


def test_hardly_more_variance_than_mean_is_poisson() -> None:
    mean = np.array([3.0])

    found = nb.exactly(np.array([2]), mean, nb.size_for(mean, mean))

    assert float(found[0]) == pytest.approx(4.5 * exp(-3), rel=1e-6)


@given(MEANS, SIZES)
def test_the_mid_p_of_a_count_and_of_its_other_side_make_one(mean: float, size: float) -> None:
    count, means, sizes = np.array([3]), np.array([mean]), np.array([size])

    fewer = at_most(2, mean, size) + float(nb.exactly(count, means, sizes)[0]) / 2

    assert float(nb.mid_p(count, means, sizes)[0]) + fewer == pytest.approx(1, abs=1e-9)
