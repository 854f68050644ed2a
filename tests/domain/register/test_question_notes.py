"""The note of a question: kept for its term, unreadable in the database, in no line of the journal."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from domain.actors import Actor, Role
from domain.forms import FieldKind, Privacy, load
from domain.register import questions
from store.database import Database
from store.models import JournalLine, Question
from tests import make

COORDINATOR = Actor(name="Marieke", roles=frozenset({Role.COORDINATOR}), account_id=1)
CODED_KINDS = {FieldKind.CHOICES, FieldKind.CHOICE, FieldKind.DATE, FieldKind.NUMBER, FieldKind.YES_NO}


def test_only_the_note_could_name_somebody_and_it_is_kept_as_such(sqlite: Database) -> None:
    with sqlite.reading() as session:
        fields = load(session, "question").fields

    free = {field.key: field.privacy for field in fields if field.kind not in CODED_KINDS}
    assert free == {"note": Privacy.PERSONAL}


def test_a_note_is_kept_for_its_term(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, note=" Belt vrijdag terug ")

    with database.reading() as session:
        row = session.get_one(Question, number)
        assert (row.note, row.note_until) == ("Belt vrijdag terug", date(2027, 2, 22))


def test_a_note_that_stays_as_it_was_keeps_its_end(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, note="Belt terug")
    values: dict[str, Any] = {"topics": ("B3",), "channel": "mail", "note": "Belt terug"}
    with sqlite.writing() as session:
        questions.change(session, number, values, by=COORDINATOR, now=now + timedelta(days=30))

    with sqlite.reading() as session:
        assert session.get_one(Question, number).note_until == date(2027, 2, 22)


def test_a_note_is_unreadable_in_the_database(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, note="Belt vrijdag terug")

    with database.reading() as session:
        assert b"vrijdag" not in bytes(session.connection().exec_driver_sql("SELECT note FROM question").scalar_one())


def test_a_note_is_in_no_line_of_the_journal(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, note="Belt vrijdag terug")
        questions.change(session, number, {"topics": ("D2",), "channel": "mail"}, by=COORDINATOR, now=now)

    with sqlite.reading() as session:
        assert [line.facts for line in session.scalars(select(JournalLine))] == [{}, {}]
