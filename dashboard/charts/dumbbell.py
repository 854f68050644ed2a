"""What was and what is, one row per name: two marks on a line, and how far chance could have moved the second."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HEAD_ROOM = 1.25  # so that the words behind the farthest mark aren't cut off
ROW = 46
PLAIN = {"showarrow": False, "bgcolor": "rgba(0,0,0,0)", "bordercolor": "rgba(0,0,0,0)", "borderpad": 0}


@dataclass(frozen=True)
class Pair:
    """`now` and `before` are None where the number is hidden; `low` and `high` are the interval of now."""

    name: str
    before: int | None
    now: int | None
    low: float
    high: float
    said: str


def dumbbell(pairs: Sequence[Pair], *, before: str, now: str) -> dict[str, Any]:
    """From the top down in the order given; `before` and `now` name the marks. Hidden is a hollow mark at 0."""
    names = [pair.name for pair in pairs]
    top = max((pair.high for pair in pairs), default=1)
    earlier = _marks(names, [pair.before for pair in pairs], before, {"symbol": "line-ns-open", "size": 17})
    later = _marks(names, [pair.now for pair in pairs], now, {"symbol": "circle", "size": 12, "color": "$0"})
    later["error_x"] = {
        "type": "data",
        "symmetric": False,
        "array": [round(pair.high - (pair.now or 0), 1) for pair in pairs],
        "arrayminus": [round((pair.now or 0) - pair.low, 1) if pair.now else 0 for pair in pairs],
        "thickness": 1.2,
        "width": 0,
        "color": "$quiet",
    }
    layout = {
        "hovermode": "closest",
        "showlegend": True,
        "legend": {"traceorder": "normal"},
        "annotations": [one for pair in pairs for one in _words(pair)],
        "xaxis": {"range": [-0.03 * top, top * HEAD_ROOM], "fixedrange": True, "tickformat": ",d", "showgrid": True},
        "yaxis": {
            "type": "category",
            "range": [len(pairs) - 0.5, -0.7],
            "showgrid": False,
            "showticklabels": False,
            "fixedrange": True,
        },
    }
    return {"data": [_lines(names, pairs), earlier, later, *_hidden(names, pairs)], "layout": layout}


def height(rows: int) -> int:
    """Enough pixels for the legend, the axis and each row."""
    return 100 + ROW * rows


def _lines(names: Sequence[str], pairs: Sequence[Pair]) -> dict[str, Any]:
    """A line from each earlier mark to the later one, as one broken line."""
    x: list[int | None] = []
    y: list[str | None] = []
    for name, pair in zip(names, pairs, strict=True):
        x += [pair.before or 0, pair.now or 0, None]
        y += [name, name, None]
    line = {"color": "$0", "width": 4}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "opacity": 0.35, "hoverinfo": "skip",
            "showlegend": False}  # fmt: skip


def _marks(names: Sequence[str], values: Sequence[int | None], name: str, marker: dict[str, Any]) -> dict[str, Any]:
    style = {"color": "$text", "line": {"width": 2.5}} | marker
    return {"type": "scatter", "mode": "markers", "name": name, "x": list(values), "y": list(names), "marker": style}


def _hidden(names: Sequence[str], pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    here = [name for name, pair in zip(names, pairs, strict=True) if pair.now is None]
    if not here:
        return []
    marks = _marks(here, [0] * len(here), "", {"symbol": "circle-open", "size": 12, "color": "$0"})
    return [{**marks, "showlegend": False, "hoverinfo": "skip"}]


def _words(pair: Pair) -> list[dict[str, Any]]:
    """The name above the line, from the left edge, and the numbers behind it."""
    name = {
        **PLAIN,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": pair.name,
        "yshift": 17,
        "text": _escaped(pair.name),
    }
    said = {**PLAIN, "x": pair.high, "xanchor": "left", "xshift": 8, "y": pair.name, "text": _escaped(pair.said)}
    return [name, said]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
