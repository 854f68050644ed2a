"""Counters that many processes raise at the same moment."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from store.models import Attempt


def count_attempt(session: Session, subject: bytes, window: int) -> int:
    """Count one more, and give how many there are now; two at once are two, also when they are the first."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    first = insert(Attempt).values(subject=subject, window=window, count=1)
    again = first.on_conflict_do_update(index_elements=["subject", "window"], set_={"count": Attempt.count + 1})
    return session.scalars(again.returning(Attempt.count)).one()
