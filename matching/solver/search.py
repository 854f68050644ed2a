"""What a search for a shortest path remembers, and how it ends."""

from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, filled
from matching.solver.network import NOBODY, Flow, Network

LENGTH, LENGTH_LOW, END_BUDDY, END_PARENT, RUN = range(5)


class Search(NamedTuple):
    """What one search knows of each buddy: how `far` it is, `through` whom and `to` where they go, `seen` and `done` in
    which run; `reached` lists the buddies that are done. `now` holds the length of the shortest way to an end, where
    that is, and the run."""

    far: Numbers
    far_low: Numbers
    through: Numbers
    to: Numbers
    seen: Numbers
    done: Numbers
    reached: Numbers
    now: Numbers


def new_search(net: Network) -> Search:
    buddies = len(net.places)
    return Search(
        far=filled(buddies, 0),
        far_low=filled(buddies, 0),
        through=filled(buddies, NOBODY),
        to=filled(buddies, NOBODY),
        seen=filled(buddies, 0),
        done=filled(buddies, 0),
        reached=filled(buddies, 0),
        now=filled(5, 0),
    )


@compiled
def less(one: int, one_low: int, other: int, other_low: int) -> bool:
    return one < other or (one == other and one_low < other_low)


@compiled
def is_positive(amount: int, low: int) -> bool:
    return amount > 0 or (amount == 0 and low > 0)


@compiled
def begin(search: Search, length: int, length_low: int, end_buddy: int, end_parent: int) -> None:
    """A new run; the first known end and how far it is."""
    search.now[LENGTH], search.now[LENGTH_LOW] = length, length_low
    search.now[END_BUDDY], search.now[END_PARENT] = end_buddy, end_parent
    search.now[RUN] += 1


@compiled
def end_at(search: Search, length: int, length_low: int, buddy: int, parent: int) -> None:
    """Remember an end that is nearer than the nearest so far."""
    if less(length, length_low, search.now[LENGTH], search.now[LENGTH_LOW]):
        search.now[LENGTH], search.now[LENGTH_LOW] = length, length_low
        search.now[END_BUDDY], search.now[END_PARENT] = buddy, parent


@compiled
def change_price(net: Network, flow: Flow, buddy: int, rise: int, low: int) -> None:
    """Another price, and as much less gain for those who are there."""
    flow.price[buddy] += rise
    flow.price_low[buddy] += low
    for place in range(net.first[buddy], net.first[buddy] + flow.taken[buddy]):
        flow.gain[flow.holder[place]] -= rise
        flow.gain_low[flow.holder[place]] -= low
