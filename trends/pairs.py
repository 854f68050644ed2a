"""Groups that come together in one question: kept from telling about the groups, and the groups from telling of them.

A question touches at most three groups, so of any groups together: the questions that touch them are at least the sum
over the groups less the sum over their pairs (Bonferroni), and over all groups at most the sum over the groups less
two thirds of that over the pairs.
"""

from collections.abc import Collection, Iterator
from itertools import combinations
from math import inf

from trends.disclosure import STEP, Protected, total
from trends.lattice import Cell
from trends.rooms import LEAST, Bounds, Known, groups_of, of_group, of_year

Cells = dict[Cell, Protected]


def fitted(known: Known, year: int, cells: Cells) -> Cells:
    """The pairs of a school year, moved until they leave the groups room; none when nothing fits."""
    rooms = {group: of_group(year, group, known) for group in groups_of(year, known)}
    least, most = of_year(year, known)
    for cell in cells:
        while cells[cell].low > _smaller_group(rooms, cell) - LEAST and cells[cell].value is not None:
            cells = cells | {cell: cells[cell].moved(-STEP)}
    for some in _several(rooms):
        within = _within(cells, some)
        while within and total(cells[one] for one in within).high < sum(rooms[g][0] for g in some) - most + LEAST:
            cells = _moved(cells, within, STEP)
    return cells if _leaves_room(rooms, cells, least) else {}


def _smaller_group(rooms: dict[str, Bounds], cell: Cell) -> float:
    return min(rooms.get(group, (0, inf))[1] for group in (cell.group, cell.aspect))


def _several(groups: Collection[str]) -> Iterator[tuple[str, ...]]:
    for size in range(2, len(groups) + 1):
        yield from combinations(sorted(groups), size)


def _within(cells: Cells, groups: Collection[str]) -> list[Cell]:
    return [cell for cell in cells if cell.group in groups and cell.aspect in groups]


def _moved(cells: Cells, within: list[Cell], step: int) -> Cells:
    largest = max(within, key=lambda cell: cells[cell].value or 0)
    return cells | {largest: cells[largest].moved(step)}


def _leaves_room(rooms: dict[str, Bounds], cells: Cells, least: float) -> bool:
    """Whether raising made no pair larger than its groups, and all pairs fit in all groups together."""
    if any(shown.low > _smaller_group(rooms, cell) - LEAST for cell, shown in cells.items() if shown.value):
        return False
    if any(_partners(cells, group) > 2 * (high - LEAST) for group, (_, high) in rooms.items()):
        return False
    return 2 * total(cells.values()).low <= 3 * (sum(high for _, high in rooms.values()) - least - LEAST)


def _partners(cells: Cells, group: str) -> int:
    return total(shown for cell, shown in cells.items() if group in (cell.group, cell.aspect)).low
