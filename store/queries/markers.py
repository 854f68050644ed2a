"""What happened that charts should show: laws, terms, campaigns, and what the partnership improves."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Improvement, ImprovementTopic, Marker

IMPROVEMENT = "improvement"


@dataclass(frozen=True)
class Happening:
    """`topics` are the codes that it is about; empty for everything."""

    kind: str
    name: str
    starts_on: date
    ends_on: date | None
    topics: frozenset[str] = frozenset()


def happenings(session: Session, first: date, last: date) -> tuple[Happening, ...]:
    """Those that began from `first` to `last`, both included, the earliest first."""
    marks = session.scalars(select(Marker).where(Marker.starts_on.between(first, last)))
    found = [Happening(one.kind, one.name, one.starts_on, one.ends_on) for one in marks]
    topics: dict[int, set[str]] = {}
    for row in session.execute(select(ImprovementTopic.improvement_id, ImprovementTopic.topic_code)):
        topics.setdefault(row.improvement_id, set()).add(row.topic_code)
    for one in session.scalars(select(Improvement).where(Improvement.starts_on.between(first, last))):
        about = frozenset(topics.get(one.id, ()))
        found.append(Happening(IMPROVEMENT, one.title, one.starts_on, one.ends_on, about))
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.name)))
