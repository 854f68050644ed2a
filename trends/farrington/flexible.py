"""The threshold of each series in one period, and whether what came is above it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trends.expected import negative_binomial as nb
from trends.expected.arrays import Floats, Whole
from trends.farrington.options import Options
from trends.farrington.reference import first_possible, reference
from trends.quasi_poisson import LEAST, Fit, fit

POISSON = 1e9  # a size as large as this makes no difference
FEWEST_YEARS = 3


@dataclass(frozen=True)
class Bounds:
    """A number per series; where `reported` is False the others say nothing."""

    expected: Floats
    threshold: Whole
    alarm: NDArray[np.bool_]
    reported: NDArray[np.bool_]


def bounds(counts: Whole, at: int, options: Options) -> Bounds:
    """What the period `at` (counted from 0) of each row should hold at most.

    1. Quasi-Poisson regression on the reference periods: a trend and a factor for the part of the year.
    2. Periods with a large residual (Anscombe's) are taken for past outbreaks, count for less, and it is done again.
    3. The expected count and the dispersion make a negative binomial; the threshold leaves `alpha` above it.
    4. Where the trend leads above all that was ever counted in the reference periods, all of it without a trend; so
       too with less than three years before, or too few periods to tell a trend from the parts of the year.

    Thresholds are those of `surveillance` 1.20.3 for R, but where rounding alone decides in R: a reference period that
    the model fits exactly by itself (its part of the year has no other: small windows, one or two years) keeps weight
    1 here, while R may leave it out or stop; and R may leave out a trend of exactly 0. An alarm is a count above the
    threshold; R silences some where the threshold is at most the logarithm of the expected count.

    Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett, An improved algorithm for outbreak detection in
    multiple surveillance systems, Statistics in Medicine 32 (2013) 1206-1222; step 4 is of Farrington, Andrews, Beale
    and Catchpole, J. R. Stat. Soc. A 159 (1996) 547-563.
    """
    limit = options.minimum_recent
    recent = counts[:, max(0, at + 1 - limit[1]) : at + 1].sum(axis=1)
    reported = (recent >= limit[0]) & (at >= first_possible(options))
    expected, threshold = np.zeros(len(counts)), np.zeros(len(counts), dtype=np.int64)
    if len(which := np.flatnonzero(reported)):
        fitted = _fitted(counts[which], at, options)
        mean = np.maximum(fitted.expected, LEAST)
        size = np.where(fitted.dispersion > 1, mean / np.maximum(fitted.dispersion - 1, 1e-9), POISSON)
        expected[which], reported[which] = fitted.expected, fitted.settled
        threshold[which] = nb.quantile(1 - options.alpha, mean, np.minimum(size, POISSON))
    return Bounds(expected, threshold, reported & (counts[:, at] > threshold), reported)


@dataclass(frozen=True)
class _Fitted:
    expected: Floats
    dispersion: Floats
    settled: NDArray[np.bool_]

    def replaced(self, which: NDArray[np.bool_], other: "_Fitted") -> "_Fitted":
        """With these rows from another, which holds no others."""
        pairs = ((self.expected, other.expected), (self.dispersion, other.dispersion), (self.settled, other.settled))
        for mine, theirs in pairs:
            mine[which] = theirs
        return self


def _fitted(counts: Whole, at: int, options: Options) -> _Fitted:
    periods, part = reference(at, options)
    base = counts[:, periods].astype(float)
    flat = np.stack([(part == number) | (number == 0) for number in np.unique(part)], axis=1, dtype=float)
    rising = np.column_stack([flat, periods - at])
    if options.years_back < FEWEST_YEARS or np.linalg.matrix_rank(rising) < rising.shape[1]:
        return _refitted(base, flat, options)
    found = _refitted(base, rising, options)
    astray = ~found.settled | (found.expected > base.max(axis=1))
    return found.replaced(astray, _refitted(base[astray], flat, options)) if astray.any() else found


def _refitted(base: Floats, columns: Floats, options: Options) -> _Fitted:
    """As time is counted from the tested period, in part 0, what is expected there is the intercept alone."""
    first = fit(base, columns)
    second = fit(base, columns, weights=_weights(base, first, options.reweight_above))
    expected = np.exp(np.minimum(second.coefficients[:, 0], 700))
    return _Fitted(expected, np.maximum(second.dispersion, 1), first.settled & second.settled)


def _weights(base: Floats, first: Fit, above: float) -> Floats:
    """1 for what fits, less for what lies far above it; on average 1."""
    dispersion = np.maximum(first.dispersion, 1)[:, None]
    spread = first.mean ** (1 / 6) * np.sqrt(dispersion * np.maximum(1 - first.leverage, 1e-12))
    residual = 1.5 * (base ** (2 / 3) - first.mean ** (2 / 3)) / spread
    weights = np.where(residual > above, 1 / np.maximum(residual, above) ** 2, 1.0)
    found: Floats = weights / weights.mean(axis=1, keepdims=True)
    return found
