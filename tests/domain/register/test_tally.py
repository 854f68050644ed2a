"""A tally after a café: so many questions at once, once, and taken back together."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.actors import Actor, Role
from domain.refused import Refused
from domain.register import tally
from store.database import Database
from store.models import DirtyCell, JournalLine, Question
from tests import make
from tests.make import COORDINATOR

COLLEAGUE = Actor("Bo", frozenset({Role.COORDINATOR}), account_id=2)
VOLUNTEER = make.buddy_actor(7)
ABOUT: dict[str, Any] = {"asked_on": date(2026, 11, 20), "municipality": "Alkmaar"}


def save(database: Database, now: datetime, token: str = "a" * 32, by: Actor = COORDINATOR, **tallied: int) -> Any:
    with database.writing() as session:
        return tally.save(session, tallied, ABOUT, by=by, now=now, token=token)


def undo(database: Database, numbers: Any, now: datetime, by: Actor = COORDINATOR) -> None:
    with database.writing() as session:
        tally.undo(session, numbers, by=by, now=now)


def how_many(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Question)) or 0


def test_each_count_becomes_a_question_of_that_day_and_place(database: Database, now: datetime) -> None:
    numbers = save(database, now, D2=2, F6=1, B1=0)

    with database.reading() as session:
        rows = session.scalars(select(Question).order_by(Question.id)).all()
        held = [(one.topics[0].code, one.channel, one.asked_on, one.municipality_code, one.closed) for one in rows]
        assert (tuple(row.id for row in rows), held) == (
            numbers,
            [(code, "cafe", date(2026, 11, 20), "GM0361", True) for code in ("D2", "D2", "F6")],
        )


def test_the_month_in_that_place_is_counted_again(database: Database, now: datetime) -> None:
    save(database, now, D2=2)

    with database.reading() as session:
        month = session.scalars(select(Question.month)).first()
        marked = session.execute(select(DirtyCell.month, DirtyCell.municipality).distinct()).all()
        assert [tuple(one) for one in marked] == [(month, "GM0361")]


def test_the_journal_holds_numbers_and_nothing_that_binds_them(database: Database, now: datetime) -> None:
    numbers = save(database, now, D2=2)

    with database.reading() as session:
        lines = session.scalars(select(JournalLine).order_by(JournalLine.id)).all()
        assert [(line.kind, line.subject_id, line.facts) for line in lines] == [
            ("question.registered", number, {}) for number in numbers
        ]


def test_a_tally_that_is_sent_twice_counts_once(database: Database, now: datetime) -> None:
    first = save(database, now, D2=2)

    again = save(database, now + timedelta(seconds=20), D2=2)

    assert (again, how_many(database)) == (first, 2)


def test_a_tally_that_was_taken_back_is_not_written_by_a_late_copy(sqlite: Database, now: datetime) -> None:
    undo(sqlite, save(sqlite, now, D2=2), now)

    assert (save(sqlite, now, D2=2), how_many(sqlite)) == ((), 0)


@pytest.mark.parametrize("tallied", [{}, {"D2": 0}, {"D2": -3}])
def test_nothing_tallied_is_refused(sqlite: Database, now: datetime, tallied: dict[str, int]) -> None:
    with pytest.raises(Refused, match=r"question\.nothing_tallied"), sqlite.writing() as session:
        tally.save(session, tallied, ABOUT, by=COORDINATOR, now=now, token="a" * 32)


def test_sixty_at_a_time_and_no_more(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match=r"question\.tallied_too_many"):
        save(sqlite, now, D2=30, F6=31)

    assert len(save(sqlite, now, D2=30, F6=30)) == 60


def test_one_topic_that_is_wrong_writes_nothing_and_the_form_may_be_sent_again(
    database: Database, now: datetime
) -> None:
    with pytest.raises(Refused, match=r"question\.topics"):
        save(database, now, D2=2, X9=1)
    refused = how_many(database)

    save(database, now, D2=2)

    assert (refused, how_many(database)) == (0, 2)


def test_nobody_but_staff_tallies(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        save(sqlite, now, by=VOLUNTEER, D2=1)


def test_undo_takes_exactly_these_away(database: Database, now: datetime) -> None:
    with database.writing() as session:
        before = make.question(session, now=now, channel="cafe")
    numbers = save(database, now, D2=2, F6=1)

    undo(database, numbers, now + timedelta(minutes=15))

    with database.reading() as session:
        assert list(session.scalars(select(Question.id))) == [before]


def test_undo_ends_after_a_quarter_of_an_hour(sqlite: Database, now: datetime) -> None:
    numbers = save(sqlite, now, D2=2)

    with pytest.raises(Refused, match=r"question\.undo_too_late"):
        undo(sqlite, numbers, now + timedelta(minutes=16))

    assert how_many(sqlite) == 2


def test_nobody_takes_back_what_somebody_else_tallied(sqlite: Database, now: datetime) -> None:
    numbers = save(sqlite, now, D2=2)

    with pytest.raises(Refused, match="not_allowed"):
        undo(sqlite, numbers, now, by=COLLEAGUE)


def test_undoing_twice_is_harmless(sqlite: Database, now: datetime) -> None:
    numbers = save(sqlite, now, D2=2)
    undo(sqlite, numbers, now)

    undo(sqlite, numbers, now)

    assert how_many(sqlite) == 0
