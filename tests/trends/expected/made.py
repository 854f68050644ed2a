"""Invented series of monthly counts whose truth is known."""

import numpy as np

from trends.expected.arrays import Floats, Periods, Whole

SEASON = np.array([1.1, 1.2, 1.1, 0.9, 1.0, 1.2, 0.5, 0.4, 1.0, 1.3, 1.2, 1.1])


def months(number: int, first: int = 0) -> Periods:
    return Periods(np.ones((1, number)), (np.arange(number) + first) % 12, 12)


def counts(means: Floats, periods: Periods, dispersion: float, seed: int = 1) -> Whole:
    """A row per mean: negative binomial with variance = dispersion x mean, Poisson at 1, in the season above."""
    chance, expected = np.random.default_rng(seed), means[:, None] * SEASON[periods.slot] * periods.exposure
    if dispersion == 1:
        drawn = chance.poisson(expected)
    else:
        drawn = chance.negative_binomial(expected / (dispersion - 1), 1 / dispersion)
    return np.asarray(drawn, dtype=np.int64)
