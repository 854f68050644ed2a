"""The register as a file: it comes in again as it went out, without notes unless they are asked for."""

from base64 import b64decode
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import delete, select

from dashboard.parts.numbers.csv_file import csv_file
from dashboard.parts.numbers.question_register import workbook
from domain.importing import batches, columns, files
from domain.refused import Refused
from domain.register import export
from store.database import Database
from store.models import JournalLine, Question
from store.queries.numbers import questions as entries
from store.queries.numbers.questions import Narrow
from tests import make

FULL: dict[str, Any] = {
    "topics": ("F3", "A5", "E2"), "channel": "mail", "asked_on": date(2026, 9, 3), "municipality": "Schoorl",
    "asker": "parent", "sector": "po", "age_band": "10-12", "phase": "home", "how_found": "website",
    "done": ("listening", "referral"), "referred_to": "consultant", "minutes": 25, "language": "nl", "open": True,
}  # fmt: skip


@pytest.fixture
def register(database: Database, now: datetime) -> Database:
    with database.writing() as session:
        make.question(session, now=now, **FULL)
        make.question(session, now=now, note="=Belt terug")
    return database


def exported(database: Database, now: datetime, *, notes: bool = False) -> list[list[export.Cell]]:
    with database.writing() as session:
        return export.rows(session, Narrow(), notes=notes, by=make.COORDINATOR, now=now)


def everything(database: Database) -> list[dict[str, object]]:
    with database.reading() as session:
        return [{**row, "note": None} for row in entries.every(session, Narrow())]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_went_out_comes_in_again_the_same(register: Database, now: datetime, kind: str) -> None:
    before, rows = everything(register), exported(register, now)
    content = csv_file(rows).encode() if kind == "csv" else b64decode(workbook(rows))
    with register.writing() as session:
        session.execute(delete(Question))

    with register.writing() as session:
        sheets = files.read(content)
        batches.take_in(session, sheets, columns.guess(sheets), content_hash=batches.file_hash(content),
                        all_or_nothing=True, by=make.COORDINATOR, now=now)  # fmt: skip

    assert everything(register) == before


def test_notes_stay_inside_unless_they_are_asked_for(register: Database, now: datetime) -> None:
    without, with_notes = exported(register, now), exported(register, now, notes=True)

    assert ("Belt" in str(without), with_notes[2][-1]) == (False, "=Belt terug")
    assert "'=Belt terug" in csv_file(with_notes)


def test_an_export_leaves_a_line_that_says_how_many(register: Database, now: datetime) -> None:
    exported(register, now)

    with register.reading() as session:
        line = session.scalars(select(JournalLine).where(JournalLine.kind == "question.exported")).one()
    assert line.facts == {"rows": 2, "notes": False}


def test_nobody_but_a_coordinator_gets_the_register(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        export.rows(session, Narrow(), notes=False, by=make.buddy_actor(1), now=now)
