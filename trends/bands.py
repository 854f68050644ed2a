"""How many questions were to be expected month by month, and will be: a band that four in five months lie in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from trends.expected import negative_binomial as nb
from trends.expected.arrays import Periods, Whole
from trends.expected.model import predict

YEAR = 12
SHARE = 0.80
LEFT_OUT = 3  # months before the one that is expected, so that a rise does not become its own expectation
Series = tuple[tuple[int, ...], ...]
BASELINE = 3 * YEAR - LEFT_OUT


@dataclass(frozen=True)
class Band:
    """From `low` to `high` with four chances in five, when nothing changes."""

    low: int
    mean: float
    high: int


@lru_cache(maxsize=16)  # the counts change once in so many minutes, and everybody looks at the same ones
def bands(series: Series, first_month: int, months: range) -> tuple[Mapping[int, Band], ...]:
    """For each series the band of each of `months`, past and to come; none without a year of past before it.

    Every series has one count per month from `first_month` on, all equally long. A quarter is expected from what was
    known three months before it, the months to come from all that is known: so the past shows how well that goes.
    """
    found: tuple[dict[int, Band], ...] = tuple({} for _one in series)
    counts = np.array(series, dtype=np.int64)
    known = first_month + (counts.shape[1] if series else 0)
    for month in months if series else ():
        quarter = months.start + (month - months.start) // LEFT_OUT * LEFT_OUT
        until = known if month >= known else quarter - LEFT_OUT
        if until - first_month >= YEAR:
            for one, band in zip(found, _month(counts[:, : until - first_month], first_month, month), strict=True):
                one[month] = band
    return found


def coverage(series: Series, first_month: int, expected: Sequence[Mapping[int, Band]]) -> tuple[int, int]:
    """(how many counts lay within their band, how many had one), for all series together."""
    pairs = [
        (counts[month - first_month], band)
        for counts, by_month in zip(series, expected, strict=True)
        for month, band in by_month.items()
        if month - first_month < len(counts)
    ]
    return sum(band.low <= count <= band.high for count, band in pairs), len(pairs)


def _month(past: Whole, first_month: int, month: int) -> list[Band]:
    slots = (np.arange(past.shape[1]) + first_month) % YEAR
    before = Periods(np.ones((1, past.shape[1])), slots, YEAR)
    window = Periods(np.ones((1, 1)), np.array([month % YEAR]), YEAR)
    foreseen = predict(past, before, window, min(BASELINE, past.shape[1]))
    size = nb.size_for(foreseen.mean, foreseen.variance)
    low, high = (nb.quantile(share, foreseen.mean, size).tolist() for share in ((1 - SHARE) / 2, (1 + SHARE) / 2))
    return [Band(int(a), m, int(b)) for a, m, b in zip(low, foreseen.mean.tolist(), high, strict=True)]
