"""The same problem with another solver: `python -m benchmarks.matching_peers NAME PARENTS BUDDIES REGIONS [DIR]`.

Writes JSON: milliseconds, memory, and what the answer is worth on the first two levels as one number. The candidates
are given. DIR holds installed peers; it is searched last, because one of them calls itself `matching`.
"""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from benchmarks.country import invent
from benchmarks.matching_whole import Watch, megabytes, rows
from matching.candidates.finding import candidates
from matching.solver.rows import Rows

SINK = "sink"
Pair = tuple[str, str, int]


def step(problem: Rows) -> int:
    """What one step of priority is worth: more than all that quality and load can differ."""
    return 1 + 2 * len(problem.parent_ids) * (1000 + problem.load_weight)


def pairs(problem: Rows) -> Iterator[Pair]:
    """Parent, buddy, and what the pair is worth."""
    high = step(problem)
    for at, parent in enumerate(problem.parent_ids):
        for pair in range(problem.start[at], problem.start[at + 1]):
            worth = int(problem.priority[at]) * high + int(problem.quality[pair])
            yield parent, problem.buddy_ids[problem.buddy[pair]], worth


def places(problem: Rows) -> dict[str, list[tuple[str, int]]]:
    """For each buddy the free places, each with its cost."""
    found = {}
    for at, buddy in enumerate(problem.buddy_ids):
        load, capacity = int(problem.load[at]), int(problem.capacity[at])
        costs = [problem.load_weight * (load + k) // capacity for k in range(1, capacity - load + 1)]
        found[buddy] = [(f"{buddy}/{k}", cost) for k, cost in enumerate(costs)]
    return found


def to_places(problem: Rows) -> Iterator[Pair]:
    """As `pairs`, to every single place."""
    own = places(problem)
    for parent, buddy, worth in pairs(problem):
        yield from ((parent, place, worth - cost) for place, cost in own[buddy])


def network_simplex(problem: Rows, watch: Watch) -> int:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(SINK, demand=len(problem.parent_ids))
    for parent in problem.parent_ids:
        graph.add_node(parent, demand=-1)
        graph.add_edge(parent, SINK, capacity=1, weight=0)
    graph.add_edges_from((one, other, {"capacity": 1, "weight": -worth}) for one, other, worth in pairs(problem))
    for buddy, own in places(problem).items():
        for place, cost in own:
            graph.add_edge(buddy, place, capacity=1, weight=cost)
            graph.add_edge(place, SINK, capacity=1, weight=0)
    cost, _flow = watch.timed("solve", lambda: nx.network_simplex(graph))
    return -int(cost)


def max_weight_matching(problem: Rows, watch: Watch) -> int:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(to_places(problem))
    found = watch.timed("solve", lambda: nx.max_weight_matching(graph))
    return sum(int(graph.edges[pair]["weight"]) for pair in found)


def minimum_weight_full_matching(problem: Rows, watch: Watch) -> int:
    """Everybody may also stay without: a place of their own that costs nothing."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from((parent, place, -worth) for parent, place, worth in to_places(problem))
    graph.add_weighted_edges_from((parent, f"{parent} waits", 0) for parent in problem.parent_ids)
    found: dict[str, str] = watch.timed(
        "solve", lambda: nx.bipartite.minimum_weight_full_matching(graph, problem.parent_ids)
    )
    return -sum(int(graph.edges[parent, found[parent]]["weight"]) for parent in problem.parent_ids)


def mentor_match(problem: Rows, folder: str) -> dict[str, Any]:
    given = {
        "parents": list(problem.parent_ids),
        "places": [place for own in places(problem).values() for place, _cost in own],
        "worth": list(to_places(problem)),
    }
    script = Path(__file__).with_name("matching_mentor_match.py")
    command = [sys.executable, "-I", "-S", str(script), folder]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


SOLVERS: dict[str, Callable[[Rows, Watch], int]] = {
    "network_simplex": network_simplex,
    "max_weight_matching": max_weight_matching,
    "minimum_weight_full_matching": minimum_weight_full_matching,
}


def main() -> None:
    name, parents, buddies, regions, *folder = sys.argv[1:]
    sys.path += folder
    country = invent(int(parents), int(buddies), int(regions))
    problem, watch = rows(country, candidates(country.columns, {})), Watch()
    if name == "mentor-match":
        told = mentor_match(problem, folder[0])
    else:
        before = megabytes()
        worth = SOLVERS[name](problem, watch)
        told = {"took": watch.medians("solve"), "peak_mb": megabytes() - before, "worth": worth}
    print(json.dumps(told))


def installed(name: str, folder: str | None) -> bool:
    """Whether this peer can take part."""
    needs = {"mentor-match": "mentor_match-*.dist-info", "minimum_weight_full_matching": "scipy"}.get(name)
    return not needs or bool(folder and any(Path(folder).glob(needs))) or _is_ours(needs)


def _is_ours(package: str) -> bool:
    return package.isidentifier() and importlib.util.find_spec(package) is not None


if __name__ == "__main__":
    main()
