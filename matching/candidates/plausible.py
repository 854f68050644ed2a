"""An index of buddies by where they want to help and what they know: nobody else need be looked at."""

from typing import NamedTuple

from matching.candidates.aspects import ASPECTS, ROOM
from matching.candidates.cells import Cells
from matching.candidates.columns import Columns, Givers, Pairs
from matching.candidates.subjects import SHARED, Subjects
from matching.solver.compiled import Numbers, compiled, filled, numbers

WORD, LAST = 6, 63  # as many bits as a number has


class Index(NamedTuple):
    """Who wants to help in municipality m is `local[start[m]:start[m + 1]]`; the others help `everywhere`.

    Both are in the order of the buddies; who can't be asked by anybody is in neither. `wanted` is the municipality of
    each parent, for who did not say where one that everybody wants to help in. What each of them knows of the
    asks is a bit per ask, in as many words as that takes.
    """

    wanted: Numbers
    ask_start: Numbers
    ask: Numbers
    buddies: int
    start: Numbers
    local: Numbers
    local_bits: Numbers
    everywhere: Numbers
    everywhere_bits: Numbers


def index_of(columns: Columns, cells: Cells, subjects: Subjects) -> Index:
    askers, givers, codes = columns.askers, columns.givers, columns.words.municipalities
    number = {code: at for at, code in enumerate(codes)}
    municipality = numbers([*(number[place.municipality] for place in columns.words.places), len(codes)], bits=32)
    wanted, free = filled(len(askers.place), 0, bits=32), filled(len(givers.place), 0, bits=8)
    _locate(askers.place, municipality, wanted)
    several = int(_find_free(cells, ASPECTS.index(ROOM), givers.everywhere, free))
    words, most = 1 + (len(columns.words.asks) >> WORD), len(givers.helps) + len(givers.place)
    index = Index(
        wanted,
        askers.ask_start,
        askers.ask,
        len(givers.place),
        start=filled(len(codes) + 2, 0),
        local=filled(most, 0, bits=32),
        local_bits=filled(words * most, 0),
        everywhere=filled(several, 0, bits=32),
        everywhere_bits=filled(words * several, 0),
    )
    _sort(givers, free, index)
    _fill_bits(subjects, index.local, index.local_bits)
    _fill_bits(subjects, index.everywhere, index.everywhere_bits)
    return index


@compiled
def _find_free(cells: Cells, room: int, everywhere: Numbers, free: Numbers) -> int:
    """Mark in whose own way nothing stands; how many of them help everywhere."""
    if len(cells.asked) == 0:
        return 0
    found, own = 0, cells.asked[room]
    for buddy in range(len(free)):
        if not cells.broken[own + cells.given[buddy * cells.aspects + room]]:
            free[buddy] = 1
            found += everywhere[buddy]
    return found


@compiled
def _fill_bits(subjects: Subjects, row: Numbers, bits: Numbers) -> None:
    """Of each buddy in the row."""
    buddies, words = subjects.buddies, len(bits) // max(1, len(row))
    for cell in range(len(subjects.known) // max(1, buddies) * len(row)):
        ask, at = cell // len(row), cell % len(row)
        if subjects.known[ask * buddies + row[at]] & SHARED:
            bits[at * words + (ask >> WORD)] |= 1 << (ask & LAST)


@compiled
def _locate(place: Numbers, municipality: Numbers, wanted: Numbers) -> None:
    for parent in range(len(place)):
        wanted[parent] = municipality[place[parent]]


@compiled
def _sort(givers: Givers, free: Numbers, index: Index) -> None:
    """Count, add up, and put everybody in their place from the last to the first."""
    start, local, everywhere = index.start, index.local, index.everywhere
    helps, anywhere, found = givers.helps, len(index.start) - 2, len(index.everywhere)
    for buddy in range(len(free)):
        start[anywhere] += free[buddy] * (1 - givers.everywhere[buddy])
        for at in range(givers.helps_start[buddy], givers.helps_start[buddy + 1]):
            start[helps[at]] += free[buddy]
    for place in range(1, len(start)):
        start[place] += start[place - 1]
    for buddy in range(len(free) - 1, -1, -1):
        if not free[buddy]:
            continue
        if givers.everywhere[buddy]:
            found -= 1
            everywhere[found] = buddy
        else:
            start[anywhere] -= 1
            local[start[anywhere]] = buddy
        for at in range(givers.helps_start[buddy], givers.helps_start[buddy + 1]):
            start[helps[at]] -= 1
            local[start[helps[at]]] = buddy


@compiled
def plausible(index: Index, begin: int, pairs: Pairs) -> tuple[int, int]:
    """Fill `pairs` with whole rows from parent `begin` on, nothing broken: the next parent, and how many pairs."""
    parent, end = begin, 0
    while parent < len(index.wanted) and end + index.buddies <= len(pairs.buddy):
        wanted, length, several = index.wanted[parent], end, len(index.everywhere)
        end = _write(
            index, parent, index.local, index.local_bits, index.start[wanted], index.start[wanted + 1], pairs.buddy, end
        )
        end = _write(index, parent, index.everywhere, index.everywhere_bits, 0, several, pairs.buddy, end)
        for at in range(length, end):
            pairs.parent[at], pairs.broken[at] = parent, 0
        parent += 1
    return parent, end


@compiled
def _write(index: Index, parent: int, some: Numbers, bits: Numbers, one: int, last: int, row: Numbers, end: int) -> int:
    """From here on those among some buddies who know of it; where they end."""
    ask, begin, stop, words = (
        index.ask,
        index.ask_start[parent],
        index.ask_start[parent + 1],
        len(bits) // max(1, len(some)),
    )
    for at in range(one, last):
        found = begin == stop
        for asked in range(begin, stop):
            found = found or bits[at * words + (ask[asked] >> WORD)] >> (ask[asked] & LAST) & 1 > 0
        if found:
            row[end] = some[at]
            end += 1
    return end
