"""The functions for one number beside tables made with R and beside sums of exact fractions."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trends.test_intervals import poisson_at_most
from trends.special import beta_i, gamma_p

# (a, b, x, pbeta(x, a, b)) of R 4.2
BETA = [
    (1e5, 98_000.0, 0.5, 3.4831850708419222e-06),
    (1e6, 1_001_000.0, 0.5, 0.76019508246639178),
    (1e6, 3e6, 0.2497, 0.08290125151788294),
    (50.0, 1e7, 6e-6, 0.9155996601374301),
    (0.5, 1e6, 1e-6, 0.84270084483819629),
    (1e7, 50.0, 0.999996, 0.92966099344200359),
    (1e7, 10_003_000.0, 0.5, 0.74881650186845117),
    (1e7, 1e7, 0.4999, 0.1855466853593159),
    (1e7, 2e7, 0.333, 5.3622669803371657e-05),
]

# (a, x, pgamma(x, a)) of R 4.2
GAMMA = [
    (1e5, 100_300.0, 0.82863631125120774),
    (123_456.0, 123_000.0, 0.097065473355232926),
    (1e6, 998_000.0, 0.022696114006736792),
    (1e7, 9_991_000.0, 0.0022080635991100941),
    (1e7, 10_003_000.0, 0.82861182933187039),
]


@pytest.mark.parametrize(("a", "b", "x", "said"), BETA)
def test_the_beta_function_of_a_whole_country_is_as_r_says(a: float, b: float, x: float, said: float) -> None:
    assert beta_i(a, b, x) == pytest.approx(said, rel=1e-10)


@pytest.mark.parametrize(("a", "x", "said"), GAMMA)
def test_the_gamma_function_of_a_whole_country_is_as_r_says(a: float, x: float, said: float) -> None:
    assert gamma_p(a, x) == pytest.approx(said, rel=1e-12)


@given(
    st.integers(1, 40), st.integers(1, 40), st.fractions(Fraction(1, 1000), Fraction(999, 1000), max_denominator=1000)
)
def test_the_beta_function_is_the_tail_of_a_binomial_in_fractions(a: int, b: int, share: Fraction) -> None:
    n = a + b - 1

    tail = sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(a, n + 1))

    assert beta_i(a, b, float(share)) == pytest.approx(float(tail), rel=1e-9, abs=1e-15)


@given(st.integers(1, 60), st.floats(0.01, 100))
def test_the_gamma_function_is_the_tail_of_a_poisson(events: int, mean: float) -> None:
    assert gamma_p(events, mean) == pytest.approx(float(1 - poisson_at_most(events - 1, mean)), rel=1e-9, abs=1e-14)
