"""One change at a time to the best flow, which leaves it the best: a few short searches instead of a solution.

Everything given in `Into` and `Search` belongs to the network and is used again by the next step.
"""

from matching.solver.compiled import compiled
from matching.solver.inward import Into, add_pairs, fill, remove_pair
from matching.solver.network import CLOSED, MOST, Flow, Network, unseat
from matching.solver.outward import bring_in, relieve
from matching.solver.search import Search, is_positive
from matching.solver.solving import is_spare

ABSENT = -MOST
"""The base of a parent who takes no part: nothing is worth anything to them."""


@compiled
def arrive(net: Network, flow: Flow, into: Into, search: Search, parent: int) -> None:
    """A parent whose pairs stand in the network by now takes part."""
    add_pairs(net, into, parent)
    bring_in(net, flow, search, parent)


@compiled
def leave(net: Network, flow: Flow, into: Into, search: Search, parent: int) -> None:
    """The parent takes no part any more."""
    buddy = flow.buddy_of[parent]
    unseat(net, flow, parent)
    net.base[parent] = ABSENT
    flow.gain[parent] = flow.gain_low[parent] = 0
    if buddy >= 0:
        _fill_up(net, flow, into, search, buddy)


@compiled
def part(net: Network, flow: Flow, into: Into, search: Search, parent: int, pair: int, nowhere: int) -> None:
    """This pair is not allowed any more; `nowhere` is a buddy without places."""
    buddy = 0 + net.buddy[pair]
    remove_pair(net, into, pair)
    net.buddy[pair] = nowhere
    if flow.buddy_of[parent] == buddy:
        unseat(net, flow, parent)
        bring_in(net, flow, search, parent)
        _fill_up(net, flow, into, search, buddy)


@compiled
def settle(net: Network, flow: Flow, into: Into, search: Search, buddy: int) -> None:
    """The places of this buddy, or what they cost, are others than before."""
    while flow.taken[buddy] and _has_too_many(net, flow, buddy):
        relieve(net, flow, search, buddy)
    if net.places[buddy]:
        _fill_up(net, flow, into, search, buddy)
    else:
        flow.price[buddy], flow.price_low[buddy] = CLOSED, 0


@compiled
def _has_too_many(net: Network, flow: Flow, buddy: int) -> bool:
    taken = flow.taken[buddy]
    last = net.cost[net.first[buddy] + taken - 1]
    return taken > net.places[buddy] or is_positive(last - flow.price[buddy], -flow.price_low[buddy])


@compiled
def _fill_up(net: Network, flow: Flow, into: Into, search: Search, buddy: int) -> None:
    while is_spare(net, flow, buddy):
        fill(net, flow, into, search, buddy)


@compiled
def pair_of(net: Network, parent: int, buddy: int) -> int:
    """The pair of these two, -1 when it is not allowed."""
    for pair in range(net.start[parent], net.start[parent + 1]):
        if net.buddy[pair] == buddy:
            return pair
    return -1
