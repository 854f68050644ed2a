"""Counting is done by one at a time, while everybody goes on registering and reading."""

from sqlalchemy import text
from sqlalchemy.orm import Session


def one_at_a_time(session: Session) -> None:
    """Wait until nobody else counts, up to the lock timeout; the next waits for the end of this transaction.

    On SQLite every transaction that writes is alone already. On PostgreSQL the table that only those who count write
    in is the lock: reading it stays free, and each database or schema has its own.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE refresh IN SHARE ROW EXCLUSIVE MODE"))
