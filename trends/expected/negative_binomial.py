"""The negative binomial distribution of many counts at once, by mean and size: variance = mean + mean ** 2 / size."""

from statistics import NormalDist

import numpy as np

from trends.expected.arrays import Floats, Whole
from trends.expected.special import beta_i, power_share

LEAST = 1e-7
MOST = 10**12
STEPS = 12


def size_for(mean: Floats, variance: Floats) -> Floats:
    """The size that gives this variance; hardly above the mean is as good as Poisson."""
    found: Floats = mean**2 / np.maximum(variance - mean, LEAST * mean * (1 + mean))
    return found


def at_least(count: Whole, mean: Floats, size: Floats) -> Floats:
    """P(Y >= count), small values to their last digits."""
    found = beta_i(np.maximum(count, 1).astype(float), size, mean / (mean + size))
    return np.where(count > 0, found, 1.0)


def exactly(count: Whole, mean: Floats, size: Floats) -> Floats:
    """P(Y = count)."""
    some = np.maximum(count, 1).astype(float)
    return np.where(
        count > 0, power_share(some, size, mean / (mean + size)) / some, np.exp(-size * np.log1p(mean / size))
    )


def mid_p(count: Whole, mean: Floats, size: Floats) -> Floats:
    """P(Y > count) + P(Y = count) / 2 (Lancaster, J. Am. Stat. Assoc. 56, 1961): right on average for whole numbers."""
    return np.clip(at_least(count, mean, size) - exactly(count, mean, size) / 2, 0.0, 1.0)


def quantile(share: float, mean: Floats, size: Floats) -> Whole:
    """The smallest count with P(Y <= count) >= share.

    A first guess by the expansion of Cornish and Fisher (Rev. Inst. Int. Stat. 5, 1938), then count by count; where
    that takes too many steps, by halving.
    """
    z, deviation = NormalDist().inv_cdf(share), np.sqrt(mean + mean**2 / size)
    skew = (1 + 2 * mean / size) / deviation
    found = np.clip(mean + deviation * (z + skew * (z * z - 1) / 6), 0, MOST).astype(np.int64)
    above = at_least(found + 1, mean, size)
    for _step in range(STEPS):
        here = exactly(found, mean, size)
        up, down = above > 1 - share, (above + here <= 1 - share) & (found > 0)
        if not (up | down).any():
            return found
        above = np.where(down, above + here, above)
        found = found + up - down
        above = np.where(up, above - exactly(found, mean, size), above)
    far = np.flatnonzero(up | down)
    found[far] = _halved(share, mean[far], size[far])
    return found


def _halved(share: float, mean: Floats, size: Floats) -> Whole:
    low, high = np.full(mean.shape, -1, dtype=np.int64), np.full(mean.shape, MOST, dtype=np.int64)
    while np.any(high - low > 1):
        middle = (low + high) // 2
        enough = at_least(middle + 1, mean, size) <= 1 - share
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high
