"""Names with a bar each, how far the truth may lie from it, and a mark where it stood earlier."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.names import PLAIN, escaped

HEAD_ROOM = 1.45  # so that the words behind the longest bar aren't cut off on a phone
ROW = 52


@dataclass(frozen=True)
class Bar:
    """`value` is None where the number is hidden; the truth lies from `low` to `high`. `said` stands behind the bar."""

    name: str
    value: int | None
    low: int
    high: int
    said: str
    before: int | None = None
    quiet: bool = False


def bars(rows: Sequence[Bar], *, before: str = "") -> dict[str, Any]:
    """From the top down in the order given; `before` names the marks. What is hidden is a hollow bar up to its most."""
    names = [str(place) for place in range(len(rows))]
    top = max([1, *(row.high for row in rows), *(row.before or 0 for row in rows)])
    data = [_bars(names, rows), *_marks(names, rows, before)]
    layout = {
        "hovermode": False,
        "bargap": 0.62,
        "showlegend": len(data) > 1,
        "annotations": [one for name, row in zip(names, rows, strict=True) for one in _words(name, row)],
        "xaxis": {"range": [0, top * HEAD_ROOM], "showticklabels": False, "fixedrange": True},
        "yaxis": {
            "type": "category",
            "range": [len(rows) - 0.4, -0.75],
            "showgrid": False,
            "showticklabels": False,
            "fixedrange": True,
        },
    }
    return {"data": data, "layout": layout}


def height(rows: int) -> int:
    """Enough pixels for the legend and each row."""
    return 70 + ROW * rows


def _bars(names: Sequence[str], rows: Sequence[Bar]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row.value or 0 for row in rows],
        "y": list(names),
        "showlegend": False,
        "marker": {"color": ["$line" if row.quiet else "$0" for row in rows]},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [row.high - (row.value or 0) for row in rows],
            "arrayminus": [row.value - row.low if row.value else 0 for row in rows],
            "thickness": 1.5,
            "width": 5,
            "color": "$text",
            "visible": any(row.high > row.low for row in rows),
        },
    }


def _marks(names: Sequence[str], rows: Sequence[Bar], before: str) -> list[dict[str, Any]]:
    if not any(row.before for row in rows):
        return []
    style = {"symbol": "line-ns-open", "size": 19, "color": "$text", "line": {"width": 3}}
    x = [row.before or None for row in rows]
    return [{"type": "scatter", "mode": "markers", "name": before, "x": x, "y": list(names), "marker": style}]


def _words(place: str, row: Bar) -> list[dict[str, Any]]:
    """The name above the bar, from the left edge, and the number behind it."""
    far = max(row.high, row.before or 0)
    name = {**PLAIN, "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yshift": 21, "text": escaped(row.name)}
    said = {**PLAIN, "x": far, "xanchor": "left", "xshift": 10, "y": place, "text": escaped(row.said)}
    return [name, said]
