"""By which factor counts differ from what was expected, drawn towards 1 as far as chance explains it."""

from statistics import NormalDist

import numpy as np

from trends.expected.arrays import Floats, Whole
from trends.expected.special import gamma_p, log_gamma

FEWEST = 10  # as few series say how much factors differ
WEAKEST, USUAL, STRONGEST = 2.0, 4.0, 10.0
NEWTON = 6


def shrunk_ratios(
    observed: Whole, expected: Floats, variance: Floats, confidence: float = 0.95
) -> tuple[Floats, Floats, Floats]:
    """(factor, low, high) of each series: a gamma-Poisson posterior (DuMouchel, Am. Stat. 53, 1999, 177-190).

    The prior has mean 1 and the spread of all series by moments. Counts are divided by variance over mean, which holds
    the doubt about what was expected too, so that few counts never give a large factor.
    """
    inflation = variance / expected
    prior = _prior(observed, expected, variance)
    shape, rate = prior + observed / inflation, prior + expected / inflation
    tail = (1 - confidence) / 2
    return shape / rate, gamma_quantile(tail, shape) / rate, gamma_quantile(1 - tail, shape) / rate


def gamma_quantile(share: float, shape: Floats) -> Floats:
    """Where the gamma distribution of this shape (at least 1) and scale 1 has this share below it.

    A first guess by Wilson and Hilferty (Proc. Natl. Acad. Sci. 17, 1931), improved by Newton's method.
    """
    z = NormalDist().inv_cdf(share)
    found: Floats = shape * np.maximum(1 - 1 / (9 * shape) + z / (3 * np.sqrt(shape)), 0.05) ** 3
    for _step in range(NEWTON):
        density = np.exp((shape - 1) * np.log(found) - found - log_gamma(shape))
        found = np.maximum(found - (gamma_p(shape, found) - share) / density, found / 3)
    return found


def _prior(observed: Whole, expected: Floats, variance: Floats) -> float:
    """For how many expected counts the prior weighs: few when the factors differ more than chance explains."""
    if len(observed) < FEWEST:
        return USUAL
    beyond = float(((observed - expected) ** 2 - variance).sum() / (expected**2).sum())
    return min(STRONGEST, max(WEAKEST, 1 / beyond)) if beyond > 0 else STRONGEST
