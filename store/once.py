"""A row that is sent twice at once is kept once."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from store.models.table import Table

Row = TypeVar("Row", bound=Table)


def kept_once(session: Session, row: Row, earlier: Callable[[], Row | None]) -> Row | None:
    """Add a row. None when it was new, else the one that another session kept meanwhile, as `earlier` finds it.

    PostgreSQL waits here until that other session is done. Raises what the database says when it is another mistake.
    """
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        found = earlier()
        if found is None:
            raise
        return found
    return None
