"""What a planned moment runs into: a venue in use, others nearby in the same hours, a closed day, busy hosts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from domain.closed_days import closed_days
from domain.local_time import wall
from store.queries import clashes as query
from store.queries.clashes import Overlap


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
    others = query.overlaps(session, start, end, besides=besides)
    near = query.same_region(session, municipality_code)
    day = wall(start)[0]
    closed = closed_days(session, municipality_code, [day]).get(day)
    found = [Clash(Runs.CLOSED, closed.name)] if closed else []
    for other in others:
        same_place = other.municipality_code == municipality_code and _same(other.venue, venue)
        if same_place:
            found.append(Clash(Runs.VENUE, other.venue, other))
        elif other.municipality_code in near:
            found.append(Clash(Runs.REGION, other.municipality, other))
        found += [Clash(Runs.HOST, name, other) for name in other.hosts]
    order = list(Runs)
    return tuple(sorted(found, key=lambda clash: order.index(clash.runs)))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
