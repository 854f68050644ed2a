"""What a planned moment runs into: a venue in use, others nearby in the same hours, a closed day, busy hosts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from domain.gatherings.closed_days import closed_days
from domain.gatherings.event_plans import VenuePlan
from domain.local_time import wall
from store.queries.gatherings import clashes as query
from store.queries.gatherings.clashes import Overlap


class Runs(StrEnum):
    """Into what, the most serious first."""

    VENUE = "venue"
    CLOSED = "closed"
    HOST = "host"
    REGION = "region"


@dataclass(frozen=True)
class Clash:
    """`what` is a venue, the name of a holiday, or who hosts; `other` is the gathering where there is one."""

    runs: Runs
    what: str
    other: Overlap | None = None


def clashes(
    session: Session, start: datetime, end: datetime, *, venue: str, municipality_code: str, besides: int | None
) -> tuple[Clash, ...]:
    """Everything that speaks against a moment, the most serious first, then in order of time.

    A gathering in the same venue is not named again for its region. Nothing here forbids anything.
    """
    where = VenuePlan(venue, municipality_code)
    return clashes_of_each(session, [(start, end)], where=where, besides=besides)[0]


def clashes_of_each(
    session: Session, moments: Sequence[tuple[datetime, datetime]], *, where: VenuePlan, besides: int | None = None
) -> tuple[tuple[Clash, ...], ...]:
    """The same for every one of many moments, in their order; asks the store as often as for one."""
    if not moments:
        return ()
    first, last = min(start for start, _end in moments), max(end for _start, end in moments)
    others = query.overlaps(session, first, last, besides=besides)
    near = query.same_region(session, where.municipality_code)
    closed = closed_days(session, where.municipality_code, [wall(start)[0] for start, _end in moments])
    found = []
    for start, end in moments:
        day = closed.get(wall(start)[0])
        meanwhile = [other for other in others if other.starts_at < end and other.ends_at > start]
        found.append(_sorted([Clash(Runs.CLOSED, day.name)] if day else [], meanwhile, where, near))
    return tuple(found)


def _sorted(found: list[Clash], others: Iterable[Overlap], where: VenuePlan, near: frozenset[str]) -> tuple[Clash, ...]:
    for other in others:
        if other.municipality_code == where.municipality_code and _same(other.venue, where.name):
            found.append(Clash(Runs.VENUE, other.venue, other))
        elif other.municipality_code in near:
            found.append(Clash(Runs.REGION, other.municipality, other))
        found += [Clash(Runs.HOST, name, other) for name in other.hosts]
    order = list(Runs)
    return tuple(sorted(found, key=lambda clash: order.index(clash.runs)))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
