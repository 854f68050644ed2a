"""All that the tests say of each exact series: whether it rises, a second opinion, the long run, what may come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trends.bursts import bursts
from trends.change_points import change_points
from trends.expected import season
from trends.expected.arrays import Floats, Periods, Whole
from trends.farrington.flexible import FEWEST_YEARS, bounds
from trends.farrington.options import Options
from trends.forecast import Fan, forecast
from trends.long_trend import YearlyChange, yearly_change
from trends.predictive import YEAR, Judgement, judge, pooled_dispersion
from trends.rises import State

WINDOW = AHEAD = 3
NOTHING_FORESEEN = Fan((), 0, 0)
LONGEST = 4  # years that the second opinion looks back


@dataclass(frozen=True)
class Verdict:
    """The judgement of the last three months, as in `predictive.Judgement`, with all that is said beside it.

    `threshold` is what the last month should hold at most by the second method, `alarm` whether it held more; None
    where that method does not report. `levels` are the months in which another level began, `bursts` the first and
    last month of each: marks in what was, no signals. `fan` has no months where too little is known.
    """

    observed: int
    expected: float
    lower: int
    upper: int
    p: float
    q: float
    ratio: float
    ratio_low: float
    ratio_high: float
    state: State
    threshold: int | None = None
    alarm: bool | None = None
    yearly: YearlyChange | None = None
    fan: Fan = NOTHING_FORESEEN
    levels: tuple[int, ...] = ()
    bursts: tuple[tuple[int, int], ...] = ()


def verdicts(series: Mapping[str, Sequence[int]], *, first_month: int, exposure: Sequence[float]) -> dict[str, Verdict]:
    """The verdict of each series, in the order given; all of them are judged together.

    Every series has one count per month from `first_month` on, all equally long. `exposure` is what each month
    offers, on average about 1, and goes on for the three months that are foreseen.
    """
    if not series:
        return {}
    counts = np.array(list(series.values()), dtype=np.int64)
    past = list(exposure[: counts.shape[1]])
    judged = judge(series, first_month=first_month, exposure=past, window=WINDOW)
    fans = forecast(series, first_month=first_month, exposure=exposure, months=AHEAD)
    seconds = _second_opinions(counts)
    opened = _with_season(series, counts, first_month, past)
    return {
        name: _verdict(judged[name], series[name], first_month, past, opened, fans[name], second)
        for name, second in zip(series, seconds, strict=True)
    }


def _verdict(
    one: Judgement, counts: Sequence[int], first: int, past: list[float], opened: list[float], fan: Fan,
    second: tuple[int, bool] | None,
) -> Verdict:  # fmt: skip
    return Verdict(
        observed=one.observed,
        expected=one.expected,
        lower=one.lower,
        upper=one.upper,
        p=one.p,
        q=one.q,
        ratio=one.ratio,
        ratio_low=one.ratio_low,
        ratio_high=one.ratio_high,
        state=one.state,
        threshold=second[0] if second else None,
        alarm=second[1] if second else None,
        yearly=yearly_change(counts, first_month=first, exposure=past),
        fan=fan,
        levels=tuple(first + place for place in change_points(counts, opened)),
        bursts=tuple((first + burst.first, first + burst.last) for burst in bursts(counts, opened)),
    )


def _second_opinions(counts: Whole) -> list[tuple[int, bool] | None]:
    """(threshold, alarm) of the last month by Farrington's flexible method; None where it does not report."""
    last = counts.shape[1] - 1
    years = min(LONGEST, (last - 1) // YEAR)
    if years < FEWEST_YEARS:
        return [None] * len(counts)
    found = bounds(counts, last, Options(frequency=YEAR, years_back=years))
    return [
        (int(threshold), bool(alarm)) if reported else None
        for threshold, alarm, reported in zip(found.threshold, found.alarm, found.reported, strict=True)
    ]


def _with_season(
    series: Mapping[str, Sequence[int]], counts: Whole, first_month: int, past: list[float]
) -> list[float]:
    """What each month offers with the season of all series together in it."""
    slot = (np.arange(counts.shape[1]) + first_month) % YEAR
    periods = Periods(np.array([past]), slot, YEAR)
    factor, counted = season.raw(counts.astype(float), periods)
    spread = pooled_dispersion(series, first_month=first_month, exposure=past)
    found: Floats = np.array(past) * season.shrunk(factor, counted, spread).factor[slot]
    return [float(one) for one in found]
