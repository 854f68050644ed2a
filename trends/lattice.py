"""Which numbers are published, and how they are kept from giving each other away: the declared lattice.

Protecting each cell by itself is not enough where cells overlap: 7, 7 and 4 with a total of 18 would be published as 5,
5, hidden and 20, and only one hidden number fits that. So the lattice has no separate totals (a total is the sum of
published cells), and where levels still count the same questions in different ways, `publish` keeps them apart: when
rounding would let one level narrow a hidden cell of another to fewer than three values, the largest cell moves a step
of 5. That choice is made from rounded values alone, and a table that needs no step is left as it is. So whoever knows
this code still finds at least three numbers behind each hidden cell, each with ordinary rounding and no step at all.

Months count questions; groups, topics and places count the questions that touch them, so a question is in one place but
in up to three topics. Quarters are those of the school year, so that they add up to it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from trends.disclosure import STEP, TOPICS_PER_QUESTION, Protected, protect, total
from trends.periods import months_of_quarter, quarters_of_school_year

SLACK = 2
Bounds = tuple[float, float]


class Period(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    SCHOOL_YEAR = "school_year"


@dataclass(frozen=True)
class Level:
    """One kind of number that is published: per `period`, for each combination of the `dimensions`."""

    key: str
    period: Period
    dimensions: tuple[str, ...]


ALL = Level("all", Period.MONTH, ())
GROUP = Level("group", Period.QUARTER, ("group",))
TOPIC = Level("topic", Period.SCHOOL_YEAR, ("group", "topic"))
PLACE = Level("place", Period.SCHOOL_YEAR, ("group", "municipality"))
LATTICE = (ALL, GROUP, TOPIC, PLACE)


@dataclass(frozen=True, order=True)
class Cell:
    """The address of one number; `period` is counted as in `trends.periods`."""

    level: str
    period: int
    group: str = ""
    topic: str = ""
    municipality: str = ""


def publish(
    counts: Mapping[Cell, int], published: Mapping[Cell, Protected], sensitive: Collection[str] = ()
) -> dict[Cell, Protected]:
    """The cells of `counts` that were not published before, protected; what was published never changes.

    `counts` holds whole closed periods, zeros included (a cell left out would tell that it is empty) and the questions
    without a municipality as municipality "". `published` holds all earlier cells of the same school years.
    `sensitive` are codes of topics and groups.
    1. Level by level in the order of the lattice, protect each new cell by itself.
    2. Move each block (the cells that count the same questions) until it leaves the cells before it room.
    """
    known = dict(published)
    for level in LATTICE:
        new = {cell: count for cell, count in sorted(counts.items()) if cell.level == level.key and cell not in known}
        for block in dict.fromkeys(_block_of(cell) for cell in new):
            cells = {c: protect(n, _is_sensitive(c, sensitive)) for c, n in new.items() if _block_of(c) == block}
            known |= _fitted(cells, level, _room(level, *block, known))
    if strange := counts.keys() - known.keys():
        raise ValueError(f"not in the lattice: {min(strange)}")
    return {cell: shown for cell, shown in known.items() if cell not in published}


def _is_sensitive(cell: Cell, codes: Collection[str]) -> bool:
    return cell.topic in codes or (not cell.topic and cell.group in codes)


def _block_of(cell: Cell) -> tuple[int, str]:
    """Cells with the same block count parts of the same questions: one quarter, or one group in one school year."""
    return cell.period, cell.group if cell.level in (TOPIC.key, PLACE.key) else ""


def _room(level: Level, period: int, group: str, known: Mapping[Cell, Protected]) -> Bounds:
    """How many questions there are behind a block, by the cells published before."""
    if level is ALL:
        return 0, inf
    if level is GROUP:
        return _of_the_months(period, known)
    quarters = [_of_a_quarter(Cell(GROUP.key, quarter, group), known) for quarter in quarters_of_school_year(period)]
    low, high = sum(least for least, _ in quarters), sum(most for _, most in quarters)
    topics = [shown for c, shown in known.items() if (c.level, c.period, c.group) == (TOPIC.key, period, group)]
    if level is PLACE and topics:
        low = max(low, total(topics).low / TOPICS_PER_QUESTION, *(topic.low for topic in topics))
        high = min(high, total(topics).high)
    return low, high


def _of_the_months(quarter: int, known: Mapping[Cell, Protected]) -> Bounds:
    months = [known[cell] for month in months_of_quarter(quarter) if (cell := Cell(ALL.key, month)) in known]
    return total(months).low, total(months).high if len(months) == len(months_of_quarter(quarter)) else inf


def _of_a_quarter(cell: Cell, known: Mapping[Cell, Protected]) -> Bounds:
    """What the cell of a group says, together with the months and the other groups of its quarter."""
    low, high = _of_the_months(cell.period, known)
    others = [shown for c, shown in known.items() if (c.level, c.period) == (GROUP.key, cell.period) and c != cell]
    if cell not in known:
        return 0, high
    return max(known[cell].low, low - total(others).high), min(known[cell].high, high)


def _fitted(block: dict[Cell, Protected], level: Level, room: Bounds) -> dict[Cell, Protected]:
    """The block, moved by steps until its own bounds overlap the room by at least the slack.

    Places add up, so their sum stays under the room. Groups and topics overlap each other, so each of them does, and
    their sum under three times the room. Topics leave double slack, for the places have to fit in between.
    """
    low, high = room
    slack = 2 * SLACK if level is TOPIC else SLACK
    if level is not PLACE:
        for cell, shown in block.items():
            block |= _lowered({cell: shown}, high - slack)
        block = _lowered(block, TOPICS_PER_QUESTION * (high - slack))
    while total(block.values()).high < low + slack:
        block = _moved(block, STEP)
    return _lowered(block, high - slack) if level is PLACE else block


def _lowered(block: dict[Cell, Protected], high: float) -> dict[Cell, Protected]:
    while 0 < total(block.values()).low > high:
        block = _moved(block, -STEP)
    return block


def _moved(block: dict[Cell, Protected], step: int) -> dict[Cell, Protected]:
    """Move the largest published value; the first address of equals, so that the choice tells nothing."""
    largest = max(block, key=lambda cell: block[cell].value or 0)
    return block | {largest: block[largest].moved(step)}
