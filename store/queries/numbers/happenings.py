"""What happened and belongs beside numbers: markers, and improvements from the day they began."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from store.models import Improvement, ImprovementTopic, Marker
from store.states import ImprovementState, MarkerKind

IMPROVEMENT = "improvement"


@dataclass(frozen=True)
class Happening:
    """`kind` is one of `MarkerKind`, or `improvement`; `topics` are codes of topics and groups, none means all of them.

    `ends_on` is empty for a marker of one day, and for an improvement that goes on.
    """

    kind: str
    id: int
    name: str
    starts_on: date
    ends_on: date | None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class MarkerFacts:
    id: int
    kind: MarkerKind
    name: str
    starts_on: date
    ends_on: date | None


def between(session: Session, first: date, last: date) -> tuple[Happening, ...]:
    """What began, went on or ended on the days from `first` to `last`, both included, the earliest first.

    An improvement that is only planned is not in it.
    """
    until = func.coalesce(Marker.ends_on, Marker.starts_on)
    touched = select(Marker).where(Marker.starts_on <= last, until >= first)
    found = [
        Happening(row.kind.value, row.id, row.name, row.starts_on, row.ends_on) for row in session.scalars(touched)
    ]
    return tuple(sorted([*found, *_improvements(session, first, last)], key=lambda one: (one.starts_on, one.name)))


def _improvements(session: Session, first: date, last: date) -> Iterable[Happening]:
    begun = Improvement.state != ImprovementState.PLANNED
    query = select(Improvement).where(begun, Improvement.starts_on <= last)
    query = query.where(or_(Improvement.ends_on >= first, Improvement.ends_on.is_(None)))
    topics: dict[int, list[str]] = {}
    for number, code in session.execute(select(ImprovementTopic.improvement_id, ImprovementTopic.topic_code)):
        topics.setdefault(number, []).append(code)
    for row in session.scalars(query):
        yield Happening(
            IMPROVEMENT, row.id, row.title, row.starts_on, row.ends_on, tuple(sorted(topics.get(row.id, ())))
        )


def markers(session: Session) -> tuple[MarkerFacts, ...]:
    """Every marker, the latest first."""
    query = select(Marker).order_by(Marker.starts_on.desc(), Marker.id.desc())
    return tuple(MarkerFacts(row.id, row.kind, row.name, row.starts_on, row.ends_on) for row in session.scalars(query))
