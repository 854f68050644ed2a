"""Counting again: right, complete, once."""

from datetime import date, datetime, timedelta
from random import Random
from threading import Thread

import pytest
from sqlalchemy import select, text

from domain.actors import DEMO
from domain.register import counts, questions
from store.database import Database
from store.models import (
    DirtyCell,
    Refresh,
    Rollup,
)
from store.queries.numbers import exact_trends as numbers
from tests import make
from tests.domain.register.counted import PLACES, TOPICS, counted_in_python, once_when, register, register_some, stored
from trends.periods import month_of


@pytest.mark.parametrize("seed", range(4))
def test_counts_equal_counting_by_hand_after_any_mix_of_changes(database: Database, now: datetime, seed: int) -> None:
    random = Random(seed)
    with database.writing() as session:
        known = register_some(session, now, random, 60)
        counts.refresh(session, now=now)
    with database.writing() as session:
        for number in random.sample(known, 10):
            questions.undo(session, number, by=make.COORDINATOR, now=now)
            known.remove(number)
        for number in random.sample(known, 10):
            values = {"topics": (random.choice(TOPICS),), "channel": "mail", "municipality": random.choice(PLACES)}
            questions.change(session, number, values, by=DEMO, now=now)
        counts.refresh(session, now=now)

    with database.writing() as session:
        refreshed, by_hand = stored(session), counted_in_python(session)
        counts.rebuild(session, now=now)
        assert (refreshed == by_hand, stored(session) == by_hand) == (True, True)


def test_a_refresh_counts_the_marked_months_only_and_takes_the_marks_away(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 1))
        counts.refresh(session, now=now)
        session.execute(text("UPDATE rollup SET questions = 99"))
        make.question(session, now=now, asked_on=date(2026, 10, 1))

    with database.writing() as session:
        counts.refresh(session, now=now)

    with database.reading() as session:
        exact = numbers.exact(session, range(month_of(date(2026, 8, 1)), month_of(date(2026, 12, 1))))
        assert exact["*"] == {month_of(date(2026, 9, 1)): 99, month_of(date(2026, 10, 1)): 1}
        assert session.scalars(select(DirtyCell)).all() == []


def test_a_wrong_number_is_put_right_when_everything_is_counted_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, municipality="GM0361")
        counts.refresh(session, now=now)
        session.execute(text("UPDATE rollup SET questions = 99"))
        session.add(Rollup(municipality="GM0373", month=24000, topic="D2", questions=3))

    with database.writing() as session:
        counts.mark_everything(session)
        counts.refresh(session, now=now)

    with database.reading() as session:
        assert stored(session) == counted_in_python(session)


def test_a_wrong_sum_of_all_places_is_put_right_too(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, municipality="GM0361")
        counts.refresh(session, now=now)
        session.execute(text("UPDATE rollup SET questions = 99 WHERE municipality = '*' AND topic = '*'"))
        session.execute(text("DELETE FROM rollup WHERE municipality = '*' AND topic <> '*'"))
        session.add(Rollup(municipality="*", month=24000, topic="D2", questions=3))

    with database.writing() as session:
        counts.rebuild(session, now=now)

    with database.reading() as session:
        assert stored(session) == counted_in_python(session)


def test_what_comes_in_while_everything_is_counted_again_needs_not_wait_for_all_of_it(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        for month in range(6, 11):
            make.question(session, now=now, asked_on=date(2026, month, 1))
        counts.mark_everything(session)
    with database.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 11, 2), municipality="GM0373")

    with database.writing() as session:
        counts.refresh_a_part(session, now=now)

    with database.reading() as session:
        waiting = {(one.month, one.municipality) for one in session.scalars(select(DirtyCell))}
        assert waiting == {(month_of(date(2026, month, 1)), "*") for month in range(7, 11)}


def test_months_with_few_questions_are_counted_again_together(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for month in range(6, 11):
            make.question(session, now=now, asked_on=date(2026, month, 1))
        counts.refresh(session, now=now)
        counts.mark_everything(session)
        session.flush()

        parts = [counts.refresh_a_part(session, now=now) for _ in range(2)]

    assert parts == [5, 0]


def test_a_second_refresh_changes_nothing_but_the_freshness(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now)
        counts.refresh(session, now=now)
        before = stored(session)

    later = now + timedelta(hours=1)
    with database.writing() as session:
        rows = [counts.refresh(session, now=later), counts.refresh(session, now=later + timedelta(hours=1))]

    with database.reading() as session:
        fresh = numbers.exact_freshness(session)
        assert (rows, stored(session)) == ([0, 0], before)
        assert (fresh and fresh.refreshed_at, len(session.scalars(select(Refresh)).all())) == (
            now + timedelta(hours=2),
            1,
        )


def test_a_crash_in_mid_refresh_loses_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now)

    with pytest.raises(ZeroDivisionError), database.writing() as session:
        counts.refresh(session, now=now)
        raise ZeroDivisionError
    with database.writing() as session:
        counts.refresh(session, now=now)

    with database.reading() as session:
        assert stored(session) == counted_in_python(session)


@pytest.mark.parametrize("statement", ["WITH cell", "WITH pair", "INSERT INTO refresh"])
def test_a_question_that_comes_in_during_a_refresh_is_counted_by_the_next(
    database: Database, now: datetime, statement: str
) -> None:
    with database.writing() as session:
        make.question(session, now=now)
    other = Thread(target=register, args=(database, now))

    def meanwhile() -> None:
        other.start()
        other.join(0.1 if database.is_sqlite else None)  # on SQLite it has to wait for the refresh

    with database.writing() as session:
        once_when(session, statement, meanwhile)
        counts.refresh_a_part(session, now=now)
    other.join()

    with database.writing() as session:
        waiting = len(session.scalars(select(DirtyCell)).all())
        counts.refresh(session, now=now)
        assert (waiting, stored(session)) == (1, counted_in_python(session))
