"""Every node of the network as a row: what it is, what it is tied to, and what to know about it."""

from collections.abc import Mapping

import networkx as nx
from dash import dcc
from dash.development.base_component import Component

from dashboard.parts.tables import Cell
from i18n import _, lazy
from matching.network import Kind, Node, Tie

KINDS = {Kind.PARENT: lazy("Ouder"), Kind.TOPIC: lazy("Onderwerp"), Kind.BUDDY: lazy("Buddy")}
PAGES = {
    Kind.PARENT: "/werk/buddyvragen/{key}",
    Kind.TOPIC: "/werk/netwerk?onderwerp={key}",
    Kind.BUDDY: "/werk/buddys/{key}",
}


def columns() -> list[str]:
    return [_("Wie of wat"), _("Soort"), _("Onderwerpen"), _("Ouders"), _("Buddy's"), _("Let op")]


def rows(graph: "nx.Graph[Node]", names: Mapping[Node, str], notes: Mapping[Node, str]) -> list[list[Cell]]:
    """Parents first, then topics, then buddies, each by name; places are no row."""
    order = list(KINDS)
    shown = [node for node in graph if node.kind in KINDS]
    shown.sort(key=lambda node: (order.index(node.kind), names[node].casefold(), node))
    return [_row(graph, node, names, notes) for node in shown]


def _row(graph: "nx.Graph[Node]", node: Node, names: Mapping[Node, str], notes: Mapping[Node, str]) -> list[Cell]:
    tied = [_tied(graph, node, kind, names) for kind in (Kind.TOPIC, Kind.PARENT, Kind.BUDDY)]
    return [_link(node, names), str(KINDS[node.kind]), *tied, notes.get(node, "")]


def _tied(graph: "nx.Graph[Node]", node: Node, kind: Kind, names: Mapping[Node, str]) -> str:
    others = sorted((other for other in graph[node] if other.kind is kind), key=lambda one: names[one].casefold())
    return ", ".join(names[one] + _how(graph.edges[node, one]["tie"]) for one in others)


def _how(tie: Tie) -> str:
    return {Tie.MATCHED: _(" (gekoppeld)"), Tie.PROPOSED: _(" (gevraagd)")}.get(tie, "")


def _link(node: Node, names: Mapping[Node, str]) -> Component:
    return dcc.Link(names[node], href=PAGES[node.kind].format(key=node.key))
