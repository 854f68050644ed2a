"""The middle of a handful of values, with bounds that are as honest as the handful is small. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import median as middle

from trends.intervals import Interval


@dataclass(frozen=True)
class Median:
    """Of `n` values; `likely` is None where even from the lowest to the highest value is not sure enough."""

    value: float
    n: int
    likely: Interval | None


def median(values: Sequence[float], confidence: float = 0.95) -> Median | None:
    """The median and its distribution-free interval; None without values.

    From the k-th lowest to the k-th highest value, for the largest k with 2 P(Binomial(n, 1/2) < k) <= 1 - confidence:
    the sign test turned around. The true median lies within it at least as often as `confidence` says, ties or not;
    below six values no such interval exists. Source: H.A. David and H.N. Nagaraja, Order Statistics (2003), 7.1.
    """
    if not values:
        return None
    ordered, n = sorted(values), len(values)
    k = _rank(n, confidence)
    return Median(middle(ordered), n, Interval(ordered[k - 1], ordered[n - k]) if k else None)


def _rank(n: int, confidence: float) -> int:
    """The largest k whose two tails together are not more than what may go wrong; 0 when none is."""
    k, tail, allowed = 0, 0, (1 - confidence) * 2 ** (n - 1)
    while k < n // 2 and tail + comb(n, k) <= allowed:
        tail += comb(n, k)
        k += 1
    return k
