"""Where a series went to another level, exactly: for a mark in a chart of what was, never for a signal."""

from collections.abc import Sequence
from itertools import accumulate
from math import inf, log

STRICTNESS = 3.0


def change_points(counts: Sequence[int], exposure: Sequence[float] | None = None) -> tuple[int, ...]:
    """The places at which a new level begins, in order; none for a series that keeps one level.

    Of all ways to divide the series, the one with the highest Poisson likelihood after a penalty per change of
    3 ln(length), by optimal partitioning (Jackson and others, IEEE Signal Processing Letters 12, 2005, 105-108). The
    penalty is the modified BIC of Zhang and Siegmund (Biometrics 63, 2007, 22-32) without its last term. `exposure`
    is what each period offers, the season included.
    """
    length = len(counts)
    opened = [1.0] * length if exposure is None else list(exposure)
    counted, open_ = (list(accumulate(values, initial=0.0)) for values in (counts, opened))
    penalty = STRICTNESS * log(length) if length > 1 else 0.0
    best, since = [-penalty], [0]
    for end in range(1, length + 1):
        costs = (best[at] + penalty + _cost(counted[end] - counted[at], open_[end] - open_[at]) for at in range(end))
        cost, begin = min((cost, at) for at, cost in enumerate(costs))
        best.append(cost)
        since.append(begin)
    return tuple(_walk(since, length))


def _cost(count: float, opened: float) -> float:
    """Minus the log likelihood of one level for these periods, twice, but for what is the same for every division."""
    if opened <= 0:
        return inf if count else 0.0
    return 2 * (count - count * log(count / opened)) if count else 0.0


def _walk(since: Sequence[int], end: int) -> list[int]:
    found: list[int] = []
    while end and (end := since[end]):
        found.append(end)
    return found[::-1]
