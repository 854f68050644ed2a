"""How often per thousand pupils, and this school year so far beside the same part of the year before."""

from collections.abc import Mapping
from dataclasses import dataclass

from trends.intervals import RateRatio, poisson_interval, rate_ratio
from trends.periods import elapsed_part, year_earlier
from trends.series import filled

THOUSAND = 1000


@dataclass(frozen=True)
class Rate:
    """Per thousand, with the bounds between which the rate itself likely lies."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class SchoolYears:
    """Counts and school days of this school year so far and of the same months a year before, and the ratio of both.

    `ratio` is None where a part had no school days.
    """

    recent: int
    before: int
    recent_days: float
    before_days: float
    ratio: RateRatio | None


def per_thousand(count: int, pupils: int, confidence: float = 0.95) -> Rate:
    """The exact interval of the count (Garwood) over the pupils; raises ValueError without pupils."""
    if pupils <= 0:
        raise ValueError("a rate needs pupils")
    interval = poisson_interval(count, confidence)
    return Rate(*(THOUSAND * number / pupils for number in (count, interval.low, interval.high)))


def between(low: int, shown: int, high: int, pupils: int) -> Rate:
    """Per thousand of a count known to lie from `low` to `high`: chance reaches out from both ends of it."""
    return Rate(THOUSAND * shown / pupils, per_thousand(low, pupils).low, per_thousand(high, pupils).high)


def school_years(
    counts: Mapping[int, int], last_month: int, school_days: Mapping[int, float], dispersion: float = 1.0
) -> SchoolYears:
    """This school year up to and including `last_month` beside the same months a year before, per school day.

    The ratio is conditional on the sum of both. Counts that spread more than chance say less: they are divided by the
    pooled `dispersion` of all series first (McCullagh and Nelder, 1989, section 6.2), never by less than 1.
    """
    months = elapsed_part(last_month)
    recent, before = (sum(filled(counts, part)) for part in (months, year_earlier(months)))
    days = [sum(school_days.get(month, 0.0) for month in part) for part in (months, year_earlier(months))]
    spread = max(1.0, dispersion)
    ratio = None
    if min(days) > 0:
        ratio = rate_ratio(recent / spread, before / spread, exposure=days[0], other_exposure=days[1])
    return SchoolYears(recent, before, days[0], days[1], ratio)
