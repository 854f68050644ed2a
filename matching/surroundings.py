"""A part of the network to look at more closely: around one person, about one topic, in one municipality."""

from collections.abc import Iterable

import networkx as nx

from matching.network import Kind, Node

PEOPLE = frozenset({Kind.PARENT, Kind.BUDDY})
STEPS = 2  # somebody, what they are tied to, and who is tied to that as well


def around(graph: "nx.Graph[Node]", one: Node) -> "nx.Graph[Node]":
    """Who or what is within two ties of `one`, places aside; empty when it is not in the network.

    In one place live too many people for that to be a tie between them.
    """
    without_places = graph.subgraph(node for node in graph if node.kind is not Kind.PLACE)
    if one not in without_places:
        return nx.Graph()
    return _part(graph, nx.single_source_shortest_path_length(without_places, one, cutoff=STEPS))


def narrowed(graph: "nx.Graph[Node]", *, topic: str | None = None, place: str | None = None) -> "nx.Graph[Node]":
    """The people of this topic, who live in this municipality; with whom they are paired, and their topics.

    Of a network about one topic the other topics are left out. Without a topic and a place everything stays.
    """
    if topic is None and place is None:
        return graph
    people = {node for node in graph if node.kind in PEOPLE}
    for wanted in (Node(Kind.TOPIC, topic or ""), Node(Kind.PLACE, place or "")):
        if wanted.key:
            people &= set(graph[wanted]) if wanted in graph else set()
    partners = {other for one in people for other in graph[one] if other.kind in PEOPLE}
    topics = {other for one in people for other in graph[one] if other.kind is Kind.TOPIC}
    kept = {one for one in topics if topic is None or one.key == topic}
    return _part(graph, people | partners | kept)


def _part(graph: "nx.Graph[Node]", nodes: Iterable[Node]) -> "nx.Graph[Node]":
    """In the order of the nodes, so that the same part is always drawn the same."""
    found: nx.Graph[Node] = nx.Graph()
    found.add_nodes_from(sorted(nodes))
    for one, other in sorted(graph.subgraph(found).edges):
        found.add_edge(one, other, **graph.edges[one, other])
    return found
