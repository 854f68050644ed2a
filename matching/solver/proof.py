"""The proof that a flow is the best there is: an upper bound for every flow, reached by this one.

For any prices and gains with gain + price >= worth for every pair and gains not below zero, no flow is worth more than
the gains together plus, for each buddy, the most that any number of places yields at that price (linear-programming
duality). What the flow is worth and that bound are reckoned here from the flow and the network alone. Sums are kept in
two halves, so that they can't overflow however many terms there are.
"""

from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, constant, filled
from matching.solver.network import CLOSED, MOST, Flow, Network, tie
from matching.solver.search import is_positive

HALF_BITS = 31
LOW_BITS = 80  # more than all low parts together
WORTH, WORTH_LOW, BOUND, BOUND_LOW = (constant(at) for at in (0, 2, 4, 6))


class NotProven(Exception):
    """The answer of the solver could not be proven best; it is not given to anybody."""


class Proof(NamedTuple):
    """What the flow is worth, and what no flow can be worth more than, each as one number."""

    primal: int
    dual: int
    is_feasible: bool

    @property
    def holds(self) -> bool:
        return self.is_feasible and self.primal == self.dual


def prove(net: Network, flow: Flow) -> Proof:
    sums = filled(8, 0)
    is_feasible = bool(_check(net, flow, sums))
    worth, worth_low, bound, bound_low = (
        (int(sums[at]) << HALF_BITS) + int(sums[at + 1]) for at in (WORTH, WORTH_LOW, BOUND, BOUND_LOW)
    )
    return Proof((worth << LOW_BITS) + worth_low, (bound << LOW_BITS) + bound_low, is_feasible)


@compiled
def _check(net: Network, flow: Flow, sums: Numbers) -> bool:
    """Fills `sums`; whether every bound holds and everybody stands where it says, nobody twice."""
    is_feasible, seated, held = True, 0, 0
    for parent in range(len(net.base)):
        is_feasible = _check_parent(net, flow, parent, sums) and is_feasible
        if flow.buddy_of[parent] >= 0:
            seated += 1
    for buddy in range(len(net.places)):
        is_feasible = _check_buddy(net, flow, buddy, sums) and is_feasible
        held += flow.taken[buddy]
    return is_feasible and seated == held


@compiled
def _add(sums: Numbers, at: int, amount: int) -> None:
    sums[at] += amount >> HALF_BITS
    sums[at + 1] += amount & ((1 << HALF_BITS) - 1)


@compiled
def _check_buddy(net: Network, flow: Flow, buddy: int, sums: Numbers) -> bool:
    taken, price, low = flow.taken[buddy], flow.price[buddy], flow.price_low[buddy]
    if not 0 <= taken <= net.places[buddy]:
        return False
    is_feasible = -CLOSED <= price <= CLOSED and -MOST <= low <= MOST
    for place in range(net.first[buddy], net.first[buddy] + taken):
        parent = flow.holder[place]
        is_feasible = is_feasible and 0 <= parent < len(net.base)
        is_feasible = is_feasible and flow.buddy_of[parent] == buddy and flow.place_of[parent] == place
        _add(sums, WORTH, -net.cost[place])
    for place in range(net.first[buddy], net.first[buddy] + net.places[buddy]):
        if is_positive(price - net.cost[place], low):
            _add(sums, BOUND, price - net.cost[place])
            _add(sums, BOUND_LOW, low)
    return is_feasible


@compiled
def _check_parent(net: Network, flow: Flow, parent: int, sums: Numbers) -> bool:
    gain, low, mine = flow.gain[parent], flow.gain_low[parent], flow.buddy_of[parent]
    is_feasible, found = not is_positive(-gain, -low) and gain <= CLOSED and -MOST <= low <= MOST, mine < 0
    _add(sums, BOUND, gain)
    _add(sums, BOUND_LOW, low)
    for pair in range(net.start[parent], net.start[parent + 1]):
        buddy = 0 + net.buddy[pair]
        slack = gain + flow.price[buddy] - net.base[parent] - net.quality[pair]
        if slack <= 0 or buddy == mine:
            tied = tie(net, parent, buddy)
            is_feasible = not is_positive(-slack, tied - low - flow.price_low[buddy]) and is_feasible
            if buddy == mine:
                found = True
                _add(sums, WORTH, net.base[parent] + net.quality[pair])
                _add(sums, WORTH_LOW, tied)
    return is_feasible and found
