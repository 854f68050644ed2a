"""Shortest paths outward, by reduced cost (Dijkstra): a parent more, or one parent less at a buddy.

Each makes one change to an optimal flow and leaves it optimal; everybody along the path goes to the next buddy.
(Successive shortest paths for a minimum-cost flow: Ahuja, Magnanti and Orlin, Network Flows, 1993, chapter 9.)
"""

import heapq

from matching.solver.compiled import compiled
from matching.solver.network import CLOSED, NOBODY, ONE, ZERO, Flow, Network, seat, tie, unseat
from matching.solver.search import (
    END_BUDDY,
    END_PARENT,
    LENGTH,
    LENGTH_LOW,
    RUN,
    Search,
    begin,
    change_price,
    end_at,
    is_positive,
    less,
)

FAR_AWAY = CLOSED


@compiled
def best_offer(net: Network, flow: Flow, parent: int) -> tuple[int, int]:
    """The most that any buddy is worth to this parent at its price, and never less than nothing."""
    most, most_low = ZERO, ZERO
    for pair in range(net.start[parent], net.start[parent + 1]):
        buddy = 0 + net.buddy[pair]
        value = net.base[parent] + net.quality[pair] - flow.price[buddy]
        if value >= most:
            value_low = tie(net, parent, buddy) - flow.price_low[buddy]
            if less(most, most_low, value, value_low):
                most, most_low = value, value_low
    return most, most_low


@compiled
def bring_in(net: Network, flow: Flow, search: Search, parent: int) -> None:
    """Find a place for a parent without one, if that is worth it."""
    flow.gain[parent], flow.gain_low[parent] = best_offer(net, flow, parent)
    begin(search, flow.gain[parent], flow.gain_low[parent], NOBODY, parent)
    heap = [(0, 0, 0)]
    heap.pop()
    _spread(net, flow, search, heap, parent, ZERO, ZERO)
    reached = _outward(net, flow, search, heap, ZERO)
    flow.gain[parent] -= search.now[LENGTH]
    flow.gain_low[parent] -= search.now[LENGTH_LOW]
    _raise_prices(net, flow, search, reached)
    if search.now[END_PARENT] != parent:
        _move(net, flow, search, parent, NOBODY)


@compiled
def relieve(net: Network, flow: Flow, search: Search, buddy: int) -> None:
    """Take one parent away from a buddy who has more than its price allows, or raise the price until it does."""
    taken = flow.taken[buddy]
    length, low = FAR_AWAY, 0
    if taken <= net.places[buddy]:
        length, low = net.cost[net.first[buddy] + taken - 1] - flow.price[buddy], -flow.price_low[buddy]
    begin(search, length, low, buddy, NOBODY)
    heap = [(0, 0, 0)]
    heap.pop()
    search.far[buddy] = search.far_low[buddy] = 0
    search.done[buddy] = search.now[RUN]
    search.reached[0] = buddy
    _ask_holders(net, flow, search, heap, buddy, ZERO, ZERO)
    reached = _outward(net, flow, search, heap, ONE)
    _raise_prices(net, flow, search, reached)
    _move(net, flow, search, NOBODY, buddy)


@compiled
def _spread(
    net: Network, flow: Flow, search: Search, heap: list[tuple[int, int, int]], parent: int, far: int, far_low: int
) -> None:
    """How far each buddy is by way of this parent."""
    far += flow.gain[parent] - net.base[parent]
    far_low += flow.gain_low[parent]
    most, run = search.now[LENGTH], search.now[RUN]
    for pair in range(net.start[parent], net.start[parent + 1]):
        buddy = 0 + net.buddy[pair]
        there = far + flow.price[buddy] - net.quality[pair]
        if there > most or search.done[buddy] == run:
            continue
        low = far_low + flow.price_low[buddy] - tie(net, parent, buddy)
        if there == most and low >= search.now[LENGTH_LOW]:
            continue
        if search.seen[buddy] != run or less(there, low, search.far[buddy], search.far_low[buddy]):
            search.seen[buddy], search.through[buddy] = run, parent
            search.far[buddy], search.far_low[buddy] = there, low
            heapq.heappush(heap, (there, low, buddy))


@compiled
def _outward(net: Network, flow: Flow, search: Search, heap: list[tuple[int, int, int]], reached: int) -> int:
    """Until the shortest way is known to end: at a free place, or at a parent who gives theirs up. How many buddies
    were reached."""
    while len(heap):
        far, low, buddy = heapq.heappop(heap)
        if not less(far, low, search.now[LENGTH], search.now[LENGTH_LOW]):
            break
        if search.done[buddy] == search.now[RUN]:
            continue
        search.done[buddy] = search.now[RUN]
        search.reached[reached] = buddy
        reached += 1
        if flow.taken[buddy] < net.places[buddy]:
            more = net.cost[net.first[buddy] + flow.taken[buddy]] - flow.price[buddy]
            more_low = -flow.price_low[buddy]
            if is_positive(-more, -more_low):
                more = more_low = 0
            end_at(search, far + more, low + more_low, buddy, NOBODY)
        _ask_holders(net, flow, search, heap, buddy, far, low)
    return reached


@compiled
def _ask_holders(
    net: Network, flow: Flow, search: Search, heap: list[tuple[int, int, int]], buddy: int, far: int, low: int
) -> None:
    for place in range(net.first[buddy], net.first[buddy] + flow.taken[buddy]):
        parent = flow.holder[place]
        end_at(search, far + flow.gain[parent], low + flow.gain_low[parent], NOBODY, parent)
        _spread(net, flow, search, heap, parent, far, low)


@compiled
def _raise_prices(net: Network, flow: Flow, search: Search, reached: int) -> None:
    for k in range(reached):
        buddy = search.reached[k]
        rise, low = search.now[LENGTH] - search.far[buddy], search.now[LENGTH_LOW] - search.far_low[buddy]
        if is_positive(rise, low):
            change_price(net, flow, buddy, rise, low)


@compiled
def _move(net: Network, flow: Flow, search: Search, root: int, root_buddy: int) -> None:
    """Everybody along the way goes to the next buddy, from the end back to the root."""
    buddy, out = search.now[END_BUDDY], search.now[END_PARENT]
    if out >= 0:
        buddy = flow.buddy_of[out]
        unseat(net, flow, out)
    while buddy != root_buddy:
        parent = search.through[buddy]
        before = flow.buddy_of[parent]
        seat(net, flow, parent, buddy)
        if parent == root:
            return
        buddy = before
