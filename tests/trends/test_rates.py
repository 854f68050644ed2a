"""Rates per thousand pupils, and school years beside each other."""

from math import isclose

import numpy as np
import pytest

from tests.trends.expected.made import counts, months
from trends.intervals import rate_ratio
from trends.predictive import pooled_dispersion
from trends.rates import between, per_thousand, school_years

AUGUST, NOVEMBER = 2025 * 12 + 7, 2025 * 12 + 10
COUNTS = {AUGUST: 4, AUGUST + 1: 10, AUGUST + 2: 12, NOVEMBER: 14, AUGUST - 12: 2, AUGUST - 11: 8, AUGUST - 10: 10}
DAYS = dict.fromkeys(range(AUGUST - 12, NOVEMBER + 1), 20.0)


def test_a_rate_comes_with_its_exact_interval() -> None:
    rate = per_thousand(10, 20_000)

    assert (rate.value, rate.low, rate.high) == pytest.approx((0.5, 0.23976943, 0.91951780), rel=1e-6)


def test_a_rate_without_pupils_is_refused() -> None:
    with pytest.raises(ValueError, match="needs pupils"):
        per_thousand(3, 0)


def test_the_rate_of_a_rounded_count_reaches_as_far_as_the_count_may_lie() -> None:
    rate = between(8, 10, 12, 20_000)

    assert (rate.low, rate.value, rate.high) == (per_thousand(8, 20_000).low, 0.5, per_thousand(12, 20_000).high)


def test_a_running_school_year_is_laid_beside_the_same_months() -> None:
    found = school_years(COUNTS, NOVEMBER, DAYS)

    assert (found.recent, found.before, found.recent_days, found.before_days) == (40, 20, 80, 80)
    assert found.ratio == rate_ratio(40, 20, exposure=80, other_exposure=80)


def test_more_school_days_explain_more_questions() -> None:
    found = school_years(COUNTS, NOVEMBER, {**DAYS, **dict.fromkeys(range(AUGUST, NOVEMBER + 1), 40.0)})

    assert found.ratio
    assert isclose(found.ratio.ratio, 1)


def test_what_spreads_more_than_chance_says_less() -> None:
    plain, spread = (school_years(COUNTS, NOVEMBER, DAYS, dispersion=one).ratio for one in (0.5, 2.5))

    assert plain
    assert spread
    assert plain.ratio == spread.ratio
    assert (spread.low < 1 < plain.low, plain.p < 0.05 < spread.p) == (True, True)


def test_without_school_days_there_is_no_ratio() -> None:
    assert school_years(COUNTS, NOVEMBER, {}).ratio is None


def test_the_spread_of_all_series_together_can_be_asked() -> None:
    rows = counts(np.full(60, 8.0), months(48), 2.0)

    assert pooled_dispersion({str(n): row.tolist() for n, row in enumerate(rows)}, first_month=0) == pytest.approx(
        2, rel=0.1
    )
