"""What came beside what was to be expected, one row per name: a band, a mark for its middle, a dot for what came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HEAD_ROOM = 1.25  # so that the words behind the farthest mark aren't cut off
ROW = 46
PLAIN = {"showarrow": False, "bgcolor": "rgba(0,0,0,0)", "bordercolor": "rgba(0,0,0,0)", "borderpad": 0, "x": 0}


@dataclass(frozen=True)
class Beside:
    """`said` stands behind the row."""

    name: str
    came: int
    expected: float
    low: int
    high: int
    said: str


def beside_band(rows: Sequence[Beside], *, band: str, expected: str, came: str) -> dict[str, Any]:
    """From the top down in the order given; `band`, `expected` and `came` name the marks."""
    names = [row.name for row in rows]
    top = max((max(row.high, row.came) for row in rows), default=1) or 1
    layout = {
        "hovermode": "closest",
        "showlegend": True,
        "legend": {"traceorder": "normal"},
        "annotations": [one for row in rows for one in _words(row)],
        "xaxis": {"range": [-0.03 * top, top * HEAD_ROOM], "fixedrange": True, "tickformat": ",d", "showgrid": True},
        "yaxis": {
            "type": "category",
            "range": [len(rows) - 0.5, -0.7],
            "showgrid": False,
            "showticklabels": False,
            "fixedrange": True,
        },
    }
    foreseen = _marks(names, [round(row.expected, 1) for row in rows], expected, {"symbol": "line-ns-open", "size": 17})
    counted = _marks(names, [row.came for row in rows], came, {"symbol": "circle", "size": 12, "color": "$0"})
    return {"data": [_bands(rows, band), foreseen, counted], "layout": layout}


def height(rows: int) -> int:
    """Enough pixels for the legend, the axis and each row."""
    return 100 + ROW * rows


def _bands(rows: Sequence[Beside], name: str) -> dict[str, Any]:
    """All bands as one broken line."""
    x = [at for row in rows for at in (row.low, row.high, None)]
    y = [at for row in rows for at in (row.name, row.name, None)]
    line = {"color": "$quiet", "width": 9}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line, "opacity": 0.45,
            "hoverinfo": "skip"}  # fmt: skip


def _marks(names: Sequence[str], values: Sequence[float], name: str, marker: dict[str, Any]) -> dict[str, Any]:
    style = {"color": "$text", "line": {"width": 2.5}} | marker
    return {"type": "scatter", "mode": "markers", "name": name, "x": list(values), "y": list(names), "marker": style}


def _words(row: Beside) -> list[dict[str, Any]]:
    """The name above the row, from the left edge, and what is said behind it."""
    name = PLAIN | {"xref": "paper", "xanchor": "left", "y": row.name, "yshift": 17, "text": _escaped(row.name)}
    end = {"x": max(row.high, row.came), "xanchor": "left", "xshift": 8, "y": row.name, "text": _escaped(row.said)}
    return [name, PLAIN | end]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
