"""What went where: two columns of names with bands between them, as wide as there are many.

Drawn with plain shapes: the part of the chart library that knows flows would double what a page loads.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts.names import PLAIN, on_lines

GAP = 0.035  # of the height, between two names
THICK = 0.018
COLOURS = 7
LINE = 18
ROW = 74

Flow = tuple[str, str]
Spans = dict[str, tuple[float, float]]


def flows(widths: Mapping[Flow, int], left: Sequence[str], right: Sequence[str]) -> dict[str, Any]:
    """A band per flow from the first to the second of its key; the columns from the top down in the order given."""
    ends = [{name: sum(n for key, n in widths.items() if key[side] == name) for name in column}
            for side, column in enumerate((left, right))]  # fmt: skip
    scale = min(
        (1 - GAP * (len(column) - 1)) / max(1, sum(end.values()))
        for column, end in zip((left, right), ends, strict=True)
    )
    spans = [_spans(end, scale) for end in ends]
    begun = [{name: top for name, (top, _bottom) in column.items()} for column in spans]
    bands = []
    for one in left:
        for other in right:
            if width := widths.get((one, other), 0) * scale:
                bands.append(_band(begun[0][one], begun[1][other], width, left.index(one)))
                begun[0][one] += width
                begun[1][other] += width
    stops = [_stop(0, spans[0][name], f"${place % COLOURS}") for place, name in enumerate(left)]
    stops += [_stop(1, spans[1][name], "$quiet") for name in right]
    names = [_name(name, spans[0][name], 0) for name in left] + [_name(name, spans[1][name], 1) for name in right]
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "hovermode": False,
        "shapes": [*bands, *stops],
        "annotations": names,
        "xaxis": {**axis, "range": [-0.002, 1.002]},
        "yaxis": {**axis, "range": [1.01, -0.01], "rangemode": "normal"},
    }
    return {"data": [{"type": "scatter", "x": [None], "y": [None], "showlegend": False}], "layout": layout}


def height(rows: int) -> int:
    """Enough pixels for as many names in one column."""
    return max(320, 40 + ROW * rows)


def _spans(ends: Mapping[str, int], scale: float) -> Spans:
    """Where each name of a column begins and ends; the column fills the height."""
    gap = (1 - scale * sum(ends.values())) / max(1, len(ends) - 1)
    spans, top = {}, 0.0
    for name, many in ends.items():
        spans[name] = (top, top + many * scale)
        top += many * scale + gap
    return spans


def _band(left: float, right: float, width: float, place: int) -> dict[str, Any]:
    begin, end, bend = THICK, 1 - THICK, 0.5
    top = f"M{begin},{left:.4f} C{bend},{left:.4f} {bend},{right:.4f} {end},{right:.4f}"
    under = (
        f"L{end},{right + width:.4f} C{bend},{right + width:.4f} {bend},{left + width:.4f} {begin},{left + width:.4f} Z"
    )
    return {
        "type": "path",
        "path": f"{top} {under}",
        "fillcolor": f"${place % COLOURS}",
        "opacity": 0.32,
        "line": {"width": 0},
        "layer": "below",
    }


def _stop(column: int, span: tuple[float, float], colour: str) -> dict[str, Any]:
    x = (0, THICK) if column == 0 else (1 - THICK, 1)
    where = {"x0": x[0], "x1": x[1], "y0": round(span[0], 4), "y1": round(span[1], 4)}
    return {"type": "rect", **where, "fillcolor": colour, "line": {"width": 0}}


def _name(name: str, span: tuple[float, float], column: int) -> dict[str, Any]:
    side = (
        {"x": THICK, "xanchor": "left", "xshift": 4}
        if column == 0
        else {"x": 1 - THICK, "xanchor": "right", "xshift": -4}
    )
    align = "left" if column == 0 else "right"
    return {**PLAIN, **side, "y": round(sum(span) / 2, 4), "align": align, "text": on_lines(name, LINE)}
