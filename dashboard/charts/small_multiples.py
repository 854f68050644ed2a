"""One small picture per topic, all with the same months and each with its own height, in one figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.numbered import labels

GREY, PALE = "rgba(125,135,130,0.22)", "rgba(125,135,130,0.10)"
COLUMNS, GAP = 3, 0.045
ROW, ROW_ON_A_PHONE = 172, 156
HEAD = 0.44  # of the height of a small picture is for its name
PLAIN = {"showarrow": False, "bgcolor": "rgba(0,0,0,0)", "bordercolor": "rgba(0,0,0,0)", "borderpad": 0}


@dataclass(frozen=True)
class Small:
    """`values` are None where there is no number, `hidden` where there is one that may not be shown.

    `low` and `high` are, per day, the band in which it was to be expected; `off` how far each value may be off.
    `marks` are days with the number of what happened, `levels` days on which another level began, `peaks` from when to
    when there was one.
    """

    name: str
    state: str
    days: Sequence[str]
    values: Sequence[int | None]
    hidden: Sequence[str]
    mean: Sequence[float | None] = ()
    band: Sequence[tuple[str, int, int]] = ()
    ahead: Sequence[tuple[str, int, int]] = ()
    off: Sequence[tuple[float, float]] = ()
    marks: Sequence[tuple[str, int]] = ()
    levels: Sequence[str] = ()
    peaks: Sequence[tuple[str, str]] = ()


def small_multiples(
    smalls: Sequence[Small], holidays: Sequence[tuple[str, str]], span: tuple[str, str]
) -> dict[str, Any]:
    """In the order given, row by row; `holidays` are shaded, `marks` are dotted lines with their number."""
    layout: dict[str, Any] = {
        "showlegend": False, "hovermode": "closest", "annotations": [], "shapes": [],
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4}, "meta": {"panels": len(smalls), "columns": COLUMNS},
    }  # fmt: skip
    data: list[dict[str, Any]] = []
    for place, small in enumerate(smalls):
        n = str(place + 1) if place else ""
        layout[f"xaxis{n}"] = _x(place, n, span)
        layout[f"yaxis{n}"] = _y(place, len(smalls), n, small)
        layout["annotations"] += [*_names(small, n), *_numbers(small, n, span)]
        layout["shapes"] += [*_shade(n, holidays), *_marks(small, n)]
        data += [{**trace, "xaxis": f"x{n}", "yaxis": f"y{n}"} for trace in _traces(small)]
    return {"data": data, "layout": layout}


def height(panels: int) -> tuple[int, int]:
    """Enough pixels on a desk and on a phone."""
    return 20 + ROW * -(-panels // COLUMNS), 20 + ROW_ON_A_PHONE * panels


def _most(small: Small) -> str:
    """The highest number; nothing where none may be shown."""
    return str(_top(small)) if small.band or small.ahead or any(small.values) else ""


def _top(small: Small) -> int:
    """How high the picture is."""
    return max(1, *(high for _day, _low, high in (*small.band, *small.ahead)), *(value or 0 for value in small.values))


def _room(small: Small) -> float:
    """How high the picture reaches, with how far each value may be off."""
    off = [(value or 0) + up for value, (_down, up) in zip(small.values, small.off, strict=False)]
    return 1.1 * max(_top(small), *off, 0)


def _x(place: int, n: str, span: tuple[str, str]) -> dict[str, Any]:
    width = (1 - GAP * (COLUMNS - 1)) / COLUMNS
    left = place % COLUMNS * (width + GAP)
    return {"domain": [left, left + width], "anchor": f"y{n}", "type": "date", "range": list(span), "fixedrange": True,
            "tickformat": "%b\n%Y", "nticks": 5, "tickfont": {"size": 11}, "automargin": False}  # fmt: skip


def _y(place: int, panels: int, n: str, small: Small) -> dict[str, Any]:
    rows = -(-panels // COLUMNS)
    bottom = 1 - (place // COLUMNS + 1) / rows
    return {"domain": [bottom + 0.22 / rows, bottom + (1 - HEAD / 2) / rows], "anchor": f"x{n}", "fixedrange": True,
            "range": [-0.04 * _room(small), _room(small)], "tickvals": [0, _top(small)],
            "showticklabels": False}  # fmt: skip


def _names(small: Small, n: str) -> list[dict[str, Any]]:
    """The name and the state above the picture."""
    where = {**PLAIN, "xref": f"x{n} domain", "yref": f"y{n} domain", "y": 1, "yanchor": "bottom"}
    name = {
        **where,
        "x": 0,
        "xanchor": "left",
        "text": _escaped(small.name),
        "font": {"size": 13, "weight": 600},
        "yshift": 15,
    }
    state = {**where, "x": 0, "xanchor": "left", "text": _escaped(small.state), "font": {"size": 12}}
    most = {**where, "x": 1, "xanchor": "right", "text": _most(small), "font": {"size": 12}}
    return [name, state, most]


def _numbers(small: Small, n: str, span: tuple[str, str]) -> list[dict[str, Any]]:
    """The number of each mark at its line."""
    where = {**PLAIN, "xref": f"x{n}", "yref": f"y{n} domain", "y": 0.95, "yanchor": "top", "xanchor": "left"}
    return [{**where, "x": day, "text": label, "font": {"size": 12}} for day, label in labels(small.marks, span)]


def _marks(small: Small, n: str) -> list[dict[str, Any]]:
    """Dotted lines where something happened, dashed ones where another level began, a bar above a peak."""
    happened = [_upright(n, day, {"width": 1.5, "dash": "dot", "color": "$text"}) for day, _number in small.marks]
    began = [_upright(n, day, {"width": 1.5, "dash": "dash", "color": "$quiet"}) for day in small.levels]
    return [*happened, *began, *(_peak(n, days) for days in small.peaks)]


def _traces(small: Small) -> list[dict[str, Any]]:
    found = [_band(small.band, GREY), _band(small.ahead, PALE, dash="dot")]
    if any(small.mean):
        found.append(_line(small.days, small.mean, {"mode": "lines", "line": {"color": "$0", "width": 2.5}}))
    points: dict[str, Any] = {"mode": "markers", "marker": {"color": "$0", "size": 6}}
    if small.off:
        points |= {"mode": "lines+markers", "line": {"color": "$0", "width": 1.5}, "error_y": _off(small.off)}
    found.append({**_line(small.days, small.values, points), "hovertemplate": "%{x|%b %Y}: %{y}<extra></extra>"})
    if small.hidden:
        hollow = {"mode": "markers", "marker": {"color": "$0", "size": 7, "symbol": "circle-open"}}
        found.append(_line(small.hidden, [0] * len(small.hidden), hollow) | {"hoverinfo": "skip"})
    return [trace for trace in found if trace]


def _line(x: Sequence[str], y: Sequence[float | None], style: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "x": list(x), "y": list(y), "hoverinfo": "skip", **style}


def _band(days: Sequence[tuple[str, int, int]], fill: str, dash: str = "") -> dict[str, Any]:
    """There along the top and back along the bottom."""
    if len(days) < 2:
        return {}
    x = [day for day, _low, _high in days]
    y = [high for _day, _low, high in days] + [low for _day, low, _high in reversed(days)]
    line = {"width": 1, "dash": dash, "color": "$quiet"} if dash else {"width": 0}
    return _line([*x, *reversed(x)], y, {"mode": "lines", "fill": "toself", "fillcolor": fill, "line": line})


def _off(off: Sequence[tuple[float, float]]) -> dict[str, Any]:
    return {"type": "data", "symmetric": False, "array": [up for _down, up in off], "arrayminus": [d for d, _up in off],
            "thickness": 1, "width": 0, "color": "$quiet"}  # fmt: skip


def _shade(n: str, spans: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """All of them in one shape, as they come back in every small picture."""
    path = "".join(f"M{first},0V1H{last}V0Z" for first, last in spans)
    shape = {"type": "path", "xref": f"x{n}", "yref": f"y{n} domain", "path": path,
             "fillcolor": "rgba(214,164,60,0.13)", "line": {"width": 0}, "layer": "below"}  # fmt: skip
    return [shape] if spans else []


def _upright(n: str, day: str, line: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "xref": f"x{n}", "yref": f"y{n} domain", "x0": day, "x1": day, "y0": 0, "y1": 1,
            "line": line}  # fmt: skip


def _peak(n: str, days: tuple[str, str]) -> dict[str, Any]:
    return {"type": "line", "xref": f"x{n}", "yref": f"y{n} domain", "x0": days[0], "x1": days[1], "y0": 1, "y1": 1,
            "line": {"width": 5, "color": "$quiet"}}  # fmt: skip


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
