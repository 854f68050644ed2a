"""The whole solution, step by step, and its proof.

1. Level 1 gives the price level of every buddy (`serving`).
2. An auction gives prices that are nearly right (`auction`).
3. Whoever is not exactly where they should be gets up again. Each of them finds a place along a shortest path
   (`outward`); then each place that is too dear gets a parent (`inward`). First with the pairs that matter at these
   prices (`near`), then with all: little is left to do then.
4. The proof is reckoned anew from the result alone, so that no step before it needs to be trusted.
"""

from matching.solver.auction import bid_for_places
from matching.solver.compiled import compiled
from matching.solver.inward import Into, by_buddy, fill
from matching.solver.near import near
from matching.solver.network import ZERO, Flow, Network, empty_flow, tie, unseat
from matching.solver.outward import best_offer, bring_in
from matching.solver.search import Search, is_positive, new_search
from matching.solver.serving import closing_prices


def solve(net: Network) -> Flow:
    """An optimal flow; `proof.prove` says so independently."""
    flow = empty_flow(net)
    bid_for_places(net, flow, closing_prices(net))
    search = new_search(net)
    _settle(near(net, flow), flow, search)
    _settle(net, flow, search)
    return flow


def _settle(net: Network, flow: Flow, search: Search) -> None:
    """From any prices to those that are best for this network, and everybody to where they should be."""
    _get_up(net, flow)
    _bring_all_in(net, flow, search)
    if _has_spare_places(net, flow):
        fill_all(net, flow, by_buddy(net), search)


@compiled
def _get_up(net: Network, flow: Flow) -> None:
    """Exact gains at these prices; who is not with one of the best buddies for them has none for now."""
    for parent in range(len(net.base)):
        flow.gain[parent], flow.gain_low[parent] = best_offer(net, flow, parent)
        buddy = flow.buddy_of[parent]
        if buddy >= 0 and not _is_best(net, flow, parent, buddy):
            unseat(net, flow, parent)


@compiled
def _is_best(net: Network, flow: Flow, parent: int, buddy: int) -> bool:
    for pair in range(net.start[parent], net.start[parent + 1]):
        if net.buddy[pair] == buddy:
            value = net.base[parent] + net.quality[pair] - flow.price[buddy]
            low = tie(net, parent, buddy) - flow.price_low[buddy]
            return value == flow.gain[parent] and low == flow.gain_low[parent]
    return False


@compiled
def _bring_all_in(net: Network, flow: Flow, search: Search) -> None:
    for parent in range(len(net.base)):
        if flow.buddy_of[parent] < 0 and is_positive(flow.gain[parent], flow.gain_low[parent]):
            bring_in(net, flow, search, parent)


@compiled
def is_spare(net: Network, flow: Flow, buddy: int) -> bool:
    """Whether the next place costs less than the price says: then somebody may be missing there."""
    if flow.taken[buddy] >= net.places[buddy]:
        return False
    return is_positive(flow.price[buddy] - net.cost[net.first[buddy] + flow.taken[buddy]], flow.price_low[buddy])


@compiled
def _has_spare_places(net: Network, flow: Flow) -> bool:
    buddy = ZERO
    while buddy < len(net.places) and not is_spare(net, flow, buddy):
        buddy += 1
    return buddy < len(net.places)


@compiled
def fill_all(net: Network, flow: Flow, into: Into, search: Search) -> None:
    for buddy in range(len(net.places)):
        while is_spare(net, flow, buddy):
            fill(net, flow, into, search, buddy)
