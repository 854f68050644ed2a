"""A row that is sent twice at once is kept once."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from store.models.table import Table


def kept_once(session: Session, row: Table) -> bool:
    """Add a row, and tell whether it was new: False when another session kept one with the same unique key meanwhile.

    PostgreSQL waits here until that other session is done, so that its row can then be read.
    """
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True
