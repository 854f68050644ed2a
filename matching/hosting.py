"""Who can host a gathering, and how well they suit it: plain functions on plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from matching.people import Place
from matching.rules import FADES_OUT_AT_KM

MINUTES_A_DAY = 24 * 60
FOR_TOPIC, FOR_DISTANCE = 60, 40

Hours = tuple[int, int, int]
"""A day of the week (Monday is 0) and local minutes since midnight, the end not included."""


@dataclass(frozen=True)
class Gathering:
    """When, where and about what. `topics` gives for each topic those near it, as `topics.around` makes it."""

    hours: tuple[Hours, ...]
    place: Place | None = None
    topics: Mapping[str, Mapping[str, float]] | None = None


@dataclass(frozen=True)
class Host:
    """A buddy who may be asked; `taken` when they already host, or are asked to, at that moment."""

    buddy_id: int
    hours: tuple[Hours, ...]
    place: Place | None = None
    travel_km: int = 0
    topics: frozenset[str] = frozenset()
    paused: bool = False
    taken: bool = False


@dataclass(frozen=True)
class Suited:
    """How a buddy suits a gathering: `score` 0..100, and what stands in the way, nothing when they may be asked."""

    buddy_id: int
    score: int
    known: tuple[str, ...]
    km: float | None
    too_far: bool
    obstacles: tuple[str, ...]


def span(start: datetime, end: datetime) -> tuple[Hours, ...]:
    """The hours of the week between two moments of wall time; past midnight they go on the next day."""
    found, day = [], start.date()
    while datetime.combine(day, time(0)) < end:
        from_minute = _minutes(start) if day == start.date() else 0
        to_minute = _minutes(end) if day == end.date() else MINUTES_A_DAY
        found.append((day.weekday(), from_minute, to_minute))
        day = _next(day)
    return tuple(found)


def is_free(week: Iterable[Hours], wanted: Iterable[Hours]) -> bool:
    """Whether every part of the wanted hours lies within one block of the week."""
    blocks = tuple(week)
    return all(any(day == d and start <= s and e <= end for day, start, end in blocks) for d, s, e in wanted)


def obstacles(gathering: Gathering, host: Host) -> tuple[str, ...]:
    """Why this buddy can't be asked; nothing when they can. A long way is no obstacle: who likes to come, may."""
    free = is_free(host.hours, gathering.hours)
    broken = {"paused": host.paused, "not_free": not free, "taken": host.taken}
    return tuple(key for key, holds in broken.items() if holds)


def suited(gathering: Gathering, hosts: Iterable[Host]) -> tuple[Suited, ...]:
    """Every buddy: who can be asked first, then by score; ties go to the lower id."""
    found = [_judge(gathering, host) for host in hosts]
    return tuple(sorted(found, key=lambda one: (bool(one.obstacles), -one.score, one.buddy_id)))


def _judge(gathering: Gathering, host: Host) -> Suited:
    topics = gathering.topics or {}
    nearest = [max((near.get(code, 0.0) for code in host.topics), default=0.0) for near in topics.values()]
    about = max(nearest, default=1.0)
    km = gathering.place.km_to(host.place) if gathering.place and host.place else None
    near_by = 1.0 if km is None else max(0.0, 1 - km / FADES_OUT_AT_KM)
    return Suited(
        buddy_id=host.buddy_id,
        score=round(FOR_TOPIC * about + FOR_DISTANCE * near_by),
        known=tuple(code for code in topics if code in host.topics),
        km=km,
        too_far=km is not None and km > host.travel_km,
        obstacles=obstacles(gathering, host),
    )


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _next(day: date) -> date:
    return day + timedelta(days=1)
