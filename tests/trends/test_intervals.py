"""Exact intervals beside tables made with scipy (formula above each) and beside sums of exact fractions."""

from decimal import Decimal, localcontext
from math import inf, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trends.intervals import poisson_interval, rate_ratio

COUNTS = st.integers(0, 60)

# (n, chi2.ppf(0.025, 2 n) / 2, chi2.ppf(0.975, 2 n + 2) / 2)
GARWOOD = [
    (0, 0.0, 3.6888794541139354),
    (1, 0.025317807984289876, 5.571643390938898),
    (3, 0.6186721228956014, 8.767273069742323),
    (10, 4.7953886961324335, 18.39035604201778),
    (47, 34.53383216706575, 62.50003634064697),
    (500, 457.1285768996295, 545.8092685651714),
    (20000, 19723.767600607054, 20279.133627926407),
]

# (x1, x2, t1, t2, low, high, p): low = s / (1 - s) * t2 / t1 at s = beta.ppf(0.025, x1, x2 + 1),
# high = (1 - s) / s * t2 / t1 at s = beta.ppf(0.025, x2, x1 + 1),
# p = 2 min(binom.cdf(x1, n, e), binom.sf(x1 - 1, n, e)) with n = x1 + x2 and e = t1 / (t1 + t2)
RATIOS = [
    (10, 4, 1, 1, 0.7210659553554553, 10.920468781721363, 0.1795654296875),
    (25, 10, 1, 1, 1.1596189735922393, 5.832713200335717, 0.016673847800120715),
    (0, 6, 1, 1, 0.0, 0.8493111942973236, 0.03125),
    (7, 0, 1, 1, 1.441308518835239, inf, 0.015625),
    (1, 1, 1, 1, 0.012739367083666617, 78.49683531626299, 1.0),
    (17, 8, 3.0, 12.0, 3.47662548699226, 22.75667207777721, 5.337911870508508e-07),
    (2000, 1800, 1, 1, 1.0420404252446611, 1.1848245228293188, 0.0012427867782632013),
    (45, 30, 0.9, 1.1, 1.129880862582012, 3.0139676259065085, 0.01279548091995549),
]

# (n, qgamma(0.025, n), qgamma(0.975, n + 1)) of R 4.2
WHOLE_COUNTRY = [
    (100_000, 99381.152663744724, 100621.74473974388),
    (1_000_000, 998040.98334029387, 1001961.9119454322),
    (10_000_000, 9993802.9968842678, 10006199.897731498),
]

# as RATIOS, with qbeta and pbinom of R 4.2
WHOLE_COUNTRIES = [
    (123_456, 124_000, 1, 1, 0.9877902306087385, 1.0034974925364288, 0.27502295294055273),
    (1_000_000, 1_002_000, 1, 1, 0.99524192878115358, 1.000773718822175, 0.15771445281311991),
    (10_000_000, 10_009_000, 1, 1, 0.99822555546980307, 0.99997683041928476, 0.044242606056665731),
]


@pytest.mark.parametrize(("events", "low", "high"), GARWOOD)
def test_the_interval_of_a_count_equals_the_table(events: int, low: float, high: float) -> None:
    interval = poisson_interval(events)

    assert (interval.low, interval.high) == pytest.approx((low, high), rel=1e-9)


@pytest.mark.parametrize(("x1", "x2", "t1", "t2", "low", "high", "p"), RATIOS)
def test_the_interval_of_a_ratio_equals_the_table(
    x1: int, x2: int, t1: float, t2: float, low: float, high: float, p: float
) -> None:
    found = rate_ratio(x1, x2, exposure=t1, other_exposure=t2)

    assert (found.low, found.high, found.p) == pytest.approx((low, high, p), rel=1e-9)


@pytest.mark.parametrize(("events", "low", "high"), WHOLE_COUNTRY)
def test_the_interval_of_a_whole_country_is_as_r_says(events: int, low: float, high: float) -> None:
    interval = poisson_interval(events)

    assert (interval.low, interval.high) == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize(("x1", "x2", "t1", "t2", "low", "high", "p"), WHOLE_COUNTRIES)
def test_the_ratio_of_whole_countries_is_as_r_says(
    x1: int, x2: int, t1: float, t2: float, low: float, high: float, p: float
) -> None:
    found = rate_ratio(x1, x2, exposure=t1, other_exposure=t2)

    assert (found.low, found.high, found.p) == pytest.approx((low, high, p), rel=1e-12)


def test_nothing_seen_has_the_closed_form() -> None:
    assert poisson_interval(0).high == pytest.approx(-log(0.025), rel=1e-14)


@given(COUNTS)
def test_the_interval_leaves_the_tails_that_decimals_of_forty_digits_leave(events: int) -> None:
    interval = poisson_interval(events)

    assert float(poisson_at_most(events, interval.high)) == pytest.approx(0.025, rel=1e-10)
    if events:
        assert float(1 - poisson_at_most(events - 1, interval.low)) == pytest.approx(0.025, rel=1e-10)


def poisson_at_most(most: int, mean: float) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        term = summed = (-Decimal(mean)).exp()
        for k in range(1, most + 1):
            term = term * Decimal(mean) / k
            summed += term
        return summed


@given(COUNTS, COUNTS)
def test_turning_the_ratio_around_turns_the_interval_around(events: int, other: int) -> None:
    there, back = rate_ratio(events, other), rate_ratio(other, events)

    assert there.p == pytest.approx(back.p)
    assert there.low * back.high == pytest.approx(1) if events else there.low == 0


@settings(max_examples=200)
@given(COUNTS, COUNTS)
def test_p_is_small_exactly_when_the_interval_excludes_one(events: int, other: int) -> None:
    found = rate_ratio(events, other)

    assert (found.p < 0.05) == (found.low > 1 or found.high < 1)


def test_no_questions_at_all_say_nothing() -> None:
    found = rate_ratio(0, 0)

    assert (found.low, found.high, found.p) == (0, inf, 1)


def test_impossible_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="zero or more"):
        poisson_interval(-1)
    with pytest.raises(ValueError, match="more than zero"):
        rate_ratio(1, 1, exposure=0)
