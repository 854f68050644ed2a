"""What is published of a closed month: rounded or hidden, complete, once."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from random import Random

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from domain.register import counts
from store.database import Database
from store.models import (
    JournalLine,
    Municipality,
    PublishedCell,
    Topic,
    TopicState,
)
from tests import make
from tests.domain.register.counted import register_some
from trends.periods import month_of


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
        register_some(session, now, Random(7), 300, days=800)
        counts.publish(session, now=now)

    with sqlite.reading() as session:
        values = set(session.scalars(select(PublishedCell.value)))
        assert ({value % 5 for value in values if value}, 0 in values, None in values) == ({0}, False, True)


def test_one_new_question_changes_nothing_that_is_published(database: Database, now: datetime) -> None:
    with database.writing() as session:
        register_some(session, now, Random(1), 120)
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
