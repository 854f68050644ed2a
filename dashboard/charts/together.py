"""What comes together: a dot per name, as large as there are many, and a line between two that come together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import sqrt
from typing import Any

import networkx as nx

from dashboard.charts.names import PLAIN, on_lines

SEED = 2018
ROUNDS = 60
WIDE, TALL = 0.9, 0.36  # how far apart two names stand at least
Spots = Mapping[str, tuple[float, float]]
DOT, WIDEST = 34, 12
LINE = 20


@dataclass(frozen=True)
class Line:
    """Between two names; `surely` when more often than by chance."""

    one: str
    other: str
    many: int
    surely: bool


def together(sizes: Mapping[str, int], lines: Sequence[Line], *, surely: str, perhaps: str) -> dict[str, Any]:
    """The same names and lines give the same picture; `surely` and `perhaps` name both kinds of line."""
    spots = _spots(tuple(sizes), tuple((line.one, line.other) for line in lines))
    most = max((line.many for line in lines), default=1)
    shapes = [_line(spots[line.one], spots[line.other], line, most) for line in lines]
    largest = max([1, *sizes.values()])
    dots = [_dot(spots[name], many / largest) for name, many in sizes.items()]
    names = [_name(name, spots[name], many / largest) for name, many in sizes.items()]
    axis = {"visible": False, "fixedrange": True}
    keys = [
        _key(name, sure)
        for name, sure in ((surely, True), (perhaps, False))
        if any(one.surely is sure for one in lines)
    ]
    layout = {
        "hovermode": False,
        "showlegend": bool(keys),
        "shapes": [*shapes, *dots],
        "annotations": names,
        "xaxis": {**axis, "range": [-1.5, 1.5]},
        "yaxis": {**axis, "range": [-1.3, 1.15], "rangemode": "normal"},
    }
    return {"data": keys or [_key("", False)], "layout": layout}


def height(names: int) -> int:
    """Enough pixels for as many names in the narrowest picture."""
    return 320 + 26 * names


@lru_cache(maxsize=256)
def _spots(names: tuple[str, ...], tied: tuple[tuple[str, str], ...]) -> Spots:
    """Where each name is drawn, -1..1: what is tied lies near (Fruchterman and Reingold, from a circle), yet apart.

    It takes longer than all the rest of its section, and numbers that change seldom change who is tied.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(tied)
    start = nx.circular_layout(graph)
    found = nx.spring_layout(graph, pos=start, seed=SEED, k=3 / sqrt(max(1, len(names))), iterations=80)
    return _apart({name: (float(x), float(y)) for name, (x, y) in found.items()})


def _apart(spots: Spots) -> Spots:
    """Pushed from each other until no two names stand on one another, then fitted in -1..1 again."""
    moved = {name: list(spot) for name, spot in spots.items()}
    for _round in range(ROUNDS):
        for one, other in combinations(moved, 2):
            _push(moved[one], moved[other])
    far = [max(1e-9, *(abs(spot[axis]) for spot in moved.values())) if moved else 1.0 for axis in (0, 1)]
    return {name: (round(x / far[0], 4), round(y / far[1], 4)) for name, (x, y) in moved.items()}


def _push(one: list[float], other: list[float]) -> None:
    """Two boxes that overlap each go a part of the shortest way out of it."""
    apart = (one[0] - other[0], one[1] - other[1])
    over = [least - abs(far) for least, far in zip((WIDE, TALL), apart, strict=True)]
    if min(over) > 0:
        axis = 0 if over[0] / WIDE < over[1] / TALL else 1
        step = over[axis] / 4 if apart[axis] >= 0 else -over[axis] / 4
        one[axis] += step
        other[axis] -= step


def _line(one: tuple[float, float], other: tuple[float, float], line: Line, most: int) -> dict[str, Any]:
    look = {"color": "$0" if line.surely else "$quiet", "width": round(1 + (WIDEST - 1) * line.many / most, 1)}
    where = {"x0": one[0], "y0": one[1], "x1": other[0], "y1": other[1]}
    dash = {} if line.surely else {"dash": "dot"}
    return {
        "type": "line",
        **where,
        "line": {**look, **dash},
        "layer": "below",
        "opacity": 0.75 if line.surely else 0.5,
    }


def _dot(spot: tuple[float, float], part: float) -> dict[str, Any]:
    half = round(DOT / 2 * sqrt(max(part, 0.08)), 1)
    where = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": spot[0], "yanchor": spot[1]}
    return {"type": "circle", **where, "x0": -half, "x1": half, "y0": -half, "y1": half, "fillcolor": "$0",
            "line": {"width": 2, "color": "$surface"}}  # fmt: skip


def _name(name: str, spot: tuple[float, float], part: float) -> dict[str, Any]:
    below = -(DOT / 2 * sqrt(max(part, 0.08)) + 2)
    at = {"x": spot[0], "y": spot[1], "yshift": below, "yanchor": "top", "bgcolor": "$surface"}  # a line ends at a name
    return {**PLAIN, **at, "text": on_lines(name, LINE)}


def _key(name: str, surely: bool) -> dict[str, Any]:
    line = {"color": "$0" if surely else "$quiet", "width": 4, "dash": "solid" if surely else "dot"}
    return {"type": "scatter", "mode": "lines", "name": name, "x": [None], "y": [None], "line": line}
