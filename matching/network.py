"""Who is tied to whom, as a graph that people look at: parents, what they ask about, buddies, and where they are.

The graph knows no names: a node is a kind and a key. What it answers is what a coordinator would ask of the drawing:
what hangs on one buddy, who holds things together, what stands apart.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import networkx as nx

SWEEPS = 12


class Kind(StrEnum):
    PARENT = "parent"
    TOPIC = "topic"
    PLACE = "place"
    BUDDY = "buddy"


class Tie(StrEnum):
    """A parent asks about a topic, a buddy lived through it, both live in a place; a pair is proposed or matched."""

    ASKS = "asks"
    LIVED_THROUGH = "lived_through"
    LIVES = "lives"
    PROPOSED = "proposed"
    MATCHED = "matched"


@dataclass(frozen=True, order=True)
class Node:
    kind: Kind
    key: str


@dataclass(frozen=True)
class Person:
    """A parent with what they ask about, or a buddy with what they lived through."""

    id: int
    topics: frozenset[str]
    municipality: str


Spots = Mapping[Node, tuple[float, float]]


def network(
    parents: Iterable[Person], buddies: Iterable[Person], pairs: Iterable[tuple[int, int, Tie]] = ()
) -> "nx.Graph[Node]":
    """Everybody with their topics and municipality; `pairs` are (parent, buddy, proposed or matched).

    Each edge says which `tie` it is. The order of the rows changes nothing; a pair with somebody unknown is left out.
    """
    graph: nx.Graph[Node] = nx.Graph()
    _add(graph, Kind.PARENT, parents, Tie.ASKS)
    _add(graph, Kind.BUDDY, buddies, Tie.LIVED_THROUGH)
    for parent_id, buddy_id, tie in sorted(pairs):
        parent, buddy = Node(Kind.PARENT, str(parent_id)), Node(Kind.BUDDY, str(buddy_id))
        if parent in graph and buddy in graph:
            graph.add_edge(parent, buddy, tie=tie)
    return graph


def _add(graph: "nx.Graph[Node]", kind: Kind, people: Iterable[Person], tie: Tie) -> None:
    for one in sorted(people, key=lambda one: one.id):
        node = Node(kind, str(one.id))
        graph.add_node(node)
        graph.add_edges_from((node, Node(Kind.TOPIC, code), {"tie": tie}) for code in sorted(one.topics))
        graph.add_edge(node, Node(Kind.PLACE, one.municipality), tie=Tie.LIVES)


def islands(graph: "nx.Graph[Node]") -> tuple[frozenset[Node], ...]:
    """The parts that nothing ties to each other, the largest first."""
    parts = [frozenset(part) for part in nx.connected_components(graph)]
    return tuple(sorted(parts, key=lambda part: (-len(part), min(part))))


def bridges(graph: "nx.Graph[Node]") -> frozenset[tuple[Node, Node]]:
    """The ties without which the network falls apart further; the lesser node of each comes first."""
    pairs: Iterable[Any] = nx.bridges(graph)
    return frozenset((min(pair), max(pair)) for pair in pairs)


def hangs_on_one(graph: "nx.Graph[Node]", available: Collection[int], kind: Kind = Kind.TOPIC) -> dict[str, int]:
    """The topics (or places) that one available buddy alone serves, each with that buddy.

    In the network of the available buddies alone such a topic is a leaf: its only tie is a bridge.
    """
    served = _serving(graph, available, kind)
    return {
        node.key: int(next(iter(served[node])).key)
        for node in sorted(served)
        if node.kind is kind and served.degree[node] == 1
    }


def linchpins(
    graph: "nx.Graph[Node]", available: Collection[int], kind: Kind = Kind.TOPIC
) -> dict[int, tuple[str, ...]]:
    """The available buddies without whom a topic (or place) has nobody, each with all of those, most first.

    They are among the articulation points of the network of available buddies; a buddy who is one only because they
    tie two groups of topics to each other takes nothing away from parents, and is left out.
    """
    alone: dict[int, list[str]] = {}
    for key, buddy_id in hangs_on_one(graph, available, kind).items():
        alone.setdefault(buddy_id, []).append(key)
    most_first = sorted(alone, key=lambda buddy_id: (-len(alone[buddy_id]), buddy_id))
    return {buddy_id: tuple(alone[buddy_id]) for buddy_id in most_first}


def served_by_nobody(graph: "nx.Graph[Node]", available: Collection[int], kind: Kind = Kind.TOPIC) -> tuple[str, ...]:
    """The topics (or places) that a parent asks about and no available buddy has."""
    served = _serving(graph, available, kind)
    asked = sorted(node for node in graph if node.kind is kind and any(n.kind is Kind.PARENT for n in graph[node]))
    return tuple(node.key for node in asked if node not in served)


def _serving(graph: "nx.Graph[Node]", available: Collection[int], kind: Kind) -> "nx.Graph[Node]":
    buddies = {Node(Kind.BUDDY, str(buddy_id)) for buddy_id in available}
    found: nx.Graph[Node] = nx.Graph()
    found.add_edges_from(
        (buddy, node) for buddy in sorted(buddies & set(graph)) for node in graph[buddy] if node.kind is kind
    )
    return found


def spots(graph: "nx.Graph[Node]", middle: Kind = Kind.TOPIC) -> Spots:
    """Where each node is drawn, both 0..1: parents left, `middle` between, buddies right, with few crossing lines.

    1. Everything in the order of its node, part by part. 2. Sweep: each column is put in the order of the mean height
    of what its nodes are tied to in the columns beside it, ties as they were (the barycentre method of Sugiyama,
    Tagawa and Toda, IEEE Transactions on Systems, Man and Cybernetics 11, 1981). The same graph gives the same places.
    """
    columns = (Kind.PARENT, middle, Kind.BUDDY)
    parts = islands(nx.subgraph(graph, [node for node in graph if node.kind in columns]))
    order = {kind: [node for part in parts for node in sorted(part) if node.kind is kind] for kind in columns}
    height = {node: y for column in order.values() for node, y in _heights(column)}
    for _sweep in range(SWEEPS):
        for kind in (middle, Kind.PARENT, Kind.BUDDY):
            order[kind].sort(key=lambda node: _mean(graph, node, height))
            height.update(_heights(order[kind]))
    return {node: (x / 2, height[node]) for x, kind in enumerate(columns) for node in order[kind]}


def _heights(column: Sequence[Node]) -> list[tuple[Node, float]]:
    """Evenly from 0 to 1, a single one halfway."""
    last = len(column) - 1
    return [(node, at / last if last else 0.5) for at, node in enumerate(column)]


def _mean(graph: "nx.Graph[Node]", node: Node, height: Mapping[Node, float]) -> float:
    # Rounded: the last bit of a mean depends on the order of what is added up.
    beside = sorted(height[other] for other in graph[node] if other in height and other.kind is not node.kind)
    return round(sum(beside) / len(beside), 9) if beside else height[node]
