"""What was erased leaves the files of a database as well: its log, and the space that was left behind."""

import logging

from sqlalchemy.exc import OperationalError

from store.database import Database
from store.engines import BUSY_SECONDS
from store.models import Inquiry, InquiryMessage, Story, StoryFinding, StoryQuote, StoryTheme, StoryTopic

log = logging.getLogger(__name__)
WITHOUT_A_NAME = (Inquiry, InquiryMessage, Story, StoryFinding, StoryQuote, StoryTheme, StoryTopic)
PATIENCE = 250  # milliseconds; who reads at this moment is not held up, the night tries again


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


def wipe(database: Database) -> None:
    """For the night: PostgreSQL writes the tables of what came without a name anew, in the order of their numbers.

    So nothing is left of what was erased, and how rows lie tells no more who came first. A table that is in use at
    that moment waits for the next night.
    """
    empty_the_log(database)
    if database.is_sqlite:
        return
    with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        for table in WITHOUT_A_NAME:
            name = table.__tablename__
            try:
                connection.exec_driver_sql(f'CLUSTER "{name}" USING "pk_{name}"')
            except OperationalError:
                log.warning("%s is in use: what was erased of it leaves the files another night", name)
