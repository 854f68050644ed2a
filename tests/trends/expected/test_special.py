"""The functions for many numbers beside those for one, which have their own tables."""

from math import lgamma

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends import special
from trends.expected import negative_binomial
from trends.expected.special import beta_i, gamma_p, log_gamma

POSITIVE = st.floats(0.05, 3000)


def array(*numbers: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array(numbers)


@given(st.floats(1e-6, 1e9))
def test_the_log_gamma_function_is_that_of_the_standard_library(x: float) -> None:
    assert float(log_gamma(array(x))[0]) == pytest.approx(lgamma(x), rel=1e-12, abs=1e-12)


@given(POSITIVE, POSITIVE, st.floats(0, 1))
def test_the_beta_function_is_that_for_one_number(a: float, b: float, x: float) -> None:
    assert float(beta_i(array(a), array(b), array(x))[0]) == pytest.approx(special.beta_i(a, b, x), rel=1e-9, abs=1e-15)


@given(POSITIVE, POSITIVE)
def test_the_gamma_function_is_that_for_one_number(a: float, x: float) -> None:
    assert float(gamma_p(array(a), array(x))[0]) == pytest.approx(special.gamma_p(a, x), rel=1e-9, abs=1e-14)


def test_numbers_together_are_the_same_as_one_by_one() -> None:
    a, b, x = array(0.5, 3, 400, 2), array(900, 3, 2, 0.1), array(0.001, 0.5, 0.999, 0)

    together = beta_i(a, b, x)

    assert together.tolist() == pytest.approx(
        [special.beta_i(*one) for one in zip(a.tolist(), b.tolist(), x.tolist(), strict=True)], rel=1e-11
    )


@pytest.mark.parametrize(
    ("count", "mean", "size", "at_least", "exactly"),
    [
        (100_000, 98_000.0, 1_000_000.0, 6.250339366717854e-10, 1.167699716199883e-11),
        (1_000_000, 980_000.0, 50.0, 0.4244925200362996, 2.787399406787406e-06),
        (1_000_000, 1_000_000.0, 1_000_000.0, 0.5, 0.0002820947565120314),
        (10_000_000, 9_800_000.0, 50.0, 0.4244899858083192, 2.787460816260883e-07),
        (10_000_000, 9_800_000.0, 1_000.0, 0.2573575677494097, 1.027147514776139e-06),
        (1_000, 1_002.0, 1_000_000.0, 0.5293736326949008, 0.01258317599674084),
    ],
)
def test_counts_of_a_whole_country_are_as_r_says(
    count: int, mean: float, size: float, at_least: float, exactly: float
) -> None:
    """By pnbinom and dnbinom of R 4.2."""
    numbers = np.array([count]), array(mean), array(size)

    found = [float(one(*numbers)[0]) for one in (negative_binomial.at_least, negative_binomial.exactly)]

    assert found == pytest.approx([at_least, exactly], rel=1e-9)
