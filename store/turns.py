"""One at a time, where there is no row yet that could be locked."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def take_turn(session: Session, what: str) -> None:
    """Wait until nobody else is at `what`; the turn ends with the transaction, and what is read next is the newest.

    SQLite lets in one writer at a time anyway. Support points in one PostgreSQL database each have their own turns.
    """
    if session.get_bind().dialect.name == "postgresql":
        mine = func.concat(func.current_schema(), " ", what)
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(mine, 0))))
