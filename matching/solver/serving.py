"""Level 1: as many parents as possible, the highest priorities first, whatever the quality.

Priority class by priority class, each parent who has no buddy yet looks for an augmenting path; in one phase no buddy
is looked at twice (Pothen and Fan, Computing the block triangular form of a sparse matrix, 1990). When a phase finds
nothing, the buddies it saw are closed: all their places go to parents of this class or higher, for good. Because sets
of parents that can be served together form a transversal matroid, this gives both most parents and most priority.
"""

from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, filled, numbers
from matching.solver.network import NOBODY, ZERO, Flow, Network, empty_flow, seat


class _Walk(NamedTuple):
    """`seen` in which phase, `through` whom; `free_from` is the first pair of a parent that may still lead to a free
    place, `at` the next pair to try; `stack` holds the parents on the way."""

    seen: Numbers
    through: Numbers
    free_from: Numbers
    at: Numbers
    stack: Numbers


def closing_prices(net: Network) -> Numbers:
    """For each buddy the base of the class in which it was closed, 0 for who has places left: the prices of level 1."""
    parents, buddies = len(net.base), len(net.places)
    walk = _Walk(
        seen=filled(buddies, 0),
        through=filled(buddies, NOBODY),
        free_from=filled(parents, 0),
        at=filled(parents, 0),
        stack=filled(parents + 1, 0),
    )
    order = numbers(sorted(range(parents), key=lambda i: -net.base[i]))
    closed = filled(buddies, 0)
    for parent in range(parents):
        walk.free_from[parent] = net.start[parent]
    _serve(net, empty_flow(net), walk, order, closed)
    return closed


@compiled
def _serve(net: Network, flow: Flow, walk: _Walk, order: Numbers, closed: Numbers) -> None:
    phase, begin = ZERO, ZERO
    while begin < len(order):
        worth = net.base[order[begin]]
        end = begin
        while end < len(order) and net.base[order[end]] == worth:
            end += 1
        left, before = end - begin, end - begin + 1
        while 0 < left < before:
            phase += 1
            before, left = left, _try_each(net, flow, walk, order, begin, left, closed, phase)
        if left:
            for buddy in range(len(closed)):
                if walk.seen[buddy] == phase:
                    closed[buddy] = worth
        begin = end


@compiled
def _try_each(
    net: Network, flow: Flow, walk: _Walk, order: Numbers, begin: int, count: int, closed: Numbers, phase: int
) -> int:
    """How many of these parents found nothing; they come first in `order` now."""
    left = 0
    for k in range(begin, begin + count):
        parent = order[k]
        if not _find_place(net, flow, walk, parent, closed, phase):
            order[k], order[begin + left] = order[begin + left], parent
            left += 1
    return left


@compiled
def _find_place(net: Network, flow: Flow, walk: _Walk, root: int, closed: Numbers, phase: int) -> bool:
    """Depth first; whoever is asked to move looks for a free place of their own before asking others."""
    walk.stack[0], depth = root, 1
    walk.at[root] = net.start[root]
    while depth:
        parent = walk.stack[depth - 1]
        pair, end = walk.free_from[parent], net.start[parent + 1]
        while pair < end and flow.taken[net.buddy[pair]] >= net.places[net.buddy[pair]]:
            pair += 1
        walk.free_from[parent] = pair
        if pair < end:
            _shift(net, flow, walk, root, parent, 0 + net.buddy[pair])
            return True
        pair = walk.at[parent]
        while pair < end and (closed[net.buddy[pair]] or walk.seen[net.buddy[pair]] == phase):
            pair += 1
        walk.at[parent] = pair + 1
        if pair >= end:
            depth -= 1
            continue
        buddy = net.buddy[pair]
        walk.seen[buddy], walk.through[buddy] = phase, parent
        for place in range(net.first[buddy], net.first[buddy] + flow.taken[buddy]):
            holder = flow.holder[place]
            walk.stack[depth], depth = holder, depth + 1
            walk.at[holder] = net.start[holder]
    return False


@compiled
def _shift(net: Network, flow: Flow, walk: _Walk, root: int, parent: int, buddy: int) -> None:
    """The parent takes the free place, and everybody on the way moves up into the place that comes free."""
    while True:
        before = flow.buddy_of[parent]
        seat(net, flow, parent, buddy)
        if parent == root:
            return
        buddy, parent = before, walk.through[before]
