"""What a flow, or part of it, comes to on each level, and in whom two flows differ."""

from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, filled, numbers
from matching.solver.network import NOBODY, Flow, Network


class Levels(NamedTuple):
    """Parents served, the sum of their priorities, the sum of the quality of their pairs, and what the load costs."""

    served: int
    priority: int
    quality: int
    load_cost: int


def levels(net: Network, flow: Flow, priority: Numbers, parents: Numbers, buddies: Numbers) -> Levels:
    """Of these parents, and of the load of these buddies."""
    sums = filled(4, 0)
    _add_parents(net, flow, priority, parents, sums)
    _add_buddies(net, flow, buddies, sums)
    return Levels(*(int(one) for one in sums))


def differing(one: Flow, other: Flow) -> Numbers:
    """The parents whose buddy is not the same in both."""
    found = filled(len(one.buddy_of), 0)
    count = _find_differing(one.buddy_of, other.buddy_of, found)
    return numbers([found[at] for at in range(count)])


@compiled
def _add_parents(net: Network, flow: Flow, priority: Numbers, parents: Numbers, sums: Numbers) -> None:
    for parent in parents:
        mine = flow.buddy_of[parent]
        if mine != NOBODY:
            sums[0] += 1
            sums[1] += priority[parent]
            for pair in range(net.start[parent], net.start[parent + 1]):
                if net.buddy[pair] == mine:
                    sums[2] += net.quality[pair]


@compiled
def _add_buddies(net: Network, flow: Flow, buddies: Numbers, sums: Numbers) -> None:
    for buddy in buddies:
        for place in range(net.first[buddy], net.first[buddy] + flow.taken[buddy]):
            sums[3] += net.cost[place]


@compiled
def _find_differing(one: Numbers, other: Numbers, found: Numbers) -> int:
    count = 0
    for parent in range(len(one)):
        if one[parent] != other[parent]:
            found[count] = parent
            count += 1
    return count
