"""Counting the register again, month by month, inside the database and alike on both."""

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Delete, Select, delete, func, insert, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.models import Question, QuestionTopic, Rollup, Topic

EVERYTHING = "*"
_ALL: ColumnElement[str] = literal_column(f"'{EVERYTHING}'")
Rows = Select[*tuple[Any, ...]]
Limited = TypeVar("Limited", Rows, Delete)
COLUMNS = ("month", "topic", "municipality", "questions")


def recount(session: Session, months: Collection[int] | None = None) -> int:
    """Replace the counts of `months`, or of all of them, from the raw tables; gives how many counts there are now.

    A question counts once for all topics together, once for each of its groups and once for each of its topics.
    """
    session.execute(_in(delete(Rollup), Rollup.month, months))
    rows = 0
    for query in (*per_municipality(months), _together(months)):
        result: Any = session.execute(insert(Rollup).from_select(COLUMNS, query))
        rows += result.rowcount
    return rows


def per_municipality(months: Collection[int] | None) -> tuple[Rows, ...]:
    """What is read from the raw tables: by month for everything, by group, by topic."""
    group, topic = Topic.parent_code, QuestionTopic.topic_code
    touched = _by(topic).join(QuestionTopic, QuestionTopic.question_id == Question.id).group_by(topic)
    grouped = _by(group).join(QuestionTopic, QuestionTopic.question_id == Question.id)
    grouped = grouped.join(Topic, Topic.code == topic).group_by(group)
    return tuple(_in(query, Question.month, months) for query in (_by(_ALL), grouped, touched))


def _by(topic: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Rows:
    # The empty text stands in the statement itself: as a parameter PostgreSQL would not see that both are one.
    place = func.coalesce(Question.municipality_code, literal_column("''"))
    questions = func.count(Question.id.distinct())
    return select(Question.month, topic, place, questions).group_by(Question.month, place)


def _together(months: Collection[int] | None) -> Rows:
    """A question lies in one municipality at most, so all of them together is a sum of what was just counted."""
    query = select(Rollup.month, Rollup.topic, _ALL, func.sum(Rollup.questions))
    counted = query.where(Rollup.municipality != EVERYTHING).group_by(Rollup.month, Rollup.topic)
    return _in(counted, Rollup.month, months)


def _in(statement: Limited, column: InstrumentedAttribute[int], months: Collection[int] | None) -> Limited:
    return statement if months is None else statement.where(column.in_(months))
