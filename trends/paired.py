"""What changed between a first and a last answer of the same people. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from trends.intervals import Interval, crossing
from trends.special import beta_i


@dataclass(frozen=True)
class Paired:
    """Of `n` pairs: both means, how many went `up` and `down`; `likely` holds the mean change, None of one pair."""

    n: int
    first: float
    last: float
    up: int
    down: int
    likely: Interval | None

    @property
    def change(self) -> float:
        return self.last - self.first


def paired(pairs: Iterable[tuple[float, float]], confidence: float = 0.95) -> Paired | None:
    """The mean change with Student's interval for paired differences (Biometrika 6, 1908, 1-25); None without pairs.

    Answers 1..5 aren't normal: the interval is a fair guide from about ten pairs on, so show `up` and `down` with it.
    """
    known = list(pairs)
    if not known:
        return None
    changes = [last - first for first, last in known]
    n, mean = len(changes), sum(changes) / len(changes)
    return Paired(
        n=n,
        first=sum(first for first, _last in known) / n,
        last=sum(last for _first, last in known) / n,
        up=sum(change > 0 for change in changes),
        down=sum(change < 0 for change in changes),
        likely=_likely(changes, mean, confidence) if n > 1 else None,
    )


def _likely(changes: list[float], mean: float, confidence: float) -> Interval:
    n = len(changes)
    error = (sum((change - mean) ** 2 for change in changes) / (n - 1) / n) ** 0.5
    half = student(n - 1, confidence) * error
    return Interval(mean - half, mean + half)


def student(freedom: int, confidence: float) -> float:
    """Between minus and plus this lies `confidence` of Student's t: P(|T| > t) = I_x(v/2, 1/2) at x = v / (v + t^2)."""
    x = crossing(lambda x: beta_i(freedom / 2, 0.5, x) - (1 - confidence), 0, 1)
    return float((freedom * (1 - x) / x) ** 0.5)
