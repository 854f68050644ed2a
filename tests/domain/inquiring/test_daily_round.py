"""What the clock tells: once a day, of several together, and in time."""

from datetime import datetime, timedelta
from typing import Any

from domain.inquiring import answering, daily_round
from store.database import Database
from store.models import Inquiry, JournalLine
from tests.domain.inquiring.asked import asked
from tests.make import COORDINATOR
from tests.racing import race

A_DAY = timedelta(days=1)


def told(database: Database, now: datetime) -> dict[str, Any]:
    with database.writing() as session:
        daily_round.tend(session, now)
    with database.reading() as session:
        return {line.kind: line.facts for line in session.query(JournalLine)}


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(line.kind for line in session.query(JournalLine))


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


def test_a_second_round_on_the_same_day_tells_nothing_more(database: Database, now: datetime) -> None:
    with database.writing() as session:
        asked(session, now=now)
    told(database, now + A_DAY)

    with database.writing() as session:
        again = daily_round.tend(session, now + A_DAY + timedelta(hours=5))

    assert (again, kinds(database)) == (0, ["inquiries.came_in", "inquiries.due"])


def test_the_next_day_is_warned_of_anew(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now=now)
    for days in (1, 2):
        told(sqlite, now + days * A_DAY)

    assert kinds(sqlite).count("inquiries.due") == 2


def test_two_clocks_at_the_same_moment_tell_it_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for number in range(5):
            asked(session, f"vraag {number}", now=now, seed=str(number))
        old = asked(session, "een oude", now=now, seed="oud").id
        answering.answer(session, old, "Hallo", seen=1, by=COORDINATOR, now=now)
        session.get_one(Inquiry, old).forget_on = now.date()

    def tend(_clock: int) -> int:
        with database.writing() as session:
            return daily_round.tend(session, now + A_DAY)

    did = race(4, tend)

    assert sorted(map(str, did)) == ["0", "0", "0", "12"]
    assert kinds(database) == ["inquiries.came_in", "inquiries.due", "inquiries.forgotten", "inquiry.answered"]


def test_what_was_answered_is_not_warned_of(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = asked(session, now=now).id
        answering.answer(session, number, "Hallo", seen=1, by=COORDINATOR, now=now)

    assert "inquiries.due" not in told(sqlite, now + A_DAY)
