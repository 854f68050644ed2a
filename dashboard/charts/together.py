"""What comes together: the names under each other, each with a dot, and a bow between two that come together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import networkx as nx

from dashboard.charts.names import PLAIN, on_lines

ROW = 36
DOT, WIDEST = 26, 7
LINE = 28
FARTHEST = 0.35  # how far the longest bow reaches, of the room that the names have


@dataclass(frozen=True)
class Line:
    """Between two names; `surely` when more often than by chance."""

    one: str
    other: str
    many: int
    surely: bool


def together(sizes: Mapping[str, int], lines: Sequence[Line], *, surely: str, perhaps: str) -> dict[str, Any]:
    """Bows on the left of the dots and names on the right, so that neither can stand on the other.

    The same names and lines give the same picture; `surely` and `perhaps` name both kinds of line.
    """
    rows = _rows(tuple(sizes), lines)
    most, longest = max((line.many for line in lines), default=1), max(1, len(rows) - 1)
    bows = [_bow(rows[line.one], rows[line.other], line, line.many / most, longest) for line in lines]
    largest = max([1, *sizes.values()])
    dots = [_dot(rows[name], many / largest) for name, many in sizes.items()]
    axis = {"visible": False, "fixedrange": True}
    keys = [
        _key(name, sure)
        for name, sure in ((surely, True), (perhaps, False))
        if any(one.surely is sure for one in lines)
    ]
    layout = {
        "hovermode": False,
        "showlegend": bool(keys),
        "shapes": [*bows, *dots],
        "annotations": [_name(name, rows[name]) for name in sizes],
        "xaxis": {**axis, "range": [-FARTHEST - 0.06, 1]},
        "yaxis": {**axis, "range": [len(rows) - 0.4, -0.6], "rangemode": "normal"},
    }
    return {"data": keys or [_key("", False)], "layout": layout}


def height(names: int) -> int:
    """Enough pixels for the legend and each name, on two lines in the narrowest picture."""
    return 80 + ROW * names


def _rows(names: Sequence[str], lines: Sequence[Line]) -> dict[str, int]:
    """The row of each name: what is tied stands near each other (Cuthill and McKee), so that bows are short."""
    place = {name: number for number, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(place.values())
    graph.add_edges_from((place[line.one], place[line.other]) for line in lines)
    ordered = nx.utils.reverse_cuthill_mckee_ordering(graph)
    return {names[number]: row for row, number in enumerate(ordered)}


def _bow(one: int, other: int, line: Line, part: float, longest: int) -> dict[str, Any]:
    look = {"color": "$0" if line.surely else "$quiet", "width": round(1 + (WIDEST - 1) * part, 1)}
    dash = {} if line.surely else {"dash": "dot"}
    reach = round(-2 * FARTHEST * sqrt(abs(one - other) / longest), 4)  # a bow comes half as far as what pulls it
    return {
        "type": "path",
        "path": f"M0,{one}Q{reach},{(one + other) / 2} 0,{other}",
        "line": {**look, **dash},
        "layer": "below",
        "opacity": 0.75 if line.surely else 0.5,
    }


def _dot(row: int, part: float) -> dict[str, Any]:
    half = round(DOT / 2 * sqrt(max(part, 0.08)), 1)
    where = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": row}
    return {"type": "circle", **where, "x0": -half, "x1": half, "y0": -half, "y1": half, "fillcolor": "$0",
            "line": {"width": 2, "color": "$surface"}}  # fmt: skip


def _name(name: str, row: int) -> dict[str, Any]:
    at = {"x": 0, "y": row, "xshift": DOT / 2 + 6, "xanchor": "left", "yanchor": "middle", "align": "left"}
    return {**PLAIN, **at, "text": on_lines(name, LINE)}


def _key(name: str, surely: bool) -> dict[str, Any]:
    line = {"color": "$0" if surely else "$quiet", "width": 4, "dash": "solid" if surely else "dot"}
    return {"type": "scatter", "mode": "lines", "name": name, "x": [None], "y": [None], "line": line}
