"""How often per thousand pupils."""

from dataclasses import dataclass

from trends.intervals import poisson_interval

THOUSAND = 1000


@dataclass(frozen=True)
class Rate:
    """Per thousand, with the bounds between which the rate itself likely lies."""

    value: float
    low: float
    high: float


def per_thousand(count: int, pupils: int, confidence: float = 0.95) -> Rate:
    """The exact interval of the count (Garwood) over the pupils; raises ValueError without pupils."""
    if pupils <= 0:
        raise ValueError("a rate needs pupils")
    interval = poisson_interval(count, confidence)
    return Rate(*(THOUSAND * number / pupils for number in (count, interval.low, interval.high)))


def between(low: int, shown: int, high: int, pupils: int) -> Rate:
    """Per thousand of a count known to lie from `low` to `high`: chance reaches out from both ends of it."""
    return Rate(THOUSAND * shown / pupils, per_thousand(low, pupils).low, per_thousand(high, pupils).high)
