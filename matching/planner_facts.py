"""What the planner may know, and what it gives: plain data, with times as clocks on the wall show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from matching.hosting import Hours
from matching.people import Daypart, Place


@dataclass(frozen=True)
class Demand:
    """Questions about a group of topics from a municipality, and how many people a café there was about it for."""

    municipality: str
    group: str
    questions: int
    covered: int = 0

    @property
    def open(self) -> int:
        return max(0, self.questions - self.covered)


@dataclass(frozen=True)
class Gathering:
    """Something that was held or is planned, in wall time; `people` came, and is None where it is still to come.

    One that is no café only stands in the way.
    """

    start: datetime
    end: datetime
    municipality: str
    cafe: bool = True
    people: int | None = None


@dataclass(frozen=True)
class Helper:
    """A buddy who could host: the hours of a week, the groups of topics they know, and when they are taken."""

    hours: tuple[Hours, ...]
    groups: frozenset[str]
    place: Place
    travel_km: int
    taken: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True)
class Known:
    """All that the planner may know. `spots` are municipalities with a venue, `closed` their days without cafés,
    `starts` the minutes since midnight at which a café begins in each part of the day."""

    today: date
    spots: Mapping[str, Place]
    starts: Mapping[Daypart, int]
    minutes: int
    demand: tuple[Demand, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    helpers: tuple[Helper, ...] = ()
    closed: Mapping[str, frozenset[date]] | None = None


@dataclass(frozen=True)
class Reason:
    """The key of a sentence and its values, which are all true of what was known."""

    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Moment:
    """A café's start and end in wall time, and where."""

    start: datetime
    end: datetime
    part: Daypart
    municipality: str


@dataclass(frozen=True)
class Candidate:
    """A café that could be: `score` 0..100, and why."""

    moment: Moment
    group: str
    score: int
    reasons: tuple[Reason, ...]
