"""What the clock tells: once a day, of several together, and in time."""

from datetime import datetime, timedelta
from typing import Any

from domain.inquiring import answering, daily_round
from store.database import Database
from store.models import Inquiry, JournalLine
from tests.domain.inquiring.asked import asked
from tests.make import COORDINATOR

A_DAY = timedelta(days=1)


def told(database: Database, now: datetime) -> dict[str, Any]:
    with database.writing() as session:
        daily_round.tend(session, now)
    with database.reading() as session:
        return {line.kind: line.facts for line in session.query(JournalLine)}


def test_nothing_is_told_on_the_day_itself(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now)

    assert told(sqlite, now + timedelta(hours=2)) == {}


def test_the_day_after_one_line_tells_how_many(database: Database, now: datetime) -> None:
    with database.writing() as session:
        asked(session, "een", now=now, seed="1")
        asked(session, "twee", now=now, seed="2")

    lines = told(database, now + A_DAY)

    assert lines == {"inquiries.came_in": {"number": 2}, "inquiries.due": {"number": 2, "late": 0}}
    with database.reading() as session:
        assert [row.noted for row in session.query(Inquiry)] == [True, True]


def test_what_is_late_is_counted_on_working_days(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now)

    assert told(sqlite, now + 7 * A_DAY)["inquiries.due"] == {"number": 1, "late": 1}


def test_no_warning_goes_out_on_a_saturday(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now)

    assert "inquiries.due" not in told(sqlite, now + 4 * A_DAY)


def test_what_was_answered_is_not_warned_of(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.answer(session, number, "Hallo", seen=1, by=COORDINATOR, now=now)

    assert "inquiries.due" not in told(sqlite, now + A_DAY)
