"""A page of rows, the newest first; those that tell no more than their day stand at the beginning of that day."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.models import JournalLine, Letter

Row = TypeVar("Row", bound=JournalLine | Letter)


def newest(
    session: Session, query: Select[Row], table: type[Row], at: InstrumentedAttribute[datetime],
    *, before: int | None, most: int,
) -> Sequence[Row]:  # fmt: skip
    """At most `most` rows that are numbered as they came, older than number `before`, with the others of their days.

    Those have a number below zero, at random (`domain.by_day`).
    """
    numbered = query.where(table.id > 0)
    others = query.where(table.id < 0)
    if before is not None:
        numbered = numbered.where(table.id < before)
        others = others.where(at <= select(at).where(table.id == before).scalar_subquery())
    rows = session.scalars(numbered.order_by(table.id.desc()).limit(most)).all()
    if len(rows) == most:
        others = others.where(at > getattr(rows[-1], at.key))
    found = [*rows, *session.scalars(others)]
    return sorted(found, key=lambda row: getattr(row, at.key), reverse=True)


def last_numbered(numbers: Sequence[int], most: int) -> int | None:
    """Where the next page begins; None when this page is the last one."""
    numbered = [number for number in numbers if number > 0]
    return numbered[-1] if len(numbered) == most else None
