"""How far all places are from each other, as far as anybody travels."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import asin, cos, degrees, radians

from matching.people import EARTH_RADIUS_KM, Place
from matching.solver.compiled import Numbers, filled

FAR = 2**31 - 1
MARGIN_KM = 0.1  # of rounding


@lru_cache(maxsize=8)
def tenths_between(places: tuple[Place, ...], most_km: int) -> Numbers:
    """For each pair of places `Place.km_to` in tenths, at [one x places + other]; `FAR` may stand for more than asked.

    Kept for the next time, because places do not move. Nobody may write in it.
    """
    size = len(places)
    found = filled(size * size, FAR, bits=32)
    for one, other in _near_enough(places, most_km + MARGIN_KM):
        found[one * size + other] = found[other * size + one] = round(10 * places[one].km_to(places[other]))
    return found


def _near_enough(places: Sequence[Place], km: float) -> Iterator[tuple[int, int]]:
    """Every pair that could be so near, and some more, each in one of its two orders."""
    order = sorted(range(len(places)), key=lambda at: places[at].latitude)
    latitudes = [places[at].latitude for at in order]
    north, east = degrees(km / EARTH_RADIUS_KM), _degrees_east(latitudes, km)
    for at, one in enumerate(order):
        end = bisect_right(latitudes, latitudes[at] + north)
        yield from ((one, other) for other in order[at:end] if _apart(places[one], places[other]) <= east)


def _apart(one: Place, other: Place) -> float:
    """Degrees of longitude, the short way round."""
    east = abs(one.longitude - other.longitude)
    return min(east, 360 - east)


def _degrees_east(latitudes: Sequence[float], km: float) -> float:
    """How many degrees of longitude so many kilometres are at most."""
    shortest = min((cos(radians(one)) for one in latitudes), default=1.0)
    part = km / (2 * EARTH_RADIUS_KM * max(shortest, 1e-9))
    return 360.0 if part >= 1 else degrees(2 * asin(part))
