"""Does a topic rise or fall? The last months beside the same months a year earlier, judged for all topics together.

For numbers as they are published. With the exact numbers of a support point itself `predictive` sees more.

Numbers come in as `disclosure.Sum`: exact for the support point itself, as published and with bounds for policy. A rise
must hold for the least favourable numbers within the bounds, so what policy sees is computed from published cells alone
and tells nothing that those cells do not tell. (A state computed from exact counts and shown for large cells only would
see more, but each would answer a question about the exact numbers, month after month.)

Comparing the same months takes out the season. The test takes counts as Poisson, which is a little optimistic when
questions come in clusters; the Benjamini-Hochberg step over all topics keeps false alarms rare.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from trends.disclosure import Sum
from trends.intervals import rate_ratio

SUSPICIOUS = 0.05
FALSE_ALARMS = 0.10
ENOUGH = 10


class State(StrEnum):
    RISING = "rising"
    MAYBE_RISING = "maybe_rising"
    NO_SIGN = "no_sign"
    MAYBE_FALLING = "maybe_falling"
    FALLING = "falling"
    TOO_LITTLE = "too_little"


@dataclass(frozen=True)
class Change:
    """`ratio` is None where one of both numbers is zero or hidden; `high` may be infinite.

    With `expected` the ratio, its bounds and the state are beside that number instead of beside `before`.
    """

    before: Sum
    recent: Sum
    ratio: float | None
    low: float
    high: float
    p: float
    q: float
    state: State
    expected: float | None = None


def judge(topics: Mapping[str, tuple[Sum, Sum]], years: int = 1) -> dict[str, Change]:
    """The change of each topic from (recent, before), in the order given; `before` is the sum over that many `years`.

    A state is sure when the false discovery rate over all topics stays under 10 %, and "maybe" when p is under 5 % by
    itself. Without either, fewer than 10 questions are too little to say that there is no change.
    """
    tested = {name: _tested(recent, before, years) for name, (recent, before) in topics.items()}
    q = dict(zip(tested, false_discovery_rates([p for *_, p in tested.values()]), strict=True))
    return {name: _change(*topics[name], *tested[name], q[name], years) for name in topics}


def false_discovery_rates(p: list[float]) -> list[float]:
    """The adjusted p of each test (Benjamini and Hochberg, J. R. Stat. Soc. B 57, 1995), in the same order."""
    q = [1.0] * len(p)
    lowest = 1.0
    for rank, place in reversed(list(enumerate(sorted(range(len(p)), key=p.__getitem__), start=1))):
        lowest = min(lowest, p[place] * len(p) / rank)
        q[place] = lowest
    return q


def _tested(recent: Sum, before: Sum, years: int) -> tuple[float, float, float]:
    """(low, high, p) of the ratio: the widest interval and the largest p within the bounds."""
    least = rate_ratio(recent.low, before.high, other_exposure=years)
    most = rate_ratio(recent.high, before.low, other_exposure=years)
    if recent.low * years > before.high:
        return least.low, most.high, least.p
    return least.low, most.high, most.p if recent.high * years < before.low else 1.0


def _change(recent: Sum, before: Sum, low: float, high: float, p: float, q: float, years: int) -> Change:
    ratio = recent.shown * years / before.shown if recent.shown and before.shown else None
    return Change(before, recent, ratio, low, high, p, q, _state(recent, before, p, q, years))


def _state(recent: Sum, before: Sum, p: float, q: float, years: int) -> State:
    up = recent.low * years > before.high
    if p < SUSPICIOUS and q <= FALSE_ALARMS:
        return State.RISING if up else State.FALLING
    if p < SUSPICIOUS:
        return State.MAYBE_RISING if up else State.MAYBE_FALLING
    return State.TOO_LITTLE if recent.shown + before.shown < ENOUGH else State.NO_SIGN


def strongest_first(changes: Mapping[str, Change]) -> list[str]:
    """Names by how sure the change is: sure before maybe, then by the bound of the ratio nearest to no change."""
    order = [State.RISING, State.FALLING, State.MAYBE_RISING, State.MAYBE_FALLING, State.NO_SIGN, State.TOO_LITTLE]
    return sorted(changes, key=lambda name: (order.index(changes[name].state), -_at_least(changes[name]), name))


def _at_least(change: Change) -> float:
    """By which factor it changed at the very least, in either direction; below 1 the direction is open."""
    falls = 1 / change.high if change.high > 0 and isfinite(change.high) else 0.0
    return max(change.low, falls)
