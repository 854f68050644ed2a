"""How large a part it has happened to as the days go by, as a staircase."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.template import line_style


def until(
    days: Sequence[float],
    shares: Sequence[float],
    *,
    name: str,
    last_day: float,
    promise: tuple[str, float],
    title: str,
) -> dict[str, Any]:
    """A step up at each of `days`, drawn to `last_day`, with a dotted line at the `promise` (its name and its day).

    `title` stands below.
    """
    stairs = _line(name, [0, *days, last_day], [0, *shares, shares[-1] if shares else 0], {"shape": "hv", "width": 3})
    line = _line(promise[0], [promise[1]] * 2, [0, 1], line_style(1)["line"])
    axis = {"range": [0, last_day], "tickformat": ",d", "title": {"text": title}, "fixedrange": True}
    tall = {"range": [0, 1.02], "tickformat": ",.0%", "fixedrange": True}
    return {"data": [stairs, line], "layout": {"showlegend": True, "xaxis": axis, "yaxis": tall}}


def _line(name: str, x: Sequence[float], y: Sequence[float], style: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "mode": "lines", "name": name, "x": list(x), "y": list(y), "line": style}
