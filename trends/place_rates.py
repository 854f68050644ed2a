"""How many per thousand, for places of which some are small: drawn towards the region the more so the smaller they are.

Source: R. Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40 (1991)
283-294, the global estimator by moments.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rates:
    """Per thousand: of all places together, and of each place in the order given."""

    together: float
    each: tuple[float, ...]


def per_thousand(counts: Sequence[float], pupils: Sequence[int]) -> Rates | None:
    """None without places, without pupils, or with a place that has none.

    1. The rate of the region m. 2. How much places differ beyond chance: the weighted variance s of their rates less
    m divided by the mean number of pupils, at least 0. 3. Each rate x with n pupils becomes m + w (x - m) with
    w = s / (s + m / n): nothing but the region's when places do not differ beyond chance.
    """
    if not pupils or not all(n > 0 for n in pupils):
        return None
    everybody = sum(pupils)
    m = sum(counts) / everybody
    rates = [count / n for count, n in zip(counts, pupils, strict=True)]
    spread = sum(n * (rate - m) ** 2 for rate, n in zip(rates, pupils, strict=True)) / everybody
    s = max(0.0, spread - m / (everybody / len(pupils)))
    each = (m + (rate - m) * (s / (s + m / n) if s else 0.0) for rate, n in zip(rates, pupils, strict=True))
    return Rates(1000 * m, tuple(1000 * rate for rate in each))
