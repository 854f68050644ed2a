"""Places as they lie: a tile for each, or its own outline; the fuller its colour the more there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.names import PLAIN, escaped, on_lines

FULL, FAINT = 0.62, 0.06
ROW = 108
LINE = 14
FLAT = 0.6  # a tile is wider than it is high
Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Place:
    """`part` is how full its colour is, 0..1; None where the number is hidden: then it is an empty, dashed outline."""

    name: str
    said: str
    part: float | None


def tiles(places: Mapping[str, Place], spots: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    """A tile per place; `spots` says its row and column."""
    shapes = _drawn((place, _tile(*spots[code])) for code, place in places.items())
    names = [_name(place, column + 0.5, row + 0.5) for code, place in places.items() for row, column in [spots[code]]]
    columns = max(column for _row, column in spots.values()) + 1
    rows = max(row for row, _column in spots.values()) + 1
    figure = _figure(shapes, names, (-0.02, columns + 0.02), (rows + 0.02, -0.02))
    figure["layout"]["yaxis"] |= {"scaleanchor": "x", "scaleratio": FLAT}
    return figure


def shapes(places: Mapping[str, Place], outlines: Mapping[str, Sequence[Ring]], *, stretch: float) -> dict[str, Any]:
    """Each place by its outlines; `stretch` is how much shorter a unit to the east is than one to the north."""
    drawn = _drawn((place, _path(outlines[code])) for code, place in places.items())
    points = [point for code in places for ring in outlines[code] for point in ring]
    middle = {code: _middle(outlines[code]) for code in places}
    names = [_name(place, *middle[code]) for code, place in places.items()]
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    figure = _figure(drawn, names, (west, east), (south, north))
    figure["layout"]["yaxis"] |= {"scaleanchor": "x", "scaleratio": round(1 / stretch, 4)}
    return figure


def height(rows: int) -> int:
    """Enough pixels for as many tiles above each other."""
    return 24 + ROW * rows


def _figure(
    shapes: list[dict[str, Any]], names: list[dict[str, Any]], wide: tuple[float, float], tall: tuple[float, float]
) -> dict[str, Any]:
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "hovermode": False,
        "shapes": shapes,
        "annotations": names,
        "xaxis": {**axis, "range": list(wide)},
        "yaxis": {**axis, "range": list(tall), "rangemode": "normal"},
    }
    return {"data": [{"type": "scatter", "x": [None], "y": [None], "showlegend": False}], "layout": layout}


def _drawn(places: Iterable[tuple[Place, str]]) -> list[dict[str, Any]]:
    """One shape for all places that look alike: a country has hundreds."""
    alike: dict[float | None, list[str]] = {}
    for place, path in places:
        full = None if place.part is None else round(FAINT + (FULL - FAINT) * place.part, 2)
        alike.setdefault(full, []).append(path)
    return [{"type": "path", "path": " ".join(paths), **_look(full)} for full, paths in alike.items()]


def _look(full: float | None) -> dict[str, Any]:
    """The frame is as clear for every place, so the fill is a part of the colour only."""
    if full is None:
        return {"line": {"width": 1.5, "dash": "dash", "color": "$quiet"}}
    return {"fillcolor": "$0", "opacity": full, "line": {"width": 1.5, "color": "$quiet"}, "layer": "below"}


def _tile(row: int, column: int) -> str:
    return f"M{column + 0.03:g},{row + 0.04:g}H{column + 0.97:g}V{row + 0.96:g}H{column + 0.03:g}Z"


def _path(rings: Sequence[Ring]) -> str:
    return " ".join("M" + " L".join(f"{x:.5f},{y:.5f}" for x, y in ring) + " Z" for ring in rings)


def _middle(rings: Sequence[Ring]) -> tuple[float, float]:
    """The middle of the box around the largest ring."""
    ring = max(rings, key=len)
    east, north = ([point[axis] for point in ring] for axis in (0, 1))
    return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2


def _name(place: Place, x: float, y: float) -> dict[str, Any]:
    return {**PLAIN, "x": x, "y": y, "text": f"{on_lines(place.name, LINE)}<br>{escaped(place.said)}"}
