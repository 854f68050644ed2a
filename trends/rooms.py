"""How many questions can be behind a block of published cells: all that its levels know of each other.

The cells of different levels meet in one number only: how many questions touch a group in a school year. Each level
says from where to where that number lies, and its room is what all of them have in common. As long as a room keeps a
width of two (three numbers), no hidden cell of a partition has fewer than three: let a cell of 0..w stand in a level
that spans low..high, w <= high - low, in a room l..h. Its most is min(w, h - low), its least w - min(w, high - l).
The room lies within the span, so h - low and high - l are at least 2 and together at least w + 2; in each of the four
cases the difference is at least 2. The cells of a cover and of a part of the questions have more freedom than that.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import inf

from trends.disclosure import TOPICS_PER_QUESTION, Protected, total
from trends.lattice import ALL, GROUP, PAIR, PER_GROUP, Block, Cell, Level, Parts, block_of
from trends.periods import months_of_quarter, months_of_school_year, quarters_of_school_year

LEAST = 2
Bounds = tuple[float, float]


class Known:
    """Published cells, found by block."""

    def __init__(self, cells: Mapping[Cell, Protected]) -> None:
        self.cells: dict[Cell, Protected] = {}
        self._blocks: dict[Block, dict[Cell, Protected]] = {}
        self.add(cells)

    def add(self, cells: Mapping[Cell, Protected]) -> None:
        self.cells |= cells
        for cell, shown in cells.items():
            self._blocks.setdefault(block_of(cell), {})[cell] = shown

    def block(self, level: Level, period: int, group: str = "") -> Mapping[Cell, Protected]:
        return self._blocks.get((level, period, group), {})


def room(known: Known, level: Level, period: int, group: str) -> Bounds:
    """How many questions there are behind a block, by everything that was published before."""
    if level is GROUP:
        return _of_months(months_of_quarter(period), known)
    return of_group(period, group, known) if level in PER_GROUP else (0, inf)


def spanned(level: Level, cells: Iterable[Protected]) -> Bounds:
    """How many questions there are behind a block, by its own cells."""
    cells = tuple(cells)
    if level.parts in (Parts.WHOLE, Parts.PARTITION):
        together = total(cells)
        return together.low, together.high
    largest = max(cell.low for cell in cells)
    if level.parts is Parts.COVER:
        together = total(cells)
        return max(largest, -(-together.low // TOPICS_PER_QUESTION)), together.high
    return largest, inf


def of_group(year: int, group: str, known: Known) -> Bounds:
    """How many questions touch a group, by its own cells, by the months, and by what the other groups leave over."""
    low, high = _of_group_alone(year, group, known)
    least, most = of_year(year, known)
    others = [_of_group_alone(year, other, known) for other in groups_of(year, known) if other != group]
    low = max(low, least - sum(bounds[1] for bounds in others))
    return low, min(high, most, TOPICS_PER_QUESTION * most - sum(bounds[0] for bounds in others))


def of_year(year: int, known: Known) -> Bounds:
    """How many questions there are in a school year."""
    return _of_months(months_of_school_year(year), known)


def groups_of(year: int, known: Known) -> list[str]:
    quarters = [known.block(GROUP, quarter) for quarter in quarters_of_school_year(year)]
    return sorted({cell.group for cells in quarters for cell in cells})


def _of_group_alone(year: int, group: str, known: Known) -> Bounds:
    spans = list(_spans(year, group, known))
    return max(low for low, _ in spans), min(high for _, high in spans)


def _spans(year: int, group: str, known: Known) -> Iterator[Bounds]:
    quarters = [_of_quarter(Cell(GROUP.key, quarter, group), known) for quarter in quarters_of_school_year(year)]
    yield sum(low for low, _ in quarters), sum(high for _, high in quarters)
    for level in PER_GROUP:
        if cells := known.block(level, year, group):
            yield spanned(level, cells.values())
    for cell, shown in known.block(PAIR, year).items():
        if group in (cell.group, cell.aspect):
            yield shown.low, inf


def _of_months(wanted: range, known: Known) -> Bounds:
    months = [known.cells[cell] for month in wanted if (cell := Cell(ALL.key, month)) in known.cells]
    together = total(months)
    return together.low, together.high if len(months) == len(wanted) else inf


def _of_quarter(cell: Cell, known: Known) -> Bounds:
    """What the cell of a group says, together with the months and the other groups of its quarter."""
    low, high = _of_months(months_of_quarter(cell.period), known)
    if cell not in known.cells:
        return 0, high
    others = total(shown for one, shown in known.block(GROUP, cell.period).items() if one != cell)
    return max(known.cells[cell].low, low - others.high), min(known.cells[cell].high, high)
