"""A triangle in four parts: three corners that have more than half, and the middle where none has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.charts.names import PLAIN, escaped

# In steps of five, so that no place in the picture can be taken for a number of stories.
TOP, LEFT, RIGHT = (100, 180), (0, 0), (200, 0)
UP_LEFT, UP_RIGHT, DOWN = (50, 90), (150, 90), (100, 0)
CORNERS = {
    "school": (TOP, UP_LEFT, UP_RIGHT),
    "home": (LEFT, UP_LEFT, DOWN),
    "help": (RIGHT, UP_RIGHT, DOWN),
    "spread": (UP_LEFT, UP_RIGHT, DOWN),
}
FAINTEST, STRONGEST = 0.08, 0.55


@dataclass(frozen=True)
class Corner:
    """`value` is 0 where the number is hidden, `said` what stands in it."""

    name: str
    value: int
    said: str


def triangle(corners: Mapping[str, Corner]) -> dict[str, Any]:
    """Each part darker the more stories are in it, with its name and number; never a point per story."""
    most = max([1, *(one.value for one in corners.values())])
    data = [_part(CORNERS[key], one.value / most) for key, one in corners.items()]
    words = [_words(CORNERS[key], one) for key, one in corners.items()]
    hidden = {"visible": False, "fixedrange": True}
    layout = {
        "hovermode": False,
        "showlegend": False,
        "annotations": words,
        "xaxis": {**hidden, "range": [-24, 224]},
        "yaxis": {**hidden, "range": [-12, 192], "rangemode": "normal"},
    }
    return {"data": data, "layout": layout}


def _part(points: tuple[tuple[int, int], ...], share: float) -> dict[str, Any]:
    around = (*points, points[0])
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _y in around],
        "y": [y for _x, y in around],
        "fill": "toself",
        "fillcolor": "$0",
        "opacity": FAINTEST + (STRONGEST - FAINTEST) * share,
        "line": {"color": "$text", "width": 1.5},
        "hoverinfo": "skip",
    }


def _words(points: tuple[tuple[int, int], ...], one: Corner) -> dict[str, Any]:
    x, y = (sum(point[axis] for point in points) // len(points) for axis in (0, 1))
    return {**PLAIN, "x": x, "y": y, "text": f"{escaped(one.name)}<br>{escaped(one.said)}"}
