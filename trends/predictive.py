"""Is a topic rising? What came in the last months beside what was to be expected, judged for all series together.

For exact numbers, within the support point. `rises` judges numbers as they are published, beside a year earlier.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from trends.expected import negative_binomial as nb
from trends.expected.arrays import Floats, Periods, Whole
from trends.expected.model import Prediction, predict
from trends.expected.ratio import shrunk_ratios
from trends.rises import FALSE_ALARMS, SUSPICIOUS, State, false_discovery_rates

YEAR = 12
BAND = 0.80

Exposure = Sequence[float] | Mapping[str, Sequence[float]]


class Judged(Protocol):
    """What names are ranked by."""

    @property
    def state(self) -> State: ...

    @property
    def ratio_low(self) -> float: ...


@dataclass(frozen=True)
class Judgement:
    """What came in the window, what was expected, and whether that is more than chance.

    Four in five times a count lies from `lower` to `upper` when nothing changed. `p` is the chance of this many or
    more (mid-p) when nothing changed, `1 - p` that of this few; `q` and `q_fall` are both after correction for the
    number of series that were judged together. `ratio` is the factor by which it changed, drawn towards 1 as far as
    chance explains it, with 95 % between `ratio_low` and `ratio_high`.
    """

    observed: int
    expected: float
    lower: int
    upper: int
    p: float
    q: float
    q_fall: float
    ratio: float
    ratio_low: float
    ratio_high: float
    state: State


def judge(
    series: Mapping[str, Sequence[int]],
    *,
    first_month: int,
    exposure: Exposure | None = None,
    window: int = 3,
) -> dict[str, Judgement]:
    """The judgement of the last `window` months of each series, in the order given.

    Every series has one count per month from `first_month` on (as in `trends.periods`), all equally long. `exposure`
    is what each month offers, such as school days or pupils: one list for all, or one per series. The baseline is the
    last three years without the last three months; with less than a year of it every state is "too little".
    """
    if not series:
        return {}
    counts = np.array(list(series.values()), dtype=np.int64)
    slot = (np.arange(counts.shape[1]) + first_month) % YEAR
    periods = Periods(exposures(exposure, series, counts.shape[1]), slot, YEAR)
    return dict(zip(series, judged(counts, periods, window), strict=True))


def judged(counts: Whole, periods: Periods, window: int, years: int = 3) -> list[Judgement]:
    """The judgement of the last `window` periods of each row."""
    skipped = left_out(periods.slots, window)
    past, now = slice(None, -skipped), slice(-window, None)
    recent = max(1, years * periods.slots - skipped)
    foreseen = predict(counts[:, past], periods.part(past), periods.part(now), recent)
    return _judgements(counts[:, now].sum(axis=1), foreseen)


def pooled_dispersion(
    series: Mapping[str, Sequence[int]], *, first_month: int, exposure: Exposure | None = None
) -> float:
    """How many times more than by chance all series spread around their level and season together; at least 1."""
    counts = np.array(list(series.values()), dtype=np.int64)
    slot = (np.arange(counts.shape[1]) + first_month) % YEAR
    periods = Periods(exposures(exposure, series, counts.shape[1]), slot, YEAR)
    return predict(counts, periods, periods.part(slice(-1, None)), 3 * YEAR).dispersion


def left_out(slots: int, window: int) -> int:
    """How many of the last periods never belong to the baseline: a quarter of a year, or a longer window."""
    return max(window, slots // 4)


def _judgements(observed: Whole, foreseen: Prediction) -> list[Judgement]:
    mean, size = foreseen.mean, nb.size_for(foreseen.mean, foreseen.variance)
    p = np.where(foreseen.known, nb.mid_p(observed, mean, size), 0.5)
    doubled = nb.mid_p(np.floor(2 * mean).astype(np.int64), mean, size)
    telling = foreseen.known & (doubled < SUSPICIOUS)
    up, down = (false_discovery_rates(tail.tolist()) for tail in (p, 1 - p))
    ratio = shrunk_ratios(observed, mean, foreseen.variance)
    columns = (
        observed.tolist(),
        mean.tolist(),
        nb.quantile((1 - BAND) / 2, mean, size).tolist(),
        nb.quantile((1 + BAND) / 2, mean, size).tolist(),
        p.tolist(),
        up,
        down,
        *(column.tolist() for column in ratio),
        [_state(*facts) for facts in zip(p.tolist(), up, down, telling.tolist(), strict=True)],
    )
    return [Judgement(*facts) for facts in zip(*columns, strict=True)]


def _state(p: float, up: float, down: float, telling: bool) -> State:
    """A state is sure when the false discovery rate stays under 10 %, and "maybe" when p alone is under 5 %.

    Without either it is too little to tell when even a doubling would not have been noticed.
    """
    if p < SUSPICIOUS:
        return State.RISING if up <= FALSE_ALARMS else State.MAYBE_RISING
    if 1 - p < SUSPICIOUS:
        return State.FALLING if down <= FALSE_ALARMS else State.MAYBE_FALLING
    return State.NO_SIGN if telling else State.TOO_LITTLE


def exposures(given: Exposure | None, series: Mapping[str, Sequence[int]], months: int) -> Floats:
    if given is None:
        return np.ones((1, months))
    rows = [given[name] for name in series] if isinstance(given, Mapping) else [given]
    return np.array(rows, dtype=float)


def ranked(judgements: Mapping[str, Judged]) -> list[str]:
    """Names by how sure a rise is: by state, then by the factor that it rose at the very least."""
    order = [State.RISING, State.MAYBE_RISING, State.FALLING, State.MAYBE_FALLING, State.NO_SIGN, State.TOO_LITTLE]
    return sorted(judgements, key=lambda name: (order.index(judgements[name].state), -judgements[name].ratio_low, name))
