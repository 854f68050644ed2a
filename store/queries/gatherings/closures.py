"""The days on which the support point itself is closed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Closure


@dataclass(frozen=True)
class ClosureFacts:
    id: int
    name: str
    first_day: date
    last_day: date


def between(session: Session, first: date, last: date | None = None) -> tuple[ClosureFacts, ...]:
    """The closures that touch the days from `first` to `last`, both included; without `last` all later ones too."""
    query = select(Closure).where(Closure.last_day >= first).order_by(Closure.first_day, Closure.id)
    if last is not None:
        query = query.where(Closure.first_day <= last)
    return tuple(ClosureFacts(row.id, row.name, row.first_day, row.last_day) for row in session.scalars(query))
