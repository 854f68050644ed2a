"""A problem as plain rows of numbers, and the network made of them: the way in for whoever has many pairs."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from matching.solver.compiled import Numbers, TooLarge, compiled, filled, numbers
from matching.solver.network import MOST, QUALITY_BITS, Network
from matching.solver.scale import Scale, keys, scale

SPARE = 8


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


def network(rows: Rows, chosen: Scale | None = None) -> Network:
    """Raises `TooLarge` when the amounts do not fit, ValueError when ids are not in order."""
    _check_order(rows.parent_ids)
    _check_order(rows.buddy_ids)
    levels = chosen or scale(rows.priority, len(rows.parent_ids), rows.load_weight)
    base = {int(one): levels.base(int(one)) for one in set(rows.priority)}
    check_cost(rows.load_weight, int(max(rows.capacity, default=0)))
    capacity, load, buddy = numbers(rows.capacity), numbers(rows.load), numbers(rows.buddy, bits=32)
    pairs = filled(len(capacity), 0)
    count_pairs(buddy, len(buddy), pairs)
    places = numbers([enough(most - taken, n) for most, taken, n in zip(capacity, load, pairs, strict=True)])
    first = numbers([0, *accumulate(places)][:-1])
    cost = filled(sum(places), 0)
    _fill_all_costs(cost, first, places, rows.load_weight, load, capacity)
    return Network(
        start=numbers(rows.start),
        buddy=buddy,
        quality=numbers(rows.quality, bits=QUALITY_BITS),
        base=numbers([base[one] for one in rows.priority]),
        first=first,
        places=places,
        cost=cost,
        parent_key=numbers(keys(rows.parent_ids, "parent")),
        buddy_key=numbers(keys(rows.buddy_ids, "buddy")),
    )


def check_cost(load_weight: int, capacity: int) -> None:
    """Raises `TooLarge` when what a place costs could not be reckoned."""
    if load_weight * capacity > MOST:
        raise TooLarge(f"load weight {load_weight} times capacity {capacity}")


def _check_order(ids: Sequence[str]) -> None:
    if not all(one < other for one, other in pairwise(ids)):
        raise ValueError("ids should be in order, each of them once")


def enough(free: int, pairs: int) -> int:
    """How many places a buddy with so many pairs needs: what is free, and not many more than can be filled."""
    return max(0, min(free, 2 * pairs + SPARE))


@compiled
def count_pairs(buddy: Numbers, pairs: int, count: Numbers) -> None:
    """Adds to `count` of each buddy how many of the first so many pairs are theirs."""
    for pair in range(pairs):
        count[buddy[pair]] += 1


@compiled
def _fill_all_costs(
    cost: Numbers, first: Numbers, places: Numbers, load_weight: int, load: Numbers, capacity: Numbers
) -> None:
    for one in range(len(places)):
        fill_costs(cost, first[one], places[one], load_weight, load[one], capacity[one])


@compiled
def fill_costs(cost: Numbers, first: int, places: int, load_weight: int, load: int, capacity: int) -> None:
    """What each of these places costs, the next one never less than the one before."""
    for k in range(places):
        cost[first + k] = load_weight * (load + k + 1) // capacity
