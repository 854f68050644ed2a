"""Ratios, rates and intervals once more, from published cells alone and by the textbook: none of our arithmetic."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb, exp, lgamma, log

from sqlalchemy import select

from store.models import PublishedCell
from store.sessions import Session

TAIL = 0.025
OFF = 2
"""Rounding to 5 moves a number by 2 at most."""
Address = tuple[str, int, str, str, str, str]
"""Level, period, group, topic, municipality, and sector, age band, other group or side."""


@dataclass(frozen=True)
class Range:
    """What published cells say together: the sum that is shown, and between which numbers the truth lies."""

    low: int
    shown: int
    high: int

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.shown + other.shown, self.high + other.high)


NOTHING = Range(0, 0, 0)
Cells = Mapping[Address, Range]


def cells_of(session: Session) -> dict[Address, Range]:
    """Of each address what was published last."""
    rows = session.scalars(select(PublishedCell).order_by(PublishedCell.release_id))
    return {
        (one.level, one.period, one.group_code, one.topic_code, one.municipality_code, one.aspect): _range(one)
        for one in rows
    }


def _range(cell: PublishedCell) -> Range:
    if cell.value is None:
        return Range(0, 0, cell.threshold - 1)
    return Range(max(cell.value - OFF, cell.threshold), cell.value, cell.value + OFF)


def added(cells: Cells, wanted: Iterable[Address]) -> Range:
    return sum((cells[one] for one in wanted), NOTHING)


def ratio(now: Range, before: Range, years: int) -> tuple[float, float, float] | None:
    """(ratio, lowest, highest) of now beside so many years before; None where one of both shows nothing."""
    if not (now.shown and before.shown):
        return None
    low, high = clopper_pearson(now.low, before.high)[0], clopper_pearson(now.high, before.low)[1]
    return now.shown * years / before.shown, years * low / (1 - low), years * high / (1 - high)


@lru_cache
def clopper_pearson(successes: int, failures: int) -> tuple[float, float]:
    """Exact bounds of a share, by the binomial tails themselves."""
    n = successes + failures

    def at_least(k: int, share: float) -> float:
        return sum(comb(n, j) * share**j * (1 - share) ** (n - j) for j in range(k, n + 1))

    low = _where(lambda share: at_least(successes, share), TAIL, 1.0) if successes else 0.0
    return low, _where(lambda share: at_least(successes + 1, share), 1 - TAIL, 1.0) if failures else 1.0


@lru_cache
def garwood(count: int) -> tuple[float, float]:
    """Exact bounds of a Poisson mean, by the Poisson tails themselves."""

    def at_least(k: int, mean: float) -> float:
        return 1 - sum(exp(j * log(mean) - mean - lgamma(j + 1)) for j in range(k)) if mean else 0.0

    far = 2.0 * count + 20
    low = _where(lambda mean: at_least(count, mean), TAIL, far) if count else 0.0
    return low, _where(lambda mean: at_least(count + 1, mean), 1 - TAIL, far)


def _where(rising: Callable[[float], float], wanted: float, high: float) -> float:
    low = 0.0
    for _step in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return low


def per_thousand(count: Range, pupils: int) -> tuple[float, float, float]:
    low, high = garwood(count.low)[0], garwood(count.high)[1]
    return 1000 * count.shown / pupils, 1000 * low / pupils, 1000 * high / pupils


def shrunk(counts: Sequence[int], pupils: Sequence[int]) -> list[float]:
    """Marshall (1991): per thousand, each place drawn towards all places together."""
    everybody, together = sum(pupils), sum(counts) / sum(pupils)
    spread = sum(n * (count / n - together) ** 2 for count, n in zip(counts, pupils, strict=True)) / everybody
    between = max(0.0, spread - together * len(pupils) / everybody)
    weights = [between / (between + together / n) for n in pupils]
    pairs = zip(weights, counts, pupils, strict=True)
    return [1000 * (together + weight * (count / n - together)) for weight, count, n in pairs]


def said(value: float, digits: int = 1) -> str:
    """As a Dutch reader sees it."""
    return f"{round(value, digits):g}".replace(".", ",")
