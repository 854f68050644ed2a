"""How much more or less it becomes per year, over many years, with the season and what was open taken into account."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from trends.expected.arrays import Floats
from trends.intervals import crossing
from trends.quasi_poisson import fit
from trends.special import beta_i

YEAR = 12
FEWEST_MONTHS = 36
FEWEST_EVENTS = 30
WIDEST = 1e4


@dataclass(frozen=True)
class YearlyChange:
    """Percent per year, with the interval in which it lies; 10 is ten percent more each year."""

    percent: float
    low: float
    high: float


def yearly_change(
    counts: Sequence[int], *, first_month: int, exposure: Sequence[float] | None = None, confidence: float = 0.95
) -> YearlyChange | None:
    """The slope of a quasi-Poisson regression on time, a factor per month and the exposure; None of too little.

    At least three years and thirty questions are needed. The spread is estimated, but never taken below that of
    chance; the interval is Student's. Months with no exposure are left out.
    """
    opened = np.ones(len(counts)) if exposure is None else np.array(exposure, dtype=float)
    kept = opened > 0
    if kept.sum() < FEWEST_MONTHS or sum(counts) < FEWEST_EVENTS:
        return None
    found = fit(
        np.array([counts], dtype=float)[:, kept], columns(len(counts), first_month)[kept], offset=np.log(opened[kept])
    )
    if not found.settled[0]:
        return None
    slope = float(found.coefficients[0, 1])
    dispersion = float(found.dispersion[0])
    error = float(found.covariance[0, 1, 1] * max(1.0, 1 / dispersion if dispersion > 0 else WIDEST)) ** 0.5
    reach = student_quantile((1 + confidence) / 2, int(kept.sum()) - found.coefficients.shape[1]) * error
    return YearlyChange(*(100 * (exp(one) - 1) for one in (slope, slope - reach, slope + reach)))


def columns(months: int, first_month: int) -> Floats:
    """One, the time in years, and a column for each month of the year but the first."""
    number = np.arange(months) + first_month
    return np.column_stack([np.ones(months), np.arange(months) / YEAR, np.eye(YEAR)[number % YEAR][:, 1:]])


def student_quantile(share: float, freedom: int) -> float:
    """Where Student's distribution has this share (above a half) below it: DLMF 8.17 by way of the beta function."""

    def above(t: float) -> float:
        return 1 - beta_i(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2 - share

    return crossing(above, 0.0, WIDEST)
