"""The best answer found in other ways than ours: by trying everything, and by the solvers of others."""

from collections.abc import Mapping
from importlib import import_module
from random import Random

import networkx as nx

from matching.assign import rows_of
from matching.problem import Buddy, Parent, Problem
from matching.solver.network import tie
from matching.solver.rows import network


def middling(seed: int, parents: int = 120, buddies: int = 40, coarse: int = 1) -> Problem:
    """A problem too large to try everything; `coarse` rounds quality, so that much is equal."""
    random = Random(seed)
    who = tuple(Parent(f"p{n}", random.randint(1, random.choice((1, 3, 30)))) for n in range(parents))
    offers = tuple(Buddy(f"b{n}", random.randint(1, 4), random.randint(0, 1)) for n in range(buddies))
    quality = {
        (one.id, other.id): random.randint(0, 1000) // coarse * coarse
        for one in who
        for other in random.sample(offers, random.randint(0, 9))
    }
    return Problem(who, offers, quality, random.choice((0, 100, 1000)))


def crowded(seed: int, coarse: int, priorities: int, parents: int = 60, buddies: int = 12) -> Problem:
    """Everybody fits everybody, with fewer places than parents."""
    random = Random(seed)
    who = tuple(Parent(f"p{n}", random.randint(1, priorities)) for n in range(parents))
    offers = tuple(Buddy(f"b{n}", random.randint(1, 4)) for n in range(buddies))
    quality = {(one.id, other.id): random.randint(0, 1000) // coarse * coarse for one in who for other in offers}
    return Problem(who, offers, quality)


def _worths(given: Problem) -> dict[tuple[str, str], int]:
    big = 1 + len(given.parents) * (1000 + given.load_weight)
    return {pair: given.priority[pair[0]] * big + quality for pair, quality in given.quality.items()}


def by_networkx(given: Problem) -> dict[str, str]:
    """A minimum-cost flow by the network simplex of networkx."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("end", demand=len(given.parents))
    for parent in given.parents:
        graph.add_node(f"parent {parent.id}", demand=-1)
        graph.add_edge(f"parent {parent.id}", "end", capacity=1, weight=0)
    for buddy in given.buddies:
        for k in range(1, buddy.free + 1):
            place = f"place {buddy.id} {k}"
            graph.add_edge(f"buddy {buddy.id}", place, capacity=1, weight=given.step(buddy, k))
            graph.add_edge(place, "end", capacity=1, weight=0)
    for (one, other), worth in _worths(given).items():
        graph.add_edge(f"parent {one}", f"buddy {other}", capacity=1, weight=-worth)
    _cost, flow = nx.network_simplex(graph)
    return {one: other for one, other in given.quality if flow[f"parent {one}"][f"buddy {other}"]}


def by_ortools(given: Problem) -> dict[str, str]:
    """A minimum-cost flow by OR-tools, where that is installed; raises ImportError."""
    flow = import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    parent = {one.id: n for n, one in enumerate(given.parents)}
    buddy = {one.id: len(parent) + n for n, one in enumerate(given.buddies)}
    end = len(parent) + len(buddy)
    for number in parent.values():
        flow.set_node_supply(number, 1)
        flow.add_arc_with_capacity_and_unit_cost(number, end, 1, 0)
    flow.set_node_supply(end, -len(parent))
    for one in given.buddies:
        for k in range(1, min(one.free, len(parent)) + 1):
            flow.add_arc_with_capacity_and_unit_cost(buddy[one.id], end, 1, given.step(one, k))
    arcs = {
        pair: flow.add_arc_with_capacity_and_unit_cost(parent[pair[0]], buddy[pair[1]], 1, -worth)
        for pair, worth in _worths(given).items()
    }
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("no optimum")
    return {pair[0]: pair[1] for pair, arc in arcs.items() if flow.flow(arc)}


def tied(given: Problem, buddy_of: Mapping[str, str]) -> int:
    """The last level: what the ids alone make of it."""
    rows = rows_of(given)
    net = network(rows)
    parent, buddy = rows.parent_ids.index, rows.buddy_ids.index
    return sum(int(tie(net, parent(one), buddy(other))) for one, other in buddy_of.items())
