"""Parents left, topics between, buddies right; lines say who asks, who lived through it, and who is paired."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from i18n import _
from matching.network import Kind, Node, Spots, Tie, spots

ROW = 30
LEAST, MOST = 300, 1500
NAMED = 44  # more names in one column would stand on top of each other
LONGEST = 30
HEAVY = {"weight": 600}  # a tag in the text would be an inline style, which the page forbids
QUIET = "rgba(125,135,130,0.45)"
PAIRS = (Tie.MATCHED, Tie.PROPOSED)
DASHES = {Tie.MATCHED: "solid", Tie.PROPOSED: "dash"}


def drawn(graph: "nx.Graph[Node]", names: Mapping[Node, str], notes: Mapping[Node, str]) -> dict[str, Any]:
    """The figure; a note stands behind the name of a topic, which is then heavier."""
    places = spots(graph)
    lines = [_pairs(graph, places, tie) for tie in PAIRS]
    quiet = _line(_ends(graph, places, (Tie.ASKS, Tie.LIVED_THROUGH)), {"width": 1, "color": QUIET}, "")
    people = [_people(places, names, kind) for kind in (Kind.PARENT, Kind.BUDDY)]
    pills = [_pill(node, spot, names, notes) for node, spot in places.items() if node.kind is Kind.TOPIC]
    return {"data": [*lines, quiet, *people], "layout": {**_layout(), "annotations": [*_titles(), *pills]}}


def names_everybody(graph: "nx.Graph[Node]") -> bool:
    """Whether there is room for the name of each parent and each buddy."""
    return all(sum(node.kind is kind for node in graph) <= NAMED for kind in (Kind.PARENT, Kind.BUDDY))


def height(graph: "nx.Graph[Node]") -> int:
    """Enough pixels for the names in the longest column that has names."""
    counts = [sum(node.kind is kind for node in graph) for kind in (Kind.PARENT, Kind.TOPIC, Kind.BUDDY)]
    parents, topics, buddies = counts
    longest = max(topics, *(count for count in (parents, buddies, 0) if count <= NAMED))
    return min(MOST, max(LEAST, 120 + ROW * longest))


def _pairs(graph: "nx.Graph[Node]", places: Spots, tie: Tie) -> dict[str, Any]:
    said = {Tie.MATCHED: _("Gekoppeld"), Tie.PROPOSED: _("Gevraagd")}
    return _line(_ends(graph, places, (tie,)), {"width": 3, "dash": DASHES[tie]}, said[tie])


def _line(ends: Sequence[float | None], style: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(ends[0::2]),
        "y": list(ends[1::2]),
        "line": style,
        "name": name,
        "showlegend": bool(name and ends),
        "hoverinfo": "skip",
    }


def _ends(graph: "nx.Graph[Node]", places: Spots, ties: Iterable[Tie]) -> list[float | None]:
    """Both ends of every such tie and a gap, each as x and y."""
    wanted = frozenset(ties)
    found: list[float | None] = []
    for one, other in graph.edges:
        if graph.edges[one, other]["tie"] in wanted and one in places and other in places:
            found += [*places[one], *places[other], None, None]
    return found


def _people(places: Spots, names: Mapping[Node, str], kind: Kind) -> dict[str, Any]:
    some = [(node, spot) for node, spot in places.items() if node.kind is kind]
    said = [_escaped(_short(names[node])) for node, _spot in some]
    left = kind is Kind.PARENT
    return {
        "type": "scatter",
        "mode": "markers+text" if len(some) <= NAMED else "markers",
        "x": [x for _node, (x, _y) in some],
        "y": [y for _node, (_x, y) in some],
        "text": said,
        "textposition": "middle left" if left else "middle right",
        "marker": {"size": 11, "symbol": "circle" if left else "square"},
        "hoverinfo": "text",
        "showlegend": False,
    }


def _pill(
    node: Node, spot: tuple[float, float], names: Mapping[Node, str], notes: Mapping[Node, str]
) -> dict[str, Any]:
    name, note = _short(names[node]), notes.get(node)
    told = {"text": _escaped(f"{name} · {note}"), "font": HEAVY} if note else {"text": _escaped(name)}
    return {"x": spot[0], "y": spot[1], "showarrow": False, **told}


def _titles() -> list[dict[str, Any]]:
    titles = ((0, _("Ouders"), "right"), (0.5, _("Onderwerpen"), "center"), (1, _("Buddy's"), "left"))
    plain = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 14, "showarrow": False, "bgcolor": "rgba(0,0,0,0)"}
    return [
        {**plain, "x": x, "xanchor": side, "text": _escaped(text), "font": HEAVY, "bordercolor": "rgba(0,0,0,0)"}
        for x, text, side in titles
    ]


def _layout() -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    return {
        "hovermode": "closest",
        "margin": {"l": 4, "r": 4, "t": 44, "b": 44},
        "legend": {"yref": "container", "y": 0, "yanchor": "bottom"},
        "xaxis": {**hidden, "range": [-0.3, 1.36]},
        "yaxis": {**hidden, "range": [1.02, -0.02], "rangemode": "normal"},
    }


def _short(name: str) -> str:
    """Without what stands in brackets when it is long, and cut off when it still is."""
    if len(name) > LONGEST:
        name = name.partition(" (")[0]
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _escaped(text: str) -> str:
    """Plotly reads a few tags in its texts; a name has none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
