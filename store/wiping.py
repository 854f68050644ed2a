"""What was erased leaves the files of a database as well: its log, and the space that was left behind."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sqlalchemy import LargeBinary, text
from sqlalchemy.exc import OperationalError

from store.database import Database
from store.engines import BUSY_SECONDS
from store.models import Table
from store.models.table import ERASABLE
from store.types import Encrypted

log = logging.getLogger(__name__)
PATIENCE = 250  # milliseconds; who reads at this moment is not held up, the night tries again
LONGEST_MINUTES = 5  # to write one table anew
ROUNDS, PAUSE_SECONDS = 3, 2.0
LOG_OF_SQLITE = "the log of SQLite"


def erasable() -> tuple[str, ...]:
    """The tables of which something may be erased for somebody's sake: what is encrypted or hashed is, what a table
    says of itself (`ERASABLE`), and all that points at a row of these.
    """
    found: dict[str, None] = {}
    for table in Table.metadata.sorted_tables:  # a table comes after those that it points at
        own = any(isinstance(column.type, Encrypted | LargeBinary) for column in table.columns)
        points = any(key.column.table.name in found for key in table.foreign_keys)
        if own or points or ERASABLE.items() <= table.info.items():
            found[table.name] = None
    return tuple(found)


def empty_the_log(database: Database) -> bool:
    """SQLite: write the log into the file and empty it; `secure_delete` has zeroed there what was erased.

    Gives whether that worked: it does not while somebody reads. Elsewhere there is nothing to do at once.
    """
    if not database.is_sqlite:
        return True
    connection = database.engine.raw_connection()
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000:.0f}")
        connection.close()
    return not busy


def wipe(database: Database, *, pause: float = PAUSE_SECONDS) -> tuple[str, ...]:
    """For the night: PostgreSQL writes each table that may hold something erased anew, in the order of its numbers.

    So nothing is left of what was erased, and how rows lie tells no more who came first. What is in use is tried a few
    times, `pause` seconds apart; gives what still waits for another night, which the log tells too.
    """
    waiting = dict(_steps(database))
    for number in range(ROUNDS):
        if waiting and number:
            time.sleep(pause)
        waiting = {name: step for name, step in waiting.items() if not step()}
    for name in waiting:
        log.warning("%s is in use: what was erased of it leaves the files another night", name)
    return tuple(waiting)


def _steps(database: Database) -> Mapping[str, Callable[[], bool]]:
    """What there is to do by its name; each gives whether it worked."""
    if database.is_sqlite:
        return {LOG_OF_SQLITE: partial(empty_the_log, database)}
    return {name: partial(_write_anew, database, name) for name in erasable()}


def _write_anew(database: Database, name: str) -> bool:
    try:
        with database.engine.begin() as connection:
            for setting in _patience():
                connection.execute(text(setting))
            connection.execute(text(f'CLUSTER "{name}" USING "pk_{name}"'))
    except OperationalError:  # the lock was not to be had, or it would have taken too long
        return False
    return True


def _patience() -> Iterator[str]:
    """For one transaction only: who reads or writes waits for us no longer than this."""
    yield f"SET LOCAL lock_timeout = '{PATIENCE}ms'"
    yield f"SET LOCAL statement_timeout = '{LONGEST_MINUTES}min'"
