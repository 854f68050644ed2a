"""What was erased is in no file of the database any more: not in its log, not in the space that it left."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from domain import codes
from store.database import Database
from store.wiping import empty_the_log, wipe
from tests import stories, tracing
from tests.domain.inquiring.asked import asked
from tests.doors import Doors, Visitor

OURS = ("story", "story_quote", "story_finding", "inquiry", "inquiry_message")


def stored(database: Database) -> list[bytes]:
    """Every encrypted value of stories and inquiries, as it lies in the database."""
    values = [value for table, row in tracing.rows(database) if table in OURS for value in row.values()]
    return [bytes(value) for value in values if isinstance(value, bytes | memoryview)]


def holding(database: Database, folder: Path, *wanted: bytes) -> list[str]:
    """The files with a trace: beside the one of SQLite, or those in which PostgreSQL keeps its tables."""
    if database.is_sqlite:
        return tracing.files_holding(folder, *wanted)
    with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("CHECKPOINT"))
        home = connection.execute(text("SHOW data_directory")).scalar_one()
        number = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()
    return tracing.files_holding(Path(home) / "base" / str(number), *wanted)


def asked_and_told(doors: Doors) -> tuple[str, str]:
    """The code of a question and that of a story."""
    code = codes.make()
    with doors.database.writing() as session:
        stories.told(session, code=code)
        return asked(session, now=doors.now).code, code


def erase(visitor: Visitor, question: str, story: str) -> None:
    visitor.post("/mijn-vraag", code=question, do="erase")
    visitor.post("/vertellis/weg", code=story, do="wis")


def test_what_somebody_erases_is_in_no_file_at_once(sqlite: Database, now: datetime, tmp_path: Path) -> None:
    doors = Doors(sqlite, now)
    secrets, written = asked_and_told(doors), stored(sqlite)
    before = holding(sqlite, tmp_path, *written)

    erase(doors.visitor(), *secrets)

    assert before != []
    assert (stored(sqlite), holding(sqlite, tmp_path, *written)) == ([], [])


def test_after_the_night_it_is_in_no_file_of_either_database(database: Database, now: datetime, tmp_path: Path) -> None:
    doors = Doors(database, now)
    secrets, written = asked_and_told(doors), stored(database)
    before = holding(database, tmp_path, *written)

    erase(doors.visitor(), *secrets)
    wipe(database)

    assert before != []
    assert holding(database, tmp_path, *written) == []


def test_who_reads_is_not_held_up_and_the_night_tries_again(sqlite: Database, tmp_path: Path) -> None:
    with sqlite.writing() as session:
        stories.told(session)
    with sqlite.reading() as session:
        session.execute(text("SELECT count(*) FROM story")).one()
        with sqlite.writing() as other:
            stories.told(other)

        first = empty_the_log(sqlite)

    assert (first, empty_the_log(sqlite)) == (False, True)


def test_how_rows_lie_does_not_tell_who_came_first(database: Database) -> None:
    with database.writing() as session:
        told = [stories.told(session, f"Verhaal {n}.") for n in range(12)]

    wipe(database)

    with database.engine.connect() as connection:
        lying = list(connection.execute(text("SELECT id, told FROM story")).scalars())
    assert (lying, lying != told) == (sorted(told), True)
