"""Which periods before are laid beside a period, and which part of the year each of them is."""

import numpy as np

from trends.expected.arrays import Whole
from trends.farrington.options import Options


def reference(at: int, options: Options) -> tuple[Whole, Whole]:
    """(periods, part of each) for the period `at`; part 0 is the time of year of `at` itself.

    From as many years back as asked, less half a window, until those that are skipped. The window around the same time
    of year is one part; the rest of each year is divided into the others, the first ones the longer by one at most.
    """
    first = at - options.years_back * options.frequency - options.half_window
    periods = np.arange(first, at - options.skip_recent)
    window = 2 * options.half_window + 1
    part = np.zeros(options.frequency, dtype=np.int64)
    if options.seasonal_parts > 1:
        rest = np.array_split(np.arange(window, options.frequency), options.seasonal_parts - 1)
        for number, periods_of_year in enumerate(rest, start=1):
            part[periods_of_year] = number
        return periods, part[(periods - first) % options.frequency]
    near = (periods - first) % options.frequency < window
    return periods[near], np.zeros(int(near.sum()), dtype=np.int64)


def first_possible(options: Options) -> int:
    """The first period, counted from 0, that has enough before it; R too begins here when not told where."""
    return options.years_back * options.frequency + options.half_window
