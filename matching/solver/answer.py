"""From rows to the one best answer with its proof, and what it comes to on each level."""

from typing import NamedTuple

from matching.solver.compiled import Numbers, numbers
from matching.solver.levels import levels
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
    parents, buddies = numbers(range(len(net.base))), numbers(range(len(net.places)))
    return Answer(flow.buddy_of, *levels(net, flow, priority, parents, buddies), proof.primal, proof.dual)
