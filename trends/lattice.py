"""Which numbers are published: the declared lattice. `trends.publishing` fills it.

Months count questions; all other levels about questions count those that touch a group of topics, so a question is in
one place, sector and age band but in up to three topics. Quarters are those of the school year, so that they add up.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from trends.periods import months_of_quarter, months_of_school_year, quarters_of_school_year


class Period(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    SCHOOL_YEAR = "school_year"


MONTHS_OF: Mapping[Period, Callable[[int], range]] = {
    Period.MONTH: lambda month: range(month, month + 1),
    Period.QUARTER: months_of_quarter,
    Period.SCHOOL_YEAR: months_of_school_year,
}
PERIODS_OF: Mapping[Period, Callable[[int], Iterable[int]]] = {
    Period.MONTH: months_of_school_year,
    Period.QUARTER: quarters_of_school_year,
    Period.SCHOOL_YEAR: lambda year: (year,),
}
"""The periods of each kind that lie in a school year."""


class Parts(StrEnum):
    """What the cells of a block are of the questions behind it."""

    WHOLE = "whole"  # the number of questions itself
    PARTITION = "partition"  # each question is in exactly one cell
    COVER = "cover"  # each question is in one cell, two or three
    SOME = "some"  # each question is in any number of cells, or in none
    SHARED = "shared"  # each cell is a part of two groups
    APART = "apart"  # no questions: nothing about questions adds up to these


@dataclass(frozen=True)
class Level:
    """One kind of number that is published: per `period`, for each combination of the `dimensions`."""

    key: str
    period: Period
    dimensions: tuple[str, ...]
    parts: Parts


YEAR = Period.SCHOOL_YEAR
ALL = Level("all", Period.MONTH, (), Parts.WHOLE)
GROUP = Level("group", Period.QUARTER, ("group",), Parts.COVER)
GROUP_YEAR = Level("group_year", YEAR, ("group",), Parts.WHOLE)
TOPIC = Level("topic", YEAR, ("group", "topic"), Parts.COVER)
PLACE = Level("place", YEAR, ("group", "municipality"), Parts.PARTITION)
SECTOR = Level("sector", YEAR, ("group", "sector"), Parts.PARTITION)
AGE_BAND = Level("age_band", YEAR, ("group", "age_band"), Parts.PARTITION)
DONE = Level("done", YEAR, ("group", "done"), Parts.SOME)
PAIR = Level("pair", YEAR, ("group", "other_group"), Parts.SHARED)
FUNNEL = Level("funnel", YEAR, ("step",), Parts.APART)
COVERAGE = Level("coverage", Period.QUARTER, ("group", "side"), Parts.APART)
COVERAGE_WHOLE = Level("coverage_whole", Period.QUARTER, ("side",), Parts.APART)
LATTICE = (ALL, GROUP, GROUP_YEAR, TOPIC, PLACE, SECTOR, AGE_BAND, DONE, PAIR, FUNNEL, COVERAGE, COVERAGE_WHOLE)
PER_GROUP = tuple(one for one in LATTICE if one.period is YEAR and one.parts not in (Parts.SHARED, Parts.APART))
WAITING, ROOM = "waiting", "room"
"""The sides of the coverage: parents who wait for a buddy, buddies who have room."""
SENSITIVE_WORK = frozenset({"requests", "proposals", "accepted", "matches", "rounded_off", WAITING})
"""The steps and sides that count parents with a question of their own: they have the higher threshold."""
BY_KEY = {level.key: level for level in LATTICE}


class Cell(NamedTuple):
    """The address of one number; `period` is counted as in `trends.periods`.

    `aspect` is the sector, the age band, what was done, the other group, the step or the side.
    """

    level: str
    period: int
    group: str = ""
    topic: str = ""
    municipality: str = ""
    aspect: str = ""


Block = tuple[Level, int, str]


def block_of(cell: Cell) -> Block:
    """Cells with the same block count parts of the same questions: one quarter, or one group in one school year."""
    level = BY_KEY[cell.level]
    return level, cell.period, cell.group if level in PER_GROUP else ""
