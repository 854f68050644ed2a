"""The problem and the state of its solution as rows of whole numbers.

Every amount has two parts, `high` and `low`: priority and quality in the one, the tie-break in the other. The low part
only counts where the high parts are equal, so that the three levels are one comparison and 64 bits are enough.
"""

from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, constant, filled

QUALITY_BITS = 16
TIE_PRIME = 2**31 - 1
TIE_LOW_BITS = 9
TIE_MOST = TIE_PRIME << TIE_LOW_BITS
NOBODY = constant(-1)
ZERO, ONE = constant(0), constant(1)

MOST = 2**60
"""No amount of a problem is more than this, so that four of them together fit in 64 bits."""
CLOSED = 2 * MOST
"""The price of a buddy without places: dearer than anything is worth."""


class Network(NamedTuple):
    """Who may go where. Parents and buddies are numbered from 0.

    The pairs of parent i are `start[i]` up to `start[i + 1]`: `buddy` and `quality` of each, to which `base[i]` is
    added, each buddy at most once. The places of buddy j are `first[j]` up to `first[j] + places[j]`; `cost` of each,
    which never goes down.
    `parent_key` and `buddy_key` are two numbers each for the tie-break.
    """

    start: Numbers
    buddy: Numbers
    quality: Numbers
    base: Numbers
    first: Numbers
    places: Numbers
    cost: Numbers
    parent_key: Numbers
    buddy_key: Numbers


class Flow(NamedTuple):
    """Who goes where, and the prices that prove it.

    `buddy_of` and `place_of` of each parent, `NOBODY` without one; the first `taken[j]` places of buddy j are taken,
    by the parents in `holder`. Reduced cost of a pair: gain + price - worth, never below zero, zero where matched; the
    gain of a parent is never below zero, and zero without a buddy; the price of a buddy lies between the cost of the
    last place taken and that of the next.
    """

    buddy_of: Numbers
    place_of: Numbers
    taken: Numbers
    holder: Numbers
    gain: Numbers
    gain_low: Numbers
    price: Numbers
    price_low: Numbers


def empty_flow(net: Network) -> Flow:
    """Nobody has a buddy, and nothing costs anything yet."""
    parents, buddies = len(net.base), len(net.places)
    return Flow(
        buddy_of=filled(parents, NOBODY),
        place_of=filled(parents, NOBODY),
        taken=filled(buddies, 0),
        holder=filled(len(net.cost), NOBODY),
        gain=filled(parents, 0),
        gain_low=filled(parents, 0),
        price=filled(buddies, 0),
        price_low=filled(buddies, 0),
    )


@compiled
def tie(net: Network, parent: int, buddy: int) -> int:
    """0 up to `TIE_MOST`, by the ids alone. Products of keys: swapping the buddies of two parents is never a tie."""
    high = net.parent_key[2 * parent] * net.buddy_key[2 * buddy] % TIE_PRIME
    low = net.parent_key[2 * parent + 1] * net.buddy_key[2 * buddy + 1] % TIE_PRIME
    return (high << TIE_LOW_BITS) | (low & ((1 << TIE_LOW_BITS) - 1))


@compiled
def seat(net: Network, flow: Flow, parent: int, buddy: int) -> None:
    """The parent goes to a buddy with a free place, away from where they were."""
    unseat(net, flow, parent)
    place = net.first[buddy] + flow.taken[buddy]
    flow.holder[place] = parent
    flow.taken[buddy] += 1
    flow.buddy_of[parent] = buddy
    flow.place_of[parent] = place


@compiled
def unseat(net: Network, flow: Flow, parent: int) -> None:
    """The parent has no buddy any more; whoever holds the last place of that buddy moves up."""
    buddy = flow.buddy_of[parent]
    if buddy < 0:
        return
    flow.taken[buddy] -= 1
    last = net.first[buddy] + flow.taken[buddy]
    other, place = flow.holder[last], flow.place_of[parent]
    flow.holder[place], flow.place_of[other] = other, place
    flow.holder[last] = NOBODY
    flow.buddy_of[parent] = flow.place_of[parent] = NOBODY
