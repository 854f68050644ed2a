"""The kinds of arrays that the statistics share: a row per series, a column per period."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Periods:
    """Successive periods: how much was open in each (`exposure`: a row per series, or one row for all), and which
    part of the year each is (`slot`: 0, 1, ... of `slots`)."""

    exposure: Floats
    slot: Whole
    slots: int

    def __len__(self) -> int:
        return len(self.slot)

    def part(self, which: slice) -> "Periods":
        return Periods(self.exposure[:, which], self.slot[which], self.slots)

    def of(self, rows: list[int]) -> "Periods":
        """The same periods for these series only."""
        exposure = self.exposure if len(self.exposure) == 1 else self.exposure[rows]
        return Periods(exposure, self.slot, self.slots)


def added(first: Periods, second: Periods) -> Periods:
    """The one after the other."""
    exposure = np.concatenate([first.exposure, second.exposure], axis=1)
    return Periods(exposure, np.concatenate([first.slot, second.slot]), first.slots)
