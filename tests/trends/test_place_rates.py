"""Rates of places: drawn to the region as far as chance explains their differences."""

import pytest

from trends.place_rates import per_thousand


def test_without_pupils_there_is_no_rate() -> None:
    assert (per_thousand([], []), per_thousand([3], [0])) == (None, None)


def test_places_that_differ_no_more_than_chance_all_get_the_rate_of_the_region() -> None:
    found = per_thousand([10, 11, 9], [1000, 1000, 1000])

    assert found and found.each == pytest.approx((10, 10, 10))


def test_a_small_place_is_drawn_to_the_region_further_than_a_large_one() -> None:
    found = per_thousand([400, 40, 4], [10_000, 10_000, 100])

    assert found
    small, large = found.each[2], found.each[0]
    assert abs(small - found.together) < abs(40 - found.together) * 0.99
    assert 40 - large < 40 - small


def test_the_rates_are_those_of_the_estimator_by_moments() -> None:
    counts, pupils = [30.0, 5.0], [1000, 500]
    m = 35 / 1500
    spread = (1000 * (0.03 - m) ** 2 + 500 * (0.01 - m) ** 2) / 1500 - m / 750
    weights = [spread / (spread + m / n) for n in pupils]

    found = per_thousand(counts, pupils)

    assert found and found.each == pytest.approx(
        [1000 * (m + w * (c / n - m)) for w, c, n in zip(weights, counts, pupils, strict=True)]
    )
