"""What is forgotten: at once by who asked, after its days by the clock; searched for in every table and file."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from domain import journal
from domain.actors import CLOCK
from domain.inquiring import answering, asking, daily_round
from domain.post.facts import inquiries as facts
from store.database import Database
from store.models import Inquiry, InquiryMessage, Link
from store.models.table import Table
from tests import make
from tests.domain.inquiring.asked import asked
from tests.make import COORDINATOR


def everything(database: Database) -> str:
    """Every row of every table, as text, with what is encrypted in the open."""
    with database.reading() as session:
        return "\n".join(
            repr(tuple(row)) for one in Table.metadata.sorted_tables for row in session.execute(one.select())
        )


def answered(database: Database, now: datetime, **told: str) -> int:
    with database.writing() as session:
        number = asked(session, "Zeldzaam woord: pindakaasvloot", now=now, **told).id
        answering.keep_draft(session, number, "Zeldzaam woord: hagelslagdek", seen=1, by=COORDINATOR)
        answering.answer(session, number, "Zeldzaam woord: hagelslagdek", seen=2, by=COORDINATOR, now=now)
        facts.link(session, number, now=now)
    return number


def test_who_asked_erases_all_of_it_at_once(database: Database, now: datetime) -> None:
    number = answered(database, now, email="zeldzaam@example.nl", phone="06 99887766")
    with database.writing() as session:
        make.letter(session, number, now=now, subject=("inquiry", number), address="zeldzaam@example.nl")
        make.post(session, now=now)

    with database.writing() as session:
        asking.take_away(session, number)
        asking.take_away(session, number)

    left = everything(database)
    assert [word for word in ("pindakaasvloot", "hagelslagdek", "zeldzaam@", "99887766") if word in left] == []
    with database.reading() as session:
        assert [session.query(table).count() for table in (Inquiry, InquiryMessage, Link)] == [0, 0, 0]


def test_nothing_of_it_is_left_in_a_file(sqlite: Database, now: datetime, tmp_path: Path) -> None:
    number = answered(sqlite, now)
    with sqlite.reading() as session:
        secret: bytes = session.execute(text("SELECT words FROM inquiry_message WHERE number = 1")).scalar_one()
    before = [path.name for path in tmp_path.iterdir() if secret in path.read_bytes()]

    with sqlite.writing() as session:
        asking.take_away(session, number)
    with sqlite.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")

    assert before
    assert [path.name for path in tmp_path.iterdir() if secret in path.read_bytes()] == []


def test_what_was_answered_is_forgotten_after_its_days(database: Database, now: datetime) -> None:
    answered(database, now)

    with database.writing() as session:
        daily_round.tend(session, now + timedelta(days=89))
        kept = session.query(Inquiry).count()
        daily_round.tend(session, now + timedelta(days=90))

    assert kept == 1
    assert "hagelslagdek" not in everything(database)


def test_what_waits_for_us_is_not_forgotten(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now)

    with sqlite.writing() as session:
        daily_round.tend(session, now + timedelta(days=900))
        left = session.query(Inquiry).count()

    assert left == 1


def test_the_search_finds_what_was_kept_elsewhere(sqlite: Database, now: datetime) -> None:
    """The control: a copy in the journal would be found."""
    with sqlite.writing() as session:
        journal.record(session, "inquiry.asked", ("inquiry", 1), by=CLOCK, now=now, words="pindakaasvloot")

    assert "pindakaasvloot" in everything(sqlite)
