"""How many before and after something began, with how far each number may be off."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LONGEST_NAME = 30


@dataclass(frozen=True)
class Mark:
    """One number with its bounds; `value` is None where it is hidden."""

    value: int | None
    low: int
    high: int


def before_after(names: Sequence[str], before: tuple[str, Sequence[Mark]], after: tuple[str, Sequence[Mark]]) -> Any:  # noqa: ANN401 - a figure as Plotly reads it
    """A line per name from the mark of before to that of after, told apart by their shape too."""
    short = [name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…" for name in names]
    between = [_between(name, *pair) for name, *pair in zip(short, before[1], after[1], strict=True)]
    marks = [_marks(short, before, "circle-open", 14), _marks(short, after, "diamond", 13)]
    top = max((mark.high for mark in (*before[1], *after[1])), default=1)
    layout = {
        "hovermode": "closest",
        "showlegend": True,
        "xaxis": {"range": [0, top * 1.1], "fixedrange": True, "tickformat": ",d"},
        "yaxis": {"autorange": "reversed", "showgrid": False, "ticksuffix": "  ", "fixedrange": True},
    }
    return {"data": [*(line for line in between if line), *marks], "layout": layout}


def _marks(names: Sequence[str], side: tuple[str, Sequence[Mark]], symbol: str, size: int) -> dict[str, Any]:
    name, marks = side
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [mark.value for mark in marks],
        "y": list(names),
        "marker": {"symbol": symbol, "size": size, "line": {"width": 2.5}},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [mark.high - (mark.value or 0) for mark in marks],
            "arrayminus": [(mark.value or 0) - mark.low for mark in marks],
            "thickness": 1.5,
        },
        "hoverinfo": "skip",
    }


def _between(name: str, before: Mark, after: Mark) -> dict[str, Any] | None:
    if before.value is None or after.value is None:
        return None
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [before.value, after.value],
        "y": [name, name],
        "line": {"width": 4, "color": "rgba(128,128,128,.45)"},
        "hoverinfo": "skip",
        "showlegend": False,
    }
