"""Counting again and publishing: right, complete, once."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from threading import Thread

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from domain.actors import DEMO
from domain.register import counts, questions
from store.database import Database
from store.models import (
    DirtyCell,
    JournalLine,
    Municipality,
    PublishedCell,
    Question,
    Refresh,
    Rollup,
    Topic,
    TopicState,
)
from store.queries import exact_trends as numbers
from tests import make
from trends.periods import month_of

PLACES = [None, "GM0361", "GM0373", "GM1980"]
TOPICS = ["A1", "A5", "B2", "B3", "D1", "D2", "F6", "F8", "G3"]


def stored(session: Session) -> dict[tuple[int, str, str], int]:
    return {(one.month, one.topic, one.municipality): one.questions for one in session.scalars(select(Rollup))}


def counted_in_python(session: Session) -> dict[tuple[int, str, str], int]:
    """The same numbers, question by question."""
    found: Counter[tuple[int, str, str]] = Counter()
    for question in session.scalars(select(Question)):
        codes = {one.code for one in question.topics} | {one.parent_code or "" for one in question.topics} | {"*"}
        for code in codes:
            found[question.month, code, "*"] += 1
            found[question.month, code, question.municipality_code or ""] += 1
    return dict(found)


def _register_some(session: Session, now: datetime, random: Random, n: int, days: int = 400) -> list[int]:
    return [
        make.question(
            session,
            now=now,
            topics=tuple(random.sample(TOPICS, random.randint(1, 3))),
            municipality=random.choice(PLACES),
            asked_on=now.date() - timedelta(days=random.randrange(days)),
        )
        for _ in range(n)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_counts_equal_counting_by_hand_after_any_mix_of_changes(database: Database, now: datetime, seed: int) -> None:
    random = Random(seed)
    with database.writing() as session:
        known = _register_some(session, now, random, 60)
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
    other = Thread(target=_register, args=(database, now))

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


def _register(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now)


def once_when(session: Session, statement: str, act: Callable[[], None]) -> None:
    """Act just before the session executes a statement that begins so."""
    done: list[bool] = []

    def watch(_c: object, _cursor: object, sql: str, *_: object) -> None:
        if sql.startswith(statement) and not done:
            done.append(True)
            act()

    event.listen(session.connection(), "before_cursor_execute", watch)


def test_nothing_is_published_before_a_month_is_closed(database: Database) -> None:
    early, due = datetime(2026, 10, 9, 8, tzinfo=UTC), datetime(2026, 10, 10, 8, tzinfo=UTC)
    with database.writing() as session:
        make.question(session, now=early, asked_on=date(2026, 9, 30))
        first = counts.publish(session, now=early)

    with database.writing() as session:
        second = counts.publish(session, now=due)

    assert (first, second) == (0, 1)


def test_a_closed_month_is_rounded_to_five_and_hidden_below_it(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for day, n in ((date(2026, 8, 20), 4), (date(2026, 9, 20), 8)):
            for _ in range(n):
                make.question(session, now=now, asked_on=day)
        counts.publish(session, now=now)

    with database.reading() as session:
        months = session.scalars(
            select(PublishedCell).where(PublishedCell.level == "all").order_by(PublishedCell.period)
        )
        assert [one.value for one in months] == [None, 10, None]


def test_the_whole_lattice_is_published_with_its_zeros(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.question(session, now=now, asked_on=date(2025, 8, 20))
        counts.publish(session, now=now)

    with database.reading() as session:
        found = Counter(one.level for one in session.scalars(select(PublishedCell)))
        topics, places = len(session.scalars(select(Topic)).all()) - 7, len(session.scalars(select(Municipality)).all())
        split = {"sector": 63, "age_band": 56, "done": 42, "pair": 21}
        whole = {"all": 15, "group": 7 * 5, "group_year": 7, "topic": topics, "place": 7 * (places + 1)}
        assert found == whole | split


def test_every_published_value_is_a_multiple_of_five_or_hidden(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        _register_some(session, now, Random(7), 300, days=800)
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        values = set(session.scalars(select(PublishedCell.value)))
        assert ({value % 5 for value in values if value}, 0 in values, None in values) == ({0}, False, True)


def test_one_new_question_changes_nothing_that_is_published(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _register_some(session, now, Random(1), 120)
        counts.publish(session, now=now)
        before = _published(session)

    with database.writing() as session:
        for day in (date(2026, 10, 5), date(2026, 3, 5), date(2026, 11, 5)):
            make.question(session, now=now, asked_on=day, municipality="GM0361", topics=("D2",))
        again = counts.publish(session, now=now + timedelta(days=1))

    with database.reading() as session:
        assert (again, _published(session)) == (0, before)


def _published(session: Session) -> list[tuple[object, ...]]:
    cells = [tuple(row) for row in session.execute(text("SELECT * FROM published_cell ORDER BY 1, 2, 3, 4, 5"))]
    return cells + [tuple(row) for row in session.execute(text("SELECT * FROM topic_state ORDER BY 1, 2"))]


def test_publishing_is_told_in_the_journal_without_what_it_counts(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 10, 20))
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        line = session.scalars(select(JournalLine).where(JournalLine.kind == "counts.published")).one()
        assert (line.subject_id, line.facts) == (month_of(date(2026, 10, 1)), {"cells": 8})


def test_a_group_that_surely_rises_gets_that_state(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for day, n in ((date(2025, 9, 20), 10), (date(2026, 9, 20), 60)):
            for _ in range(n):
                make.question(session, now=now, asked_on=day, topics=("D2",))
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        states = {one.topic: one.state for one in session.scalars(select(TopicState))}
        assert (states["D"], states["B"]) == ("rising", "too_little")
