"""Which version the database has: upgrade it, or refuse one that is newer than this code."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from store.database import Database

ADVISORY_LOCK = 7_033_210


class WrongVersion(Exception):
    """The database does not have the version of this code; the message says what to do."""


def upgrade(database: Database) -> bool:
    """Bring the database to this code's version, in one transaction; returns whether anything changed.

    A database of a newer version is refused untouched (`WrongVersion`). Several processes may call it at once.
    """
    with database.engine.connect() as connection:
        _hold_others_off(database, connection)
        try:
            before = _version(connection)
            _refuse_newer(before)
            if before == _head():
                return False
            command.upgrade(_config(connection), "head")
            if database.is_sqlite:
                assert not connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            connection.commit()
        finally:
            connection.rollback()
            _let_others_in(database, connection)
    return True


def check(database: Database) -> None:
    """Raise `WrongVersion` unless the database is exactly of this code's version."""
    with database.engine.connect() as connection:
        version = _version(connection)
    _refuse_newer(version)
    if version != _head():
        raise WrongVersion("The database is older than this program. Run: rodedraad upgrade")


def _refuse_newer(version: str | None) -> None:
    if version is None:
        return
    try:
        ScriptDirectory.from_config(_config()).get_revision(version)
    except CommandError:
        raise WrongVersion(
            f"The database has version {version}, which this program does not know: it is newer. "
            "Nothing was changed. Install the newer program, or put back a copy of the database."
        ) from None


def _hold_others_off(database: Database, connection: Connection) -> None:
    if database.is_sqlite:
        # Rebuilding a table would empty the tables that refer to it; only outside a transaction can this be set.
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        connection.execution_options(write=True)
    else:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": ADVISORY_LOCK})
        connection.commit()


def _let_others_in(database: Database, connection: Connection) -> None:
    if database.is_sqlite:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=ON")
    else:
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": ADVISORY_LOCK})
        connection.commit()


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
