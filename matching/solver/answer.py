"""From rows to the one best answer with its proof, and what it comes to on each level."""

from typing import NamedTuple

from matching.solver.compiled import Numbers, compiled, filled
from matching.solver.network import Flow, Network
from matching.solver.proof import NotProven, prove
from matching.solver.rows import Rows, network
from matching.solver.solving import solve


class Answer(NamedTuple):
    """`buddy_of` has for each parent the number of the buddy, -1 for who gets nobody; `primal` equals `dual`."""

    buddy_of: Numbers
    served: int
    priority: int
    quality: int
    load_cost: int
    primal: int
    dual: int


def best(rows: Rows) -> Answer:
    """The one best answer, the same on every machine.

    Raises `NotProven`, and `TooLarge` or ValueError for rows that can't be used.
    """
    net = network(rows)
    return proven(net, solve(net), rows.priority)


def proven(net: Network, flow: Flow, priority: Numbers) -> Answer:
    """The answer in this flow; raises `NotProven` when a better one may exist."""
    proof = prove(net, flow)
    if not proof.holds:
        raise NotProven(f"primal {proof.primal}, dual {proof.dual}")
    sums = filled(4, 0)
    _add_up(net, flow, priority, sums)
    served, total, quality, cost = (int(one) for one in sums)
    return Answer(flow.buddy_of, served, total, quality, cost, proof.primal, proof.dual)


@compiled
def _add_up(net: Network, flow: Flow, priority: Numbers, sums: Numbers) -> None:
    """Fills `sums` with the number of parents served, their priorities, their quality and the cost of the load."""
    for parent in range(len(net.base)):
        mine = flow.buddy_of[parent]
        if mine >= 0:
            sums[0] += 1
            sums[1] += priority[parent]
            for pair in range(net.start[parent], net.start[parent + 1]):
                if net.buddy[pair] == mine:
                    sums[2] += net.quality[pair]
    for buddy in range(len(net.places)):
        for place in range(net.first[buddy], net.first[buddy] + flow.taken[buddy]):
            sums[3] += net.cost[place]
