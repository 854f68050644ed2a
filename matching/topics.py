"""The graph of topics: which ones resemble each other, so that a near match counts for something."""

from collections.abc import Iterable, Mapping

import networkx as nx

# One step is a neighbour, or a group and its topic; two steps share a neighbour or a group.
NEARNESS_BY_STEPS = (1.0, 0.5, 0.2)


def graph_of(groups: Mapping[str, str | None], neighbours: Iterable[tuple[str, str]]) -> "nx.Graph[str]":
    """Topics as nodes, with edges to their group and to their neighbours.

    `groups` names for every topic the group it belongs to (None for a group itself). A pair that names an unknown
    topic is left out: a topic that staff removed takes its edges along.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(groups))
    graph.add_edges_from(
        (code, group) for code, group in sorted(groups.items()) if group is not None and group in graph
    )
    graph.add_edges_from((one, other) for one, other in sorted(neighbours) if one in graph and other in graph)
    return graph


def around(graph: "nx.Graph[str]", topics: Iterable[str]) -> dict[str, dict[str, float]]:
    """For each of `topics` every topic near it: 1.0 itself, 0.5 a neighbour, 0.2 in the same group or one further.

    A topic that the graph does not know is near itself only.
    """
    return {topic: _near(graph, topic) for topic in sorted(topics)}


def _near(graph: "nx.Graph[str]", topic: str) -> dict[str, float]:
    if topic not in graph:
        return {topic: 1.0}
    steps = nx.single_source_shortest_path_length(graph, topic, cutoff=len(NEARNESS_BY_STEPS) - 1)
    return {other: NEARNESS_BY_STEPS[steps[other]] for other in sorted(steps)}
