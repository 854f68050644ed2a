"""Counters that many processes raise at the same moment."""

from typing import cast

from sqlalchemy import Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from store.models import Attempt

COUNTERS = cast(Table, Attempt.__table__)


def _one_more(insert: type[postgresql.Insert] | type[sqlite.Insert]) -> ReturningInsert[int]:
    first = insert(COUNTERS).values(subject=bindparam("who"), window=bindparam("ends"), count=1)
    again = first.on_conflict_do_update(index_elements=["subject", "window"], set_={"count": COUNTERS.c["count"] + 1})
    return again.returning(COUNTERS.c["count"])


# Made once: putting the statement together takes longer than running it, and everybody who signs up is counted.
ONE_MORE = {"sqlite": _one_more(sqlite.Insert), "postgresql": _one_more(postgresql.Insert)}


def count_attempt(session: Session, subject: bytes, window: int) -> int:
    """Count one more, and give how many there are now; two at once are two, also when they are the first."""
    statement = ONE_MORE[session.get_bind().dialect.name]
    count: int = session.execute(statement, {"who": subject, "ends": window}).scalar_one()
    return count
