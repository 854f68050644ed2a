"""Percent per year over many years."""

import numpy as np
import pytest

from tests.trends.expected.made import SEASON
from trends.long_trend import student_quantile, yearly_change

SEPTEMBER = 2020 * 12 + 8


def made(percent: float, level: float = 20.0, months: int = 60, seed: int = 1) -> list[int]:
    number = np.arange(months)
    means = level * (1 + percent / 100) ** (number / 12) * SEASON[(number + 8) % 12]
    return [int(count) for count in np.random.default_rng(seed).poisson(means)]


@pytest.mark.parametrize("percent", [-20, 0, 15])
def test_the_change_per_year_is_found(percent: float) -> None:
    found = yearly_change(made(percent, level=400), first_month=SEPTEMBER)

    assert found
    assert found.percent == pytest.approx(percent, abs=2)
    assert found.low < found.percent < found.high


def test_the_interval_holds_the_truth_nineteen_times_in_twenty() -> None:
    every = [yearly_change(made(10, seed=seed), first_month=SEPTEMBER) for seed in range(300)]

    held = sum(one.low <= 10 <= one.high for one in every if one)

    assert 0.91 <= held / 300 <= 0.99


def test_growth_that_follows_the_school_days_is_none() -> None:
    days = [10.0 + month for month in range(60)]

    found = yearly_change([round(20 * one) for one in days], first_month=SEPTEMBER, exposure=days)

    assert found
    assert found.percent == pytest.approx(0, abs=0.1)


def test_months_without_anything_open_are_left_out() -> None:
    counts, days = made(0, level=400), [20.0] * 60
    counts[10], days[10] = 0, 0.0

    found = yearly_change(counts, first_month=SEPTEMBER, exposure=days)

    assert found
    assert abs(found.percent) < 2


@pytest.mark.parametrize("counts", [[20] * 35, [0] * 59 + [29], []])
def test_too_little_says_nothing(counts: list[int]) -> None:
    assert yearly_change(counts, first_month=SEPTEMBER) is None


@pytest.mark.parametrize(
    ("share", "freedom", "wanted"), [(0.975, 1, 12.706204736), (0.975, 47, 2.011740514), (0.9, 5, 1.475884049)]
)
def test_students_quantiles_are_those_of_the_tables(share: float, freedom: int, wanted: float) -> None:
    assert student_quantile(share, freedom) == pytest.approx(wanted, rel=1e-8)
