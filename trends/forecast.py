"""What was and is to be expected month by month: a fan in which four in five fall, and how often such fans held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trends.expected import negative_binomial as nb
from trends.expected.arrays import Periods, Whole
from trends.expected.model import predict
from trends.predictive import BAND, YEAR, Exposure, exposures

RECENT = 36
ENOUGH = 24  # months before the first fan that is tried on the past
LOOKED_BACK = 24  # months of the past of which is told what was expected
BEFORE = 3  # months between what is known and what is expected of the past: so a rise does not expect itself


@dataclass(frozen=True)
class Foreseen:
    """`month` as in `trends.periods`; four in five times the count lies from `lower` to `upper`."""

    month: int
    expected: float
    lower: int
    upper: int


@dataclass(frozen=True)
class Fan:
    """`held` of `tried` fans drawn in the past, for this series, held what came; of small counts a few more do.

    `past` is what was expected of the last two years, of each month with what was known three months before it.
    """

    months: tuple[Foreseen, ...]
    held: int
    tried: int
    past: tuple[Foreseen, ...] = ()


def forecast(
    series: Mapping[str, Sequence[int]], *, first_month: int, exposure: Exposure | None = None, months: int = 3
) -> dict[str, Fan]:
    """The fan of each series, in the order given; empty where there is less than a year of past.

    Every series has one count per month from `first_month` on, all equally long; `exposure` goes on for as many months
    as are foreseen. The model is that of `trends.predictive`; fans of the past are drawn month after month from the
    counts that were there at the time (rolling origin), for each number of months ahead.
    """
    if not series:
        return {}
    counts = np.array(list(series.values()), dtype=np.int64)
    now = counts.shape[1]
    slot = (np.arange(now + months) + first_month) % YEAR
    periods = Periods(exposures(exposure, series, now + months), slot, YEAR)
    ahead = [_drawn(counts, periods, now, step) for step in range(months)]
    held = sum((_held(counts, periods, step) for step in range(months)), np.zeros(len(counts), dtype=np.int64))
    tried = sum(max(0, now - ENOUGH - step) for step in range(months))
    behind = _looked_back(counts, periods)
    return {
        name: Fan(_of(ahead, row, first_month), int(held[row]), tried, _of(behind, row, first_month))
        for row, name in enumerate(series)
    }


@dataclass(frozen=True)
class _Drawn:
    """`at` is the place of the month among the counts."""

    at: int
    expected: NDArray[np.float64]
    lower: Whole
    upper: Whole
    known: NDArray[np.bool_]


def _drawn(counts: Whole, periods: Periods, now: int, step: int) -> _Drawn:
    """The band of each series for the month that is `step` months after `now`, from what is before `now`."""
    window = periods.part(slice(now + step, now + step + 1))
    found = predict(counts[:, :now], periods.part(slice(0, now)), window, RECENT)
    size = nb.size_for(found.mean, found.variance)
    low, high = (nb.quantile(share, found.mean, size) for share in ((1 - BAND) / 2, (1 + BAND) / 2))
    return _Drawn(now + step, found.mean, low, high, found.known)


def _held(counts: Whole, periods: Periods, step: int) -> Whole:
    """For how many months of the past the band of each series held what came."""
    held = np.zeros(len(counts), dtype=np.int64)
    for now in range(ENOUGH, counts.shape[1] - step):
        fan, came = _drawn(counts, periods, now, step), counts[:, now + step]
        held += (fan.lower <= came) & (came <= fan.upper)
    return held


def _looked_back(counts: Whole, periods: Periods) -> list[_Drawn]:
    """The bands of the past months, as far as there was a year of counts at the time."""
    now = counts.shape[1]
    months = range(max(YEAR + BEFORE, now - LOOKED_BACK), now)
    return [_drawn(counts[:, : month - BEFORE], periods, month - BEFORE, BEFORE) for month in months]


def _of(fans: Sequence[_Drawn], row: int, first: int) -> tuple[Foreseen, ...]:
    """What the fans say of one series."""
    return tuple(
        Foreseen(first + fan.at, float(fan.expected[row]), int(fan.lower[row]), int(fan.upper[row]))
        for fan in fans
        if fan.known[row]
    )
