"""Counting the register again, place by place and month by month, inside the database and alike on both."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import CTE, Integer, Select, String, Subquery, column, func, literal_column, select, union_all, values
from sqlalchemy.orm import Session

from store.models import Question, QuestionTopic, Rollup, Topic
from store.pinned import by_index
from store.replacing import replace

EVERYTHING = "*"
ELSEWHERE = ""
"""In the place of a municipality: the questions without one."""
Cell = tuple[int, str]
Key = tuple[str, int, str]
Rows = Select[*tuple[Any, ...]]
"""Columns: municipality, month, topic, questions."""
_HERE = (Rollup.municipality, Rollup.month, Rollup.topic)


def recount(session: Session, cells: Collection[Cell]) -> frozenset[Key]:
    """Count these (month, municipality) again, then all places of those months together.

    A question counts once for all topics together, once for each of its groups and once for each of its topics. Gives
    where the counts differed from those that stood there; no more than that is written.
    """
    if not cells:
        return frozenset()
    with by_index(session):
        stored = _rows(session, stands(cells))
        fresh = {key: n for query in per_cell(cells) for key, n in _rows(session, query).items()}
        differ = replace(session, Rollup, stored, fresh)
        months, topics = {month for month, _place in cells}, {topic for _place, _month, topic in (*stored, *fresh)}
        was, together = all_places(months, topics)
        return differ | replace(session, Rollup, _rows(session, was), _rows(session, together))


def stands(cells: Collection[Cell]) -> Rows:
    """What was counted before."""
    cell = _listed(cells)
    at = (Rollup.month == cell.c.month) & (Rollup.municipality == cell.c.place)
    return select(*_HERE, Rollup.questions).select_from(cell).join(Rollup, at)


def per_cell(cells: Collection[Cell]) -> Iterator[Rows]:
    """What is read from the raw tables: everything, by group, by topic."""
    asked, topic = _asked(cells), QuestionTopic.topic_code
    place = (asked.c.place, asked.c.month)
    about = QuestionTopic.question_id == asked.c.id
    yield select(*place, literal_column(f"'{EVERYTHING}'"), func.count()).group_by(*place)
    yield select(*place, topic, func.count()).select_from(asked).join(QuestionTopic, about).group_by(*place, topic)
    grouped = select(*place, Topic.parent_code, func.count(asked.c.id.distinct())).select_from(asked)
    in_group = grouped.join(QuestionTopic, about).join(Topic, Topic.code == topic)
    yield in_group.where(Topic.parent_code.is_not(None)).group_by(*place, Topic.parent_code)


def all_places(months: Collection[int], topics: Collection[str]) -> tuple[Rows, Rows]:
    """(what was counted before, the sum of the places): a question lies in one municipality at most."""
    these = Rollup.topic.in_(sorted(topics)) & Rollup.month.in_(sorted(months))
    before = select(*_HERE, Rollup.questions).where(these, Rollup.municipality == EVERYTHING)
    together: Rows = select(literal_column(f"'{EVERYTHING}'"), Rollup.month, Rollup.topic, func.sum(Rollup.questions))
    together = together.where(these, Rollup.municipality != EVERYTHING)
    return before, together.group_by(Rollup.month, Rollup.topic)


def _asked(cells: Collection[Cell]) -> Subquery:
    """The questions of these cells. Those without a municipality by themselves: no index finds NULL in a join."""
    cell = _listed(cells)
    month, place = Question.month, Question.municipality_code
    placed: Rows = select(place.label("place"), month, Question.id).select_from(cell)
    placed = placed.join(Question, (month == cell.c.month) & (place == cell.c.place))
    without = sorted(month for month, place in cells if place == ELSEWHERE)
    elsewhere: Rows = select(literal_column("''"), month, Question.id).where(place.is_(None), month.in_(without))
    return (union_all(placed, elsewhere) if without else placed).subquery()


def _listed(cells: Collection[Cell]) -> CTE:
    return values(column("month", Integer), column("place", String), name="cell").data(sorted(cells)).cte("cell")


def _rows(session: Session, query: Rows) -> dict[Key, int]:
    return {(place, month, topic): int(questions) for place, month, topic, questions in session.execute(query)}
