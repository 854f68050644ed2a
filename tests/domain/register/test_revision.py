"""What came in late: it waits, counts in once a quarter, and only where enough came in together."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.register import counts, published_parts, revision
from store.database import Database
from store.models import JournalLine, PublishedCell
from store.queries.numbers import published_trends
from tests import make

FIRST = datetime(2026, 8, 12, 8, tzinfo=UTC)
LATER = datetime(2026, 9, 20, 8, tzinfo=UTC)
DUE = datetime(2026, 11, 12, 8, tzinfo=UTC)
DAY = date(2025, 9, 20)


def register(session: Session, n: int, *, now: datetime, day: date = DAY) -> None:
    for _ in range(n):
        make.question(session, now=now, asked_on=day)


def first_release(database: Database) -> None:
    with database.writing() as session:
        register(session, 21, now=FIRST)
        counts.publish(session, now=FIRST)


def shown(session: Session) -> int:
    """What is published of the group D in the school year."""
    return {one.code: one.now.shown for one in published_parts.groups(session, 2025)}["D"]


def late(database: Database, n: int, *, revised: datetime = DUE) -> int:
    with database.writing() as session:
        register(session, n, now=LATER)
    with database.writing() as session:
        counts.publish(session, now=revised)
        return revision.revise(session, now=revised)


def test_enough_late_questions_count_with_the_revision(database: Database) -> None:
    first_release(database)

    changed = late(database, 9)

    with database.reading() as session:
        assert (changed > 0, shown(session), published_trends.revised_at(session)) == (True, 30, DUE)


def test_a_few_late_questions_never_change_a_number(database: Database) -> None:
    first_release(database)

    changed = late(database, 4)

    with database.reading() as session:
        assert (changed, shown(session), published_trends.revised_at(session)) == (0, 20, None)


def test_nothing_moves_before_a_quarter_is_closed(sqlite: Database) -> None:
    first_release(sqlite)

    changed = late(sqlite, 40, revised=datetime(2026, 11, 9, 8, tzinfo=UTC))

    with sqlite.reading() as session:
        assert (changed, shown(session)) == (0, 20)


def test_the_second_time_in_a_quarter_changes_nothing(sqlite: Database) -> None:
    first_release(sqlite)
    late(sqlite, 9)

    again = late(sqlite, 40, revised=datetime(2026, 12, 12, 8, tzinfo=UTC))

    with sqlite.reading() as session:
        assert (again, shown(session)) == (0, 30)


def test_the_earlier_release_stays_on_record(sqlite: Database) -> None:
    first_release(sqlite)
    late(sqlite, 9)

    with sqlite.reading() as session:
        rows = select(PublishedCell.value).where(PublishedCell.level == "group_year", PublishedCell.group_code == "D")
        assert session.scalars(rows.order_by(PublishedCell.release_id)).all() == [20, 30]


def test_a_revision_is_told_in_the_journal(sqlite: Database) -> None:
    first_release(sqlite)
    changed = late(sqlite, 9)

    with sqlite.reading() as session:
        line = session.scalars(select(JournalLine).where(JournalLine.kind == "counts.revised")).one()
        assert line.facts == {"cells": changed}
