"""What was erased is in no file of the database any more: not in its log, not in the space that it left."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import text

from domain import codes
from domain.actors import PARENT
from domain.matchmaking import erasing, requests
from store.database import Database
from store.wiping import LOG_OF_SQLITE, empty_the_log, erasable, wipe
from tests import make, stories, tracing
from tests.domain.inquiring.asked import asked
from tests.doors import Doors, Visitor

OURS = ("story", "story_quote", "story_finding", "inquiry", "inquiry_message")
OF_A_REQUEST = ("request", "letter", "link")


def stored(database: Database, tables: tuple[str, ...] = OURS) -> list[bytes]:
    """Every encrypted or hashed value of these tables, as it lies in the database."""
    values = [value for table, row in tracing.rows(database) if table in tables for value in row.values()]
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


def test_of_an_erased_buddy_request_letter_and_link_nothing_is_left_after_the_night(
    database: Database, now: datetime, tmp_path: Path
) -> None:
    with database.writing() as session:
        number = make.request(session, now=now, name="Zwaluwtje", email="zwaluw@example.nl", phone="06 99887766")
        requests.link(session, number, now=now)
        make.letter(session, number, now=now, subject=("request", number), recipient="Zwaluwtje", body="Beste Zwaluw")
    written = stored(database, OF_A_REQUEST)
    before = holding(database, tmp_path, *written)

    with database.writing() as session:
        erasing.erase(session, number, by=PARENT, now=now)
    wipe(database)

    assert (len(written) > 8, before != []) == (True, True)
    assert (stored(database, OF_A_REQUEST), holding(database, tmp_path, *written)) == ([], [])


def test_what_may_be_erased_is_written_anew() -> None:
    left_out = set(OF_A_REQUEST + OURS + ("request_topic", "check_in", "taken_quarter", "known_name")) - {*erasable()}

    assert left_out == set()


@contextmanager
def in_use(database: Database, name: str, *, seconds: float = 60) -> Iterator[None]:
    """Somebody reads this table, at most so long."""
    with database.engine.connect() as connection:
        connection.execute(text(f'SELECT 1 FROM "{name}" LIMIT 1'))
        timer = Timer(seconds, connection.rollback)
        timer.start()
        yield
        timer.cancel()
        timer.join()


def waiting(database: Database) -> str:
    return LOG_OF_SQLITE if database.is_sqlite else "letter"


def test_what_is_in_use_all_the_time_waits_for_another_night_and_the_log_says_so(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with in_use(database, "letter"), caplog.at_level(logging.WARNING):
        with database.writing() as other:
            stories.told(other)
        left = wipe(database, pause=0.01)

    assert left == (waiting(database),)
    assert [one.getMessage() for one in caplog.records] == [
        f"{waiting(database)} is in use: what was erased of it leaves the files another night"
    ]


def test_what_was_in_use_for_a_moment_is_tried_again(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    with in_use(database, "letter", seconds=0.4), caplog.at_level(logging.WARNING):
        with database.writing() as other:
            stories.told(other)
        left = wipe(database, pause=0.6)

    assert (left, caplog.records) == ((), [])


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
