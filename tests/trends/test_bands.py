"""What was to be expected month by month, and how well that went."""

import numpy as np

from trends.bands import Band, bands, coverage

FIRST = 24_000


def test_the_months_to_come_have_a_band_too() -> None:
    steady = (tuple([4] * 36), tuple([12] * 36))

    small, large = bands(steady, FIRST, range(FIRST + 33, FIRST + 39))

    assert list(small) == list(range(FIRST + 33, FIRST + 39))
    assert all(band.low <= 4 <= band.high for band in small.values())
    assert [round(band.mean) for band in large.values()] == [12] * 6


def test_without_a_year_of_past_nothing_is_expected() -> None:
    assert bands((tuple([4] * 10),), FIRST, range(FIRST, FIRST + 12)) == ({},)


def test_a_rise_does_not_become_its_own_expectation() -> None:
    risen = (tuple([2] * 33 + [20] * 3), *[tuple([2] * 36)] * 5)

    expected = bands(risen, FIRST, range(FIRST + 33, FIRST + 36))

    assert all(band.high < 20 for band in expected[0].values())


def test_four_in_five_months_or_more_lie_within_their_band_when_nothing_changes() -> None:
    chance = np.random.default_rng(7)
    series = tuple(tuple(chance.poisson(mean, 60).tolist()) for mean in chance.gamma(3, 2, 30))

    within, of = coverage(series, FIRST, bands(series, FIRST, range(FIRST + 36, FIRST + 60)))

    assert (of, 0.78 <= within / of <= 0.93) == (720, True)


def test_coverage_counts_only_what_is_known() -> None:
    expected = [{FIRST: Band(1, 2, 3), FIRST + 1: Band(1, 2, 3), FIRST + 2: Band(1, 2, 3)}]

    assert coverage(((2, 9),), FIRST, expected) == (1, 2)
