"""Rates per thousand pupils."""

import numpy as np
import pytest

from tests.trends.expected.made import counts, months
from trends.predictive import pooled_dispersion
from trends.rates import between, per_thousand


def test_a_rate_comes_with_its_exact_interval() -> None:
    rate = per_thousand(10, 20_000)

    assert (rate.value, rate.low, rate.high) == pytest.approx((0.5, 0.23976943, 0.91951780), rel=1e-6)


def test_a_rate_without_pupils_is_refused() -> None:
    with pytest.raises(ValueError, match="needs pupils"):
        per_thousand(3, 0)


def test_the_rate_of_a_rounded_count_reaches_as_far_as_the_count_may_lie() -> None:
    rate = between(8, 10, 12, 20_000)

    assert (rate.low, rate.value, rate.high) == (per_thousand(8, 20_000).low, 0.5, per_thousand(12, 20_000).high)


def test_the_spread_of_all_series_together_can_be_asked() -> None:
    rows = counts(np.full(60, 8.0), months(48), 2.0)

    assert pooled_dispersion({str(n): row.tolist() for n, row in enumerate(rows)}, first_month=0) == pytest.approx(
        2, rel=0.1
    )
