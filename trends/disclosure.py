"""What may be shown of one number, and of several together, outside the support point; `lattice` says which numbers.

Small counts are hidden, zero too; the others are rounded to 5. Filters choose published cells and add them up: nothing
is ever counted afresh for a filter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

STEP = 5
THRESHOLD = 5
SENSITIVE_THRESHOLD = 10
ROUNDING = 2
TOPICS_PER_QUESTION = 3


class Protected(NamedTuple):
    """A number that may be shown; `value` is None where it is too small."""

    value: int | None
    threshold: int = THRESHOLD

    @property
    def low(self) -> int:
        return 0 if self.value is None else max(self.threshold, self.value - ROUNDING)

    @property
    def high(self) -> int:
        return self.threshold - 1 if self.value is None else self.value + ROUNDING

    def moved(self, step: int) -> "Protected":
        """One step up or down; below the threshold it is hidden."""
        value = max(self.value + step, 0) if self.value is not None else self.threshold if step > 0 else 0
        return Protected(value if value >= self.threshold else None, self.threshold)


@dataclass(frozen=True)
class Sum:
    """A number known to lie from `low` to `high`; `shown` is what to print, `hidden` how many cells are not in it."""

    low: int
    high: int
    shown: int
    hidden: int = 0


def protect(count: int, sensitive: bool = False) -> Protected:
    """Hidden below the threshold, otherwise rounded to the nearest 5."""
    if count < 0:
        raise ValueError("a count is zero or more")
    threshold = SENSITIVE_THRESHOLD if sensitive else THRESHOLD
    return Protected(None if count < threshold else (count + ROUNDING) // STEP * STEP, threshold)


def total(cells: Iterable[Protected]) -> Sum:
    """What several published cells say together: 2 either way for each visible one, anything small for a hidden one.

    The few cells that `lattice.publish` moves lie a step further off; telling which would undo the move.
    """
    cells = tuple(cells)
    shown = [cell.value for cell in cells if cell.value is not None]
    return Sum(sum(cell.low for cell in cells), sum(cell.high for cell in cells), sum(shown), len(cells) - len(shown))


def exact(count: int) -> Sum:
    """An exact number, for those who may see the records themselves."""
    return Sum(count, count, count)
