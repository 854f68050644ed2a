"""Do two topics come together in one question more often than by chance? For all pairs at once. Pure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import exp, lgamma
from typing import TypeVar

import numpy as np

from trends.disclosure import Sum
from trends.rises import false_discovery_rates

ENOUGH = 10
SURE = 0.05
CLOSE = 1e-17
AT_ONCE = 256


@dataclass(frozen=True)
class Tie:
    """`lift` is how many times as often as by chance, None where a number is hidden."""

    both: Sum
    lift: float | None
    p: float
    q: float

    @property
    def surely(self) -> bool:
        return self.lift is not None and self.lift > 1 and self.both.low >= ENOUGH and self.q <= SURE


Key = tuple[str, str]
Name = TypeVar("Name", bound=Hashable)


def ties(
    both: Mapping[tuple[Name, Name], Sum], each: Mapping[Name, Sum], everything: Sum
) -> dict[tuple[Name, Name], Tie]:
    """Each pair beside how often its two come together when one says nothing about the other, in the order given.

    The p is that of Fisher's exact test, one-sided, for the least favourable numbers within the bounds; q over all
    pairs is after Benjamini and Hochberg. Fewer than ten questions are never enough.
    """
    known = {key: (each.get(key[0]), each.get(key[1])) for key in both}
    p = [_p(both[key].low, one, other, everything) if one and other else 1.0 for key, (one, other) in known.items()]
    q = dict(zip(known, false_discovery_rates(p), strict=True))
    return {
        key: Tie(both[key], _lift(both[key], *known[key], everything), chance, q[key])
        for key, chance in zip(known, p, strict=True)
    }


def _lift(both: Sum, one: Sum | None, other: Sum | None, everything: Sum) -> float | None:
    if not (one and other and both.shown and one.shown and other.shown):
        return None
    return both.shown * everything.shown / (one.shown * other.shown)


def _p(both: int, one: Sum, other: Sum, everything: Sum) -> float:
    """The most that chance could be, whatever the true numbers behind what is shown."""
    marked, drawn = max(one.high, both), max(other.high, both)
    return at_least(both, marked, drawn, max(everything.low, marked, drawn))


def at_least(both: int, one: int, other: int, everything: int) -> float:
    """P(X >= both) for X ~ Hypergeometric: `other` drawn out of `everything`, of which `one` are marked."""
    if both <= max(one + other - everything, 0):
        return 1.0
    if both > one * other / everything:
        return min(1.0, _tail(both, one, other, everything))
    # As many and more of what is marked is as few and fewer of what is not.
    return max(0.0, 1 - _tail(other - both + 1, everything - one, other, everything))


def _tail(both: int, one: int, other: int, everything: int) -> float:
    """From `both` up, where each term is smaller than the one before it; until a term changes nothing any more."""
    last = min(one, other)
    if both > last:
        return 0.0
    term = exp(_choose(one, both) + _choose(everything - one, other - both) - _choose(everything, other))
    summed, k = term, both
    while k < last and term >= summed * CLOSE:
        more = np.arange(k, min(k + AT_ONCE, last), dtype=float)
        terms = term * np.cumprod((one - more) / (more + 1) * (other - more) / (everything - one - other + more + 1))
        summed, term, k = summed + float(terms.sum()), float(terms[-1]), k + len(terms)
    return summed


def _choose(n: int, k: int) -> float:
    """The logarithm of n over k."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
