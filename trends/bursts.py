"""When a topic came in bursts: for a mark in a chart of what was, never for a signal."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log

TIMES = 2.0
RELUCTANCE = 1.0


@dataclass(frozen=True)
class Burst:
    """The periods from `first` until `last`, both in it; `weight` is how much better a burst explains them."""

    first: int
    last: int
    weight: float


def bursts(
    counts: Sequence[int], exposure: Sequence[float] | None = None, times: float = TIMES, reluctance: float = RELUCTANCE
) -> tuple[Burst, ...]:
    """The bursts of a series, in order of time.

    Kleinberg, Bursty and hierarchical structure in streams, Data Mining and Knowledge Discovery 7 (2003) 373-397, with
    two states: the mean rate of the series, and `times` as much. Counts of a period are Poisson; to enter a burst costs
    `reluctance` times ln(length), to leave it nothing. The cheapest sequence of states is found exactly (Viterbi).
    """
    opened = [1.0] * len(counts) if exposure is None else list(exposure)
    rate = sum(counts) / sum(opened) if sum(opened) > 0 else 0.0
    if rate <= 0:
        return ()
    gains = [count * log(times) - rate * (times - 1) * one for count, one in zip(counts, opened, strict=True)]
    states = _states(gains, reluctance * log(len(counts)))
    spans = [
        [at for at, _state in group] for state, group in groupby(enumerate(states), key=lambda one: one[1]) if state
    ]
    return tuple(Burst(span[0], span[-1], sum(gains[at] for at in span)) for span in spans)


def _states(gains: Sequence[float], entering: float) -> list[bool]:
    """Whether each period is in a burst, so that gains minus entrances are as high as can be."""
    calm, burst = 0.0, -entering
    came_from: list[tuple[bool, bool]] = []
    for at, gain in enumerate(gains):
        before = (calm, burst) if at else (0.0, float("-inf"))
        came_from.append((before[1] > before[0], before[1] > before[0] - entering))
        calm, burst = max(before), max(before[1], before[0] - entering) + gain
    state, states = burst > calm, []
    for calm_from, burst_from in reversed(came_from):
        states.append(state)
        state = burst_from if state else calm_from
    return states[::-1]
