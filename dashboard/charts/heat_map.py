"""How each row did in each period beside what was usual: a colour and a number per cell, blank where there is none."""

from collections.abc import Sequence
from typing import Any

LESS, USUAL, MORE = "#2a83b5", "rgba(150,160,155,0.12)", "#d9661f"
ROW = 34


def heat_map(columns: Sequence[str], rows: Sequence[str], ratios: Sequence[Sequence[float | None]]) -> dict[str, Any]:
    """From the top down; a ratio of 1 has the quiet colour, 0 and 2 or more the strongest ones."""
    cells = {
        "type": "heatmap",
        "x": list(columns),
        "y": list(rows),
        "z": [list(row) for row in ratios],
        "zmin": 0,
        "zmid": 1,
        "zmax": 2,
        "colorscale": [[0, LESS], [0.5, USUAL], [1, MORE]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "texttemplate": "%{z:.1f}",
        "textfont": {"color": "$text", "size": 12},
        "hovertemplate": "%{y}, %{x}: %{z:.1f}<extra></extra>",
        "hoverongaps": False,
    }
    layout = {
        "hovermode": "closest",
        "xaxis": {"type": "category", "fixedrange": True, "side": "top", "ticks": "", "tickfont": {"size": 12}},
        "yaxis": {"autorange": "reversed", "showgrid": False, "ticks": "", "fixedrange": True, "ticksuffix": "  "},
    }
    return {"data": [cells], "layout": layout}


def height(rows: int) -> int:
    return 70 + ROW * rows
