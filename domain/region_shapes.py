"""Reading the outlines of municipalities from a GeoJSON file: checked, matched to ours by code or name, made small."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, hypot, isfinite, radians
from typing import Any

import orjson

from domain import region_names
from domain.refused import Refused
from domain.region_names import Which

MOST_MEGABYTES = 5
MOST_POINTS = 300  # per municipality
FIELD = "region-map"
DEGREES = ((3.0, 50.0), (8.0, 54.0))
METRES = ((-10_000.0, 289_000.0), (300_000.0, 640_000.0))
"""The corners of the Netherlands, by longitude and latitude and by the national grid (Rijksdriehoek)."""
Ring = list[list[float]]


def read(content: bytes, names: Mapping[str, str], chosen: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The `rings` of each municipality of `names` (code to name) and the `stretch` of the map. Raises `Refused`.

    `chosen` answers what `questions` asked.
    """
    features = _features(content)
    known = region_names.matched([_properties(one) for one in features], names, chosen or {})
    if known.open:
        raise Refused("region_map.which", field=FIELD, places=", ".join(one.name for one in known.open))
    found = {code: [ring for at in places for ring in _rings(features[at])] for code, places in known.places.items()}
    if missing := [name for code, name in names.items() if code not in found]:
        raise Refused("region_map.missing", field=FIELD, places=", ".join(sorted(missing)[:5]))
    stretch = _stretch(point for rings in found.values() for ring in rings for point in ring)
    small = {code: smaller(rings) for code, rings in found.items()}
    if not all(small.values()):
        raise Refused("region_map.no_shape", field=FIELD)
    return {"rings": small, "stretch": stretch}


def questions(content: bytes, names: Mapping[str, str]) -> tuple[Which, ...]:
    """Of which of our municipalities only a person can say which outline it is. Raises `Refused`."""
    return region_names.matched([_properties(one) for one in _features(content)], names, {}).open


def _features(content: bytes) -> Sequence[Any]:
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise Refused("region_map.too_large", field=FIELD, megabytes=MOST_MEGABYTES)
    try:
        read = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise Refused("region_map.no_map", field=FIELD) from None
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list):
        raise Refused("region_map.no_map", field=FIELD)
    return features


def _properties(feature: Any) -> Mapping[str, object]:  # noqa: ANN401 - anything may be in the file
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _rings(feature: Mapping[str, Any]) -> list[Ring]:
    """The outer edge of each part; holes are left out."""
    shape = feature.get("geometry")
    parts: Any
    kind, parts = (shape.get("type"), shape.get("coordinates")) if isinstance(shape, dict) else (None, None)
    parts = [parts] if kind == "Polygon" else parts
    if kind not in ("Polygon", "MultiPolygon"):
        raise Refused("region_map.no_shape", field=FIELD)
    try:
        return [[[float(x), float(y)] for x, y, *_height in part[0]] for part in parts]
    except (TypeError, ValueError, IndexError):
        raise Refused("region_map.no_map", field=FIELD) from None


def _stretch(points: Iterable[Sequence[float]]) -> float:
    """How much shorter a unit east is than one north; 1 in metres. Raises `Refused` outside the Netherlands."""
    known = list(points)
    if _within(known, METRES):
        return 1.0
    if not _within(known, DEGREES):
        raise Refused("region_map.elsewhere", field=FIELD)
    return round(cos(radians(sum(y for _x, y in known) / len(known))), 4)


def _within(points: Sequence[Sequence[float]], corners: Sequence[Sequence[float]]) -> bool:
    (west, south), (east, north) = corners
    return bool(points) and all(isfinite(x + y) and west <= x <= east and south <= y <= north for x, y in points)


def smaller(rings: Sequence[Ring]) -> list[Ring]:
    """At most three hundred points together, by leaving out those that the eye misses least."""
    several = [ring for ring in rings if len(ring) > 3]
    slack = _width(several) / 4000
    while sum(map(len, several)) > MOST_POINTS:
        several = [ring for ring in (list(_simplified(ring, slack)) for ring in several) if len(ring) > 3]
        slack *= 1.5
    return several


def _width(rings: Sequence[Ring]) -> float:
    east = [x for ring in rings for x, _y in ring]
    return max(east) - min(east) if east else 0.0


def _simplified(ring: Ring, slack: float) -> Iterator[list[float]]:
    """Points farther than `slack` from the line between those kept (Douglas and Peucker, 1973), without recursion."""
    kept, spans = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        far = [(_off(ring[at], ring[first], ring[last]), at) for at in range(first + 1, last)]
        if far and max(far)[0] > slack:
            at = max(far)[1]
            kept.add(at)
            spans += [(first, at), (at, last)]
    return (ring[at] for at in sorted(kept))


def _off(point: Sequence[float], one: Sequence[float], other: Sequence[float]) -> float:
    """How far a point lies from a line, or from its ends when both are the same."""
    east, north = other[0] - one[0], other[1] - one[1]
    length = hypot(east, north)
    if not length:
        return hypot(point[0] - one[0], point[1] - one[1])
    return abs(east * (point[1] - one[1]) - north * (point[0] - one[0])) / length
