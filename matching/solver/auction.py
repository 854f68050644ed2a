"""Prices that are nearly right, by an auction: a start for the exact search that saves most of its work.

Each parent without a buddy bids for the best one, so much that the second best is as good but for `STEP` points
(Bertsekas, The auction algorithm: a distributed relaxation method for the assignment problem, 1988; places of one
buddy are similar objects, as in Bertsekas and Castanon, 1989). It only looks at the high part of the amounts.
"""

from matching.solver.compiled import Numbers, compiled, filled
from matching.solver.network import CLOSED, NOBODY, Flow, Network, seat, unseat

STEP = 16


def bid_for_places(net: Network, flow: Flow, least: Numbers) -> None:
    """Fill an empty flow; no price is below `least`. What comes out is feasible, not yet best."""
    _hold(net, flow, least, filled(len(net.base), 0))


@compiled
def _hold(net: Network, flow: Flow, least: Numbers, bids: Numbers) -> None:
    for buddy in range(len(net.places)):
        flow.price[buddy] = _price(net, flow, least, bids, buddy) if net.places[buddy] else CLOSED
    for parent in range(len(net.base)):
        while parent >= 0:
            pair, margin = _best(net, flow, parent)
            if pair < 0:
                break
            buddy, loser = 0 + net.buddy[pair], NOBODY
            bid = flow.price[buddy] + margin + STEP
            if flow.taken[buddy] == net.places[buddy]:
                loser = _lowest(net, flow, bids, buddy)
                unseat(net, flow, loser)
            seat(net, flow, parent, buddy)
            bids[parent] = bid
            flow.price[buddy] = _price(net, flow, least, bids, buddy)
            parent = loser


@compiled
def _best(net: Network, flow: Flow, parent: int) -> tuple[int, int]:
    """The best pair of this parent and how much better it is than the next, or than staying without."""
    best, first, second = -1, 0, 0
    for pair in range(net.start[parent], net.start[parent + 1]):
        value = net.base[parent] + net.quality[pair] - flow.price[net.buddy[pair]]
        if value > second:
            if value > first:
                best, first, second = pair, value, first
            else:
                second = value
    return best, first - second


@compiled
def _lowest(net: Network, flow: Flow, bids: Numbers, buddy: int) -> int:
    lowest = flow.holder[net.first[buddy]]
    for place in range(net.first[buddy] + 1, net.first[buddy] + flow.taken[buddy]):
        if bids[flow.holder[place]] < bids[lowest]:
            lowest = flow.holder[place]
    return lowest


@compiled
def _price(net: Network, flow: Flow, least: Numbers, bids: Numbers, buddy: int) -> int:
    """What a place costs now: the lowest bid when all are taken, and never less than the next or the last one costs."""
    full = flow.taken[buddy] == net.places[buddy]
    cost = net.cost[net.first[buddy] + flow.taken[buddy] - full]
    return max(cost, bids[_lowest(net, flow, bids, buddy)] if full else least[buddy])
