"""The series of a file side by side, though they may begin and end at different periods."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trends.counts_file.kinds import Kind, slots
from trends.expected.arrays import Floats, Periods, Whole


@dataclass(frozen=True)
class Series:
    """Counts of successive periods, `first` being the number of the first; as many exposures."""

    name: str
    first: int
    counts: tuple[int, ...]
    exposures: tuple[float, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.counts) - 1


@dataclass(frozen=True)
class Table:
    """`has_exposure` is False where every exposure is 1 because the file gives none."""

    kind: Kind
    series: tuple[Series, ...]
    has_exposure: bool

    @cached_property
    def first(self) -> int:
        return min(one.first for one in self.series)

    @cached_property
    def last(self) -> int:
        return max(one.last for one in self.series)

    def counts(self) -> Whole:
        """A row per series from the first period of all to the last; nothing counts where a series has no period."""
        found = np.zeros((len(self.series), self.last - self.first + 1), dtype=np.int64)
        for row, one in enumerate(self.series):
            found[row, one.first - self.first : one.last - self.first + 1] = one.counts
        return found

    def periods(self, frequency: int) -> Periods:
        """The periods of `counts`; where a series has no period nothing was open."""
        numbers = np.arange(self.first, self.last + 1)
        return Periods(self._exposure(len(numbers)), slots(self.kind, numbers, frequency), frequency)

    def _exposure(self, periods: int) -> Floats:
        if not self.has_exposure and all(len(one.counts) == periods for one in self.series):
            return np.ones((1, periods))
        found = np.zeros((len(self.series), periods))
        for row, one in enumerate(self.series):
            found[row, one.first - self.first : one.last - self.first + 1] = one.exposures
        return found
