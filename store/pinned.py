"""Counting by index: the plan may not turn into reading a whole table when the statistics of the database change."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text
from sqlalchemy.orm import Session

# Each of them starts with a whole table or a whole index. Compiling a plan takes longer than a small count does.
POSTGRESQL = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin", "jit")


@contextmanager
def by_index(session: Session) -> Iterator[None]:
    """What is asked inside looks up rows one by one.

    SQLite is told so when the connection is made: it may not build an index of its own for a single question.
    """
    if session.get_bind().dialect.name == "sqlite":
        yield
        return
    _set(session, "off")
    yield
    _set(session, "on")


def _set(session: Session, value: str) -> None:
    # In a transaction that went wrong nothing can be set, and what was set for it alone is over with it.
    session.execute(text("".join(f"SET LOCAL {name} = {value};" for name in POSTGRESQL)))
