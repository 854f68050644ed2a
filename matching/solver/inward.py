"""Shortest paths inward, by reduced cost (Dijkstra): a buddy with a place that costs less than its price gets a parent.

The mirror image of `outward`: it asks who would come to this buddy, and who would then take the place they leave.
"""

import heapq
from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, filled
from matching.solver.network import NOBODY, Flow, Network, seat, tie, unseat
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


class Into(NamedTuple):
    """The pairs by buddy: those of buddy j are `start[j]` up to `start[j + 1]`; `parent` and `pair` of each.

    Pairs that came later are a chain for each buddy: `head[j]` is the first, `after` the next, both counted from the
    end of the others, -1 when there is none; `whose` is their parent. A pair that is gone has nobody as its parent.
    """

    start: Numbers
    parent: Numbers
    pair: Numbers
    head: Numbers
    after: Numbers
    whose: Numbers


def by_buddy(net: Network) -> Into:
    """The pairs so far ordered by buddy (a counting sort), with room for those that still fit in the network."""
    pairs, buddies = int(net.start[len(net.start) - 1]), len(net.places)
    into = Into(
        start=filled(buddies + 1, 0),
        parent=filled(pairs, NOBODY, bits=32),
        pair=filled(pairs, -1, bits=32),
        head=filled(buddies, -1),
        after=filled(len(net.buddy) - pairs, -1, bits=32),
        whose=filled(len(net.buddy) - pairs, NOBODY, bits=32),
    )
    _turn(net, into)
    return into


@compiled
def _turn(net: Network, into: Into) -> None:
    for k in range(len(into.pair)):
        into.start[net.buddy[k]] += 1
    total = 0
    for buddy in range(len(into.start)):
        total += into.start[buddy]
        into.start[buddy] = total
    for parent in range(len(net.base) - 1, -1, -1):
        for pair in range(net.start[parent + 1] - 1, net.start[parent] - 1, -1):
            buddy = net.buddy[pair]
            into.start[buddy] -= 1
            into.parent[into.start[buddy]] = parent
            into.pair[into.start[buddy]] = pair


@compiled
def add_pairs(net: Network, into: Into, parent: int) -> None:
    """The pairs of a parent who came later."""
    for pair in range(net.start[parent], net.start[parent + 1]):
        buddy, k = net.buddy[pair], pair - len(into.pair)
        into.whose[k], into.after[k], into.head[buddy] = parent, into.head[buddy], k


@compiled
def remove_pair(net: Network, into: Into, pair: int) -> None:
    if pair >= len(into.pair):
        into.whose[pair - len(into.pair)] = NOBODY
        return
    k = into.start[net.buddy[pair]]
    while into.pair[k] != pair:
        k += 1
    into.parent[k] = NOBODY


@compiled
def fill(net: Network, flow: Flow, into: Into, search: Search, buddy: int) -> None:
    """Find a parent for this buddy's next place, or lower the price to what that place costs."""
    spare = flow.price[buddy] - net.cost[net.first[buddy] + flow.taken[buddy]]
    begin(search, spare, flow.price_low[buddy], buddy, NOBODY)
    heap = [(0, 0, buddy)]
    search.seen[buddy] = search.now[RUN]
    search.far[buddy] = search.far_low[buddy] = 0
    reached = 0
    while len(heap):
        far, low, one = heapq.heappop(heap)
        if not less(far, low, search.now[LENGTH], search.now[LENGTH_LOW]):
            break
        if search.done[one] == search.now[RUN]:
            continue
        search.done[one] = search.now[RUN]
        search.reached[reached] = one
        reached += 1
        if one != buddy:
            loss = flow.price[one] - net.cost[net.first[one] + flow.taken[one] - 1]
            end_at(search, far + loss, low + flow.price_low[one], one, NOBODY)
        _gather(net, flow, into, search, heap, one, far, low)
    _lower_prices(net, flow, search, reached)
    _move(net, flow, search, buddy)


@compiled
def _gather(
    net: Network,
    flow: Flow,
    into: Into,
    search: Search,
    heap: list[tuple[int, int, int]],
    buddy: int,
    far: int,
    low: int,
) -> None:
    """How far the places are that would come free when their parent comes to this buddy."""
    far += flow.price[buddy]
    low += flow.price_low[buddy]
    for k in range(into.start[buddy], into.start[buddy + 1]):
        parent = 0 + into.parent[k]
        if parent >= 0:
            there = far + flow.gain[parent] - net.base[parent] - net.quality[into.pair[k]]
            if there <= search.now[LENGTH]:
                _ask(net, flow, search, heap, parent, buddy, there, low)
    k = into.head[buddy]
    while k >= 0:
        parent = 0 + into.whose[k]
        if parent >= 0:
            there = far + flow.gain[parent] - net.base[parent] - net.quality[k + len(into.pair)]
            if there <= search.now[LENGTH]:
                _ask(net, flow, search, heap, parent, buddy, there, low)
        k = 0 + into.after[k]


@compiled
def _ask(
    net: Network,
    flow: Flow,
    search: Search,
    heap: list[tuple[int, int, int]],
    parent: int,
    buddy: int,
    far: int,
    low: int,
) -> None:
    """This parent may come to this buddy, and then their place comes free."""
    low += flow.gain_low[parent] - tie(net, parent, buddy)
    other, run = flow.buddy_of[parent], search.now[RUN]
    if other < 0:
        end_at(search, far, low, buddy, parent)
    elif search.done[other] != run and (
        search.seen[other] != run or less(far, low, search.far[other], search.far_low[other])
    ):
        search.seen[other], search.through[other], search.to[other] = run, parent, buddy
        search.far[other], search.far_low[other] = far, low
        heapq.heappush(heap, (far, low, other))


@compiled
def _lower_prices(net: Network, flow: Flow, search: Search, reached: int) -> None:
    for k in range(reached):
        buddy = search.reached[k]
        fall, low = search.now[LENGTH] - search.far[buddy], search.now[LENGTH_LOW] - search.far_low[buddy]
        if is_positive(fall, low):
            change_price(net, flow, buddy, -fall, -low)


@compiled
def _move(net: Network, flow: Flow, search: Search, root: int) -> None:
    """Everybody along the way comes one buddy nearer to the root; all get up before anybody sits down."""
    end, newcomer = search.now[END_BUDDY], search.now[END_PARENT]
    buddy = end
    while buddy != root:
        unseat(net, flow, search.through[buddy])
        buddy = search.to[buddy]
    if newcomer >= 0:
        seat(net, flow, newcomer, end)
    while end != root:
        parent, end = search.through[end], search.to[end]
        seat(net, flow, parent, end)
