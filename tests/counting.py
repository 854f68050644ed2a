"""How many questions a piece of work asks of the database."""

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session

from store.database import Database


def counted(database: Database, work: Callable[[Session], object]) -> int:
    """The number of statements that `work` sends in a reading session."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    with database.reading() as session:
        session.connection()
        event.listen(database.engine, "before_cursor_execute", note)
        try:
            work(session)
        finally:
            event.remove(database.engine, "before_cursor_execute", note)
    return len(statements)
