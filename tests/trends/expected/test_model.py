"""What is to be expected, beside invented series whose truth is known."""

import numpy as np
import pytest

from tests.trends.expected.made import counts, months
from trends.expected.arrays import Periods
from trends.expected.model import predict


@pytest.mark.parametrize("dispersion", [1, 1.5, 2.5])
def test_the_spread_is_learned_from_all_series_together(dispersion: float) -> None:
    past = months(60)
    seen = counts(np.random.default_rng(2).gamma(1.0, 4, 500), past, dispersion)

    found = predict(seen, past, months(3), recent=33)

    assert found.dispersion == pytest.approx(dispersion, rel=0.06)


def test_a_quiet_series_among_busy_ones_is_drawn_towards_them_only_as_far_as_they_are_alike() -> None:
    past, flat = months(36), np.full((40, 36), 5)
    apart = np.repeat(np.arange(40)[:, None], 36, axis=1)
    flat[0], apart[0] = 0, 0

    alike = predict(flat, past, months(1), recent=36).mean[0]
    different = predict(apart, past, months(1), recent=36).mean[0]

    assert (alike > 0.5, different < 0.2) == (True, True)


def test_months_that_offer_more_are_expected_to_bring_more() -> None:
    past, seen = months(36), np.full((5, 36), 20)
    twice = Periods(np.full((1, 3), 2.0), np.arange(3), 12)

    assert predict(seen, past, twice, 33).mean[0] == pytest.approx(2 * predict(seen, past, months(3), 33).mean[0])


def test_the_doubt_grows_when_less_is_known() -> None:
    short, long = months(15), months(60)

    little = predict(np.full((5, 15), 4), short, months(3), recent=33)
    much = predict(np.full((5, 60), 4), long, months(3), recent=33)

    assert little.variance[0] > much.variance[0]


def test_less_than_a_year_and_months_without_anything_open_foresee_nothing() -> None:
    closed = Periods(np.zeros((1, 3)), np.arange(3), 12)

    known = [
        predict(np.full((2, n), 4), months(n), ahead, 33).known.all() for n, ahead in ((11, months(3)), (36, closed))
    ]

    assert known == [False, False]
