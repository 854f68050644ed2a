"""Names from many to few, each with its number and a mark where it stood a year before."""

from collections.abc import Sequence
from typing import Any

HEAD_ROOM = 1.25  # so that the number behind the longest bar isn't cut off
LONGEST_NAME = 30


def ranking(
    names: Sequence[str], values: Sequence[int], said: Sequence[str], *, before: tuple[str, Sequence[int | None]]
) -> dict[str, Any]:
    """Bars from the top down; `said` stands behind each bar, `before` is the name and values of the marks."""
    short = [_short(name) for name in names]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": list(values),
        "y": short,
        "text": list(said),
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
    marks = {
        "type": "scatter",
        "mode": "markers",
        "name": before[0],
        "x": list(before[1]),
        "y": short,
        "marker": {"symbol": "line-ns-open", "size": 20, "line": {"width": 3}},
    }
    return {"data": [bars, marks], "layout": _layout([*values, *before[1]], has_marks=any(before[1]))}


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _layout(values: Sequence[int | None], *, has_marks: bool) -> dict[str, Any]:
    top = max((value for value in values if value), default=1)
    return {
        "hovermode": "closest",
        "showlegend": has_marks,
        "xaxis": {"range": [0, top * HEAD_ROOM], "showticklabels": False, "fixedrange": True},
        "yaxis": {"autorange": "reversed", "showgrid": False, "ticksuffix": "  ", "fixedrange": True},
    }
