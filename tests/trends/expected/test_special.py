"""The functions for many numbers beside those for one, which have their own tables."""

from math import lgamma

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends import intervals
from trends.expected.special import beta_i, gamma_p, log_gamma

POSITIVE = st.floats(0.05, 3000)


def array(*numbers: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array(numbers)


@given(st.floats(1e-6, 1e9))
def test_the_log_gamma_function_is_that_of_the_standard_library(x: float) -> None:
    assert float(log_gamma(array(x))[0]) == pytest.approx(lgamma(x), rel=1e-12, abs=1e-12)


@given(POSITIVE, POSITIVE, st.floats(0, 1))
def test_the_beta_function_is_that_for_one_number(a: float, b: float, x: float) -> None:
    assert float(beta_i(array(a), array(b), array(x))[0]) == pytest.approx(
        intervals.beta_i(a, b, x), rel=1e-9, abs=1e-15
    )


@given(POSITIVE, POSITIVE)
def test_the_gamma_function_is_that_for_one_number(a: float, x: float) -> None:
    assert float(gamma_p(array(a), array(x))[0]) == pytest.approx(intervals.gamma_p(a, x), rel=1e-9, abs=1e-14)


def test_numbers_together_are_the_same_as_one_by_one() -> None:
    a, b, x = array(0.5, 3, 400, 2), array(900, 3, 2, 0.1), array(0.001, 0.5, 0.999, 0)

    together = beta_i(a, b, x)

    assert together.tolist() == pytest.approx(
        [intervals.beta_i(*one) for one in zip(a.tolist(), b.tolist(), x.tolist(), strict=True)], rel=1e-11
    )
