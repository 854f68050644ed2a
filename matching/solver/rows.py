"""A problem as plain rows of numbers, and the network made of them: the way in for whoever has many pairs.

The levels become amounts. A step of priority outweighs everything that quality and load can differ together. Priorities
that would make too large an amount are replaced by their rank, which changes no answer: sets of parents that can be
served together form a transversal matroid, so that only the order of priorities counts.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, filled, numbers
from matching.solver.network import MOST, TIE_MOST, TIE_PRIME, Network

QUALITY_BITS = 16
KEY_BYTES = 8


class TooLarge(ValueError):
    """The amounts of this problem do not fit in whole numbers of 64 bits; nothing was reckoned with them."""


class Rows(NamedTuple):
    """Parents and buddies in the order of their ids, each id once; a buddy takes `capacity - load` more.

    The pairs of parent i are `start[i]` up to `start[i + 1]`: `buddy` (its number) and `quality` of each, each pair
    once. Arrays of 32 bits for `buddy` and 16 for `quality` are used as they are, anything else is copied.
    """

    parent_ids: Sequence[str]
    priority: Numbers
    buddy_ids: Sequence[str]
    capacity: Numbers
    load: Numbers
    start: Numbers
    buddy: Numbers
    quality: Numbers
    load_weight: int


def network(rows: Rows) -> Network:
    """Raises `TooLarge` when the amounts do not fit, ValueError when ids are not in order."""
    _check_order(rows.parent_ids)
    _check_order(rows.buddy_ids)
    step = 1 + len(rows.parent_ids) * (2**QUALITY_BITS + rows.load_weight)
    capacity, load = numbers(rows.capacity), numbers(rows.load)
    _check_amounts(rows, int(max(rows.capacity, default=0)))
    start, buddy = numbers(rows.start), numbers(rows.buddy, bits=32)
    places = filled(len(capacity), 0)
    first = filled(len(capacity), 0)
    total = int(_count_places(buddy, capacity, load, places, first))
    cost = filled(total, 0)
    _fill_costs(capacity, load, places, first, rows.load_weight, cost)
    return Network(
        start=start,
        buddy=buddy,
        quality=numbers(rows.quality, bits=QUALITY_BITS),
        base=numbers(_bases(rows.priority, step)),
        first=first,
        places=places,
        cost=cost,
        parent_key=numbers(_keys(rows.parent_ids, "parent")),
        buddy_key=numbers(_keys(rows.buddy_ids, "buddy")),
    )


def _check_order(ids: Sequence[str]) -> None:
    if not all(one < other for one, other in pairwise(ids)):
        raise ValueError("ids should be in order, each of them once")


def _check_amounts(rows: Rows, capacity: int) -> None:
    if len(rows.parent_ids) * TIE_MOST > MOST or rows.load_weight * capacity > MOST:
        raise TooLarge(f"{len(rows.parent_ids)} parents, load weight {rows.load_weight}, capacity {capacity}")


def _bases(priority: Numbers, step: int) -> list[int]:
    """The amount for the priority of each parent."""
    values = [int(one) for one in priority]
    if (max(values, default=0) + 2) * step > MOST:
        rank = {one: place for place, one in enumerate(sorted(set(values)), start=1)}
        values = [rank[one] for one in values]
        if (len(rank) + 2) * step > MOST:
            raise TooLarge(f"{len(rank)} different priorities, each {step} above the one below")
    return [one * step for one in values]


def _keys(ids: Iterable[str], kind: str) -> list[int]:
    """Two numbers for each id, from 1 up to `TIE_PRIME` - 1, that only the id and the kind decide."""
    made: list[int] = []
    for one in ids:
        digest = blake2b(one.encode(), digest_size=2 * KEY_BYTES, person=kind.encode()).digest()
        made += [1 + int.from_bytes(half) % (TIE_PRIME - 1) for half in (digest[:KEY_BYTES], digest[KEY_BYTES:])]
    return made


@compiled
def _count_places(buddy: Numbers, capacity: Numbers, load: Numbers, places: Numbers, first: Numbers) -> int:
    """No more places than there are pairs for them. Fills `places` and `first`; the total."""
    for pair in range(len(buddy)):
        places[buddy[pair]] += 1
    total = 0
    for one in range(len(places)):
        places[one] = max(0, min(places[one], capacity[one] - load[one]))
        first[one] = total
        total += places[one]
    return total


@compiled
def _fill_costs(
    capacity: Numbers, load: Numbers, places: Numbers, first: Numbers, load_weight: int, cost: Numbers
) -> None:
    for one in range(len(places)):
        for k in range(places[one]):
            cost[first[one] + k] = load_weight * (load[one] + k + 1) // capacity[one]
