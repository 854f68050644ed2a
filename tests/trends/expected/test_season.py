"""The shape of the year, from many series and from hardly any."""

import numpy as np
import pytest

from tests.trends.expected.made import SEASON, counts, months
from trends.expected import season
from trends.expected.arrays import Periods


def test_many_series_show_the_season_whatever_their_levels() -> None:
    past = months(57, first=7)
    seen = counts(np.random.default_rng(3).gamma(0.8, 20, 400), past, 1.5)

    factor, counted = season.raw(seen.astype(float), past)

    assert season.shrunk(factor, counted, 1.5).factor.tolist() == pytest.approx(SEASON.tolist(), rel=0.05)


def test_a_rise_over_the_years_is_no_season() -> None:
    past = months(48)
    rising = np.repeat([[100.0, 200.0, 400.0, 800.0]], 12, axis=1)

    factor, _counted = season.raw(rising, past)

    assert factor.tolist() == pytest.approx([1.0] * 12)


def test_a_handful_of_questions_knows_no_season() -> None:
    past = months(36)
    seen = np.zeros((1, 36))
    seen[0, [2, 14, 20, 33]] = 1

    factor, counted = season.raw(seen, past)

    assert max(abs(season.shrunk(factor, counted, 1.0).factor - 1)) < 0.25


def test_months_with_half_the_school_days_are_not_taken_for_a_quiet_season() -> None:
    past = months(36)
    past.exposure[0, past.slot == 6] = 0.5

    factor, _counted = season.raw(np.where(past.slot == 6, 50.0, 100.0)[None, :], past)

    assert factor.tolist() == pytest.approx([1.0] * 12, abs=0.002)


def test_series_with_an_exposure_of_their_own_share_the_season() -> None:
    past = months(36)
    own = Periods(np.array([[1.0], [3.0]]) * np.ones((2, 36)), past.slot, 12)
    seen = np.array([[100.0], [300.0]]) * SEASON[past.slot]

    factor, _counted = season.raw(seen, own)

    assert factor.tolist() == pytest.approx(SEASON.tolist(), rel=0.01)
