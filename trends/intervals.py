"""Exact intervals for small counts: one count, and the ratio of two; inverses are found by bisection."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import inf, nan

from trends.special import beta_i, gamma_p


@dataclass(frozen=True)
class Interval:
    low: float
    high: float


@dataclass(frozen=True)
class RateRatio:
    """How much larger one rate is than another; `ratio` is infinite when the other is zero, NaN when both are."""

    ratio: float
    low: float
    high: float
    p: float


@lru_cache(maxsize=8192)  # bisection to the last bit takes milliseconds, and charts ask for the same counts again
def poisson_interval(events: int, confidence: float = 0.95) -> Interval:
    """The exact interval for the mean of a Poisson count (Garwood, Biometrika 28, 1936): equal tails."""
    if events < 0:
        raise ValueError("a count is zero or more")
    tail = (1 - confidence) / 2
    far = events + 40 + 20 * (events + 1) ** 0.5
    low = crossing(lambda mean: gamma_p(events, mean) - tail, 0, far) if events else 0.0
    return Interval(low, crossing(lambda mean: gamma_p(events + 1, mean) - (1 - tail), 0, far))


@lru_cache(maxsize=8192)  # bisection to the last bit takes milliseconds, and charts ask for the same pairs again
def rate_ratio(
    events: float, other: float, *, exposure: float = 1, other_exposure: float = 1, confidence: float = 0.95
) -> RateRatio:
    """The ratio of two Poisson rates, conditional on their sum, exact.

    Given the sum n, `events` is Binomial(n, share) with share = ratio * exposure / (ratio * exposure + other_exposure)
    (Przyborowski and Wilenski, Biometrika 31, 1940). The interval for share is that of Clopper and Pearson
    (Biometrika 26, 1934). p is twice the smaller tail, so it agrees with the interval: below 0.05 exactly when the 95 %
    interval excludes 1. Counts that were divided by their dispersion need not be whole.
    """
    if min(events, other) < 0 or min(exposure, other_exposure) <= 0:
        raise ValueError("counts are zero or more, exposures are more than zero")
    tail = (1 - confidence) / 2
    scale = other_exposure / exposure
    low = crossing(lambda share: beta_i(events, other + 1, share) - tail, 0, 1) if events else 0.0
    # The upper bound is solved for the other's share: near 1 a share itself has no digits left.
    rest = crossing(lambda share: beta_i(other, events + 1, share) - tail, 0, 1) if other else 0.0
    even = exposure / (exposure + other_exposure)
    p = min(1.0, 2 * min(_at_least(events, other, even), _at_least(other, events, 1 - even)))
    ratio = events / other * scale if other else (inf if events else nan)
    return RateRatio(ratio, low / (1 - low) * scale, (1 - rest) / rest * scale if rest else inf, p)


def _at_least(events: float, other: float, share: float) -> float:
    """P(X >= events) for X ~ Binomial(events + other, share)."""
    return beta_i(events, other + 1, share) if events else 1.0


def crossing(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function crosses zero, to the last bit that bisection can tell."""
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return high
