"""Did it change after something began? The same quarters or school years before and after that day. Pure.

Before and after is no proof: whatever else changed in those months is in it too.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from trends.periods import (
    PUBLISHED_ON_DAY,
    first_day,
    month_of,
    months_of_quarter,
    months_of_school_year,
    quarter_of,
    school_year_of,
)


@dataclass(frozen=True)
class Rhythm:
    """How numbers come out: which period a month is in, its months, how many make a year, how many are compared."""

    period_of: Callable[[int], int]
    months_of: Callable[[int], range]
    a_year: int
    most: int


QUARTERS = Rhythm(quarter_of, months_of_quarter, a_year=4, most=4)
SCHOOL_YEARS = Rhythm(school_year_of, months_of_school_year, a_year=1, most=1)


@dataclass(frozen=True)
class Around:
    """The periods that are compared, in pairs, and the day from which the first one after the beginning is known."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    known_from: date


def around(starts_on: date, rhythm: Rhythm, published: Collection[int]) -> Around:
    """The periods after `starts_on` that are `published`, each with the last one of the same season before it began.

    1. The first period that counts as after is the one that begins in the month of `starts_on`, else the next: a period
       in which it began half-way is on neither side.
    2. From there on at most a year; numbers further on tell of too much else.
    3. Each is laid beside the same quarter (or school year) of the last year before the beginning.
    """
    month = month_of(starts_on)
    begun_in = rhythm.period_of(month)
    first = begun_in if month == rhythm.months_of(begun_in).start else begun_in + 1
    after = [period for period in range(first, first + rhythm.most) if period in published]
    pairs = [(_same_season_before(period, begun_in, rhythm), period) for period in after]
    known = [(before, period) for before, period in pairs if before in published]
    out = first_day(rhythm.months_of(first).stop).replace(day=PUBLISHED_ON_DAY)
    return Around(tuple(before for before, _ in known), tuple(period for _, period in known), out)


def _same_season_before(period: int, begun_in: int, rhythm: Rhythm) -> int:
    while period >= begun_in:
        period -= rhythm.a_year
    return period
