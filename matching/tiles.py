"""Places as tiles on a small grid that looks like the map: every place one tile, its neighbours around it."""

from collections.abc import Iterable, Iterator
from itertools import count
from math import ceil, cos, radians, sqrt

from matching.people import Place


def tiles(places: Iterable[Place]) -> dict[str, tuple[int, int]]:
    """The row (0 is north) and column (0 is west) of each municipality; never two on one tile, no empty edges.

    1. The area is laid over a square grid with about as many tiles as there are places, a degree east shortened by the
    latitude. 2. From the middle out, each place takes the tile that it lies on, or the nearest that is free. The same
    places give the same tiles, in any order.
    """
    points = {one.municipality: (-one.latitude, one.longitude * cos(radians(one.latitude))) for one in places}
    if not points:
        return {}
    (top, height), (left, width) = _span(y for y, _x in points.values()), _span(x for _y, x in points.values())
    last = ceil(sqrt(len(points))) - 1
    step = max(height, width) / last if last else 1.0
    wished = {code: ((y - top) / step, (x - left) / step) if step else (0.0, 0.0) for code, (y, x) in points.items()}
    middle = (height / step / 2, width / step / 2) if step else (0.0, 0.0)
    taken: dict[tuple[int, int], str] = {}
    for code in sorted(wished, key=lambda code: (round(_far(wished[code], middle), 6), code)):
        tile = next(tile for tile in _around(wished[code]) if tile not in taken)
        taken[tile] = code
    north, west = min(row for row, _column in taken), min(column for _row, column in taken)
    return {code: (row - north, column - west) for (row, column), code in sorted(taken.items())}


def _span(values: Iterable[float]) -> tuple[float, float]:
    """The least value, and how far the greatest is from it."""
    known = list(values)
    return min(known), max(known) - min(known)


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _around(wished: tuple[float, float]) -> Iterator[tuple[int, int]]:
    """Every tile, the nearest first as far as its ring of tiles goes."""
    row, column = round(wished[0]), round(wished[1])
    for ring in count():
        sides = {(along, across) for along in range(-ring, ring + 1) for across in (-ring, ring)}
        on_ring = [(row + dy, column + dx) for dy, dx in sides | {(dx, dy) for dy, dx in sides}]
        yield from sorted(on_ring, key=lambda tile: (round(_far(tile, wished), 6), tile))
