"""An index of buddies by the municipalities where they want to help: nobody else need be looked at."""

from typing import NamedTuple

from matching.candidates.cells import able
from matching.candidates.columns import Columns, Givers, Pairs
from matching.solver.compiled import Numbers, compiled, filled, numbers

ANYWHERE = -1


class Index(NamedTuple):
    """`wanted` is the municipality of each parent, or `ANYWHERE`.

    Who wants to help in municipality m is `local[start[m]:start[m + 1]]`; the others help `everywhere`. Both are in
    the order of the buddies. Who can't be asked by anybody is in neither.
    """

    wanted: Numbers
    buddies: int
    start: Numbers
    local: Numbers
    everywhere: Numbers


def index_of(columns: Columns) -> Index:
    askers, givers, words = columns.askers, columns.givers, columns.words
    number = {place: at for at, place in enumerate(words.municipalities)}
    municipality = numbers([*(number[place.municipality] for place in words.places), ANYWHERE], bits=32)
    wanted = filled(len(askers.place), ANYWHERE, bits=32)
    _locate(askers.place, municipality, wanted)
    free, start, local = able(columns), filled(len(number) + 1, 0), filled(len(givers.helps), 0, bits=32)
    everywhere = filled(_count(free, givers.everywhere), 0, bits=32)
    index = Index(wanted, len(givers.place), start, local, everywhere)
    _sort(givers, free, index)
    return index


@compiled
def _count(free: Numbers, everywhere: Numbers) -> int:
    found = 0
    for buddy in range(len(free)):
        found += free[buddy] * everywhere[buddy]
    return found


@compiled
def _locate(place: Numbers, municipality: Numbers, wanted: Numbers) -> None:
    for parent in range(len(place)):
        wanted[parent] = municipality[place[parent]]


@compiled
def _sort(givers: Givers, free: Numbers, index: Index) -> None:
    """Count, add up, and put everybody in their place from the last to the first."""
    start, local, everywhere = index.start, index.local, index.everywhere
    helps, found = givers.helps, len(index.everywhere)
    for buddy in range(index.buddies):
        for at in range(givers.helps_start[buddy], givers.helps_start[buddy + 1]):
            start[helps[at]] += free[buddy]
    for place in range(1, len(start)):
        start[place] += start[place - 1]
    for buddy in range(index.buddies - 1, -1, -1):
        if not free[buddy]:
            continue
        for at in range(givers.helps_start[buddy], givers.helps_start[buddy + 1]):
            start[helps[at]] -= 1
            local[start[helps[at]]] = buddy
        if givers.everywhere[buddy]:
            found -= 1
            everywhere[found] = buddy


@compiled
def plausible(index: Index, begin: int, pairs: Pairs) -> tuple[int, int]:
    """Fill `pairs` with whole rows from parent `begin` on, nothing broken: the next parent, and how many pairs."""
    most, parent, length = len(pairs.buddy), begin, 0
    while parent < len(index.wanted) and length + _how_many(index, parent) <= most:
        end = _write(index, parent, pairs.buddy, length)
        for at in range(length, end):
            pairs.parent[at], pairs.broken[at] = parent, 0
        parent, length = parent + 1, end
    return parent, length


@compiled
def _how_many(index: Index, parent: int) -> int:
    wanted = index.wanted[parent]
    return index.buddies if wanted < 0 else index.start[wanted + 1] - index.start[wanted] + len(index.everywhere)


@compiled
def _write(index: Index, parent: int, row: Numbers, at: int) -> int:
    """From here on the buddies who want to help this parent, in their order; where they end."""
    local, everywhere, wanted, end = index.local, index.everywhere, index.wanted[parent], at + _how_many(index, parent)
    if wanted < 0:
        for buddy in range(index.buddies):
            row[at + buddy] = buddy
        return end
    one, last, other = index.start[wanted], index.start[wanted + 1], 0
    while at < end:
        if other == len(everywhere) or (one < last and local[one] < everywhere[other]):
            row[at] = local[one]
            one += 1
        else:
            row[at] = everywhere[other]
            other += 1
        at += 1
    return end
