"""What changes in the register is marked to be counted again, in the same transaction, whoever changes it and however.

No verb needs to think of it. Nothing needs to be locked for it: a mark is a new row, and the rows that there were when
counting began are gone after it.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, event, func, insert, inspect, select, union_all
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from store.dimensions import READ
from store.models import DirtyCell, DirtyMonth, Question, QuestionDone, QuestionTopic, Rollup, Topic
from store.rollup import EVERYTHING
from store.whole_month import enough

Cell = tuple[int, str]
"""A month and a municipality, empty for the questions without one; with `*` the whole month, wherever it was."""
PLACED_BY = {"month", "municipality_code"}
COUNTED = {*PLACED_BY, *READ, "topics", "actions"}
CHANGED = "cells_changed"
_PLACE = func.coalesce(Question.municipality_code, "")


class Marking(Session):
    """A session that leaves no change of the register unmarked."""


def settle(session: Session) -> None:
    """Mark what was changed up to now and not marked yet."""
    session.flush()
    changed = _changed(session)
    session.add_all(DirtyCell(month=month, municipality=place) for month, place in sorted(changed))
    session.add_all(DirtyMonth(month=month) for month in sorted({month for month, _place in changed}))
    session.flush()
    if not session.in_nested_transaction():  # a savepoint that is taken back takes these marks along
        changed.clear()


def mark_where(session: Session, condition: ColumnElement[bool]) -> None:
    """Mark the cells of the questions for which `condition` holds, inside the database."""
    cells = select(Question.month, _PLACE).where(condition).distinct()
    _mark(session, cells)


def mark_everything(session: Session) -> None:
    """Have every month counted again in all places together, also where a count stands and no question is left."""
    first, last = (
        session.scalar(select(end(union_all(select(end(Question.month)), select(end(Rollup.month))).subquery().c[0])))
        for end in (func.min, func.max)
    )
    if first is not None and last is not None:
        session.add_all(DirtyCell(month=month, municipality=EVERYTHING) for month in range(first, last + 1))
        session.add_all(DirtyMonth(month=month) for month in range(first, last + 1))


def take(session: Session, at_most: int) -> tuple[set[Cell], set[int]]:
    """Take away the marks that wait longest, up to so many: the cells they were for, and the months to count whole.

    Whole months wait by themselves, so that what was registered just now needs not wait for all of them.
    """
    whole = set(session.scalars(select(DirtyCell.month).where(DirtyCell.municipality == EVERYTHING).distinct()))
    months = set(enough(session, whole))
    oldest = select(DirtyCell.id).where(DirtyCell.municipality != EVERYTHING).order_by(DirtyCell.id).limit(at_most)
    theirs = (DirtyCell.municipality == EVERYTHING) & DirtyCell.month.in_(months)
    taken = delete(DirtyCell).where(DirtyCell.id.in_(oldest) | theirs)
    rows = session.execute(
        taken.returning(DirtyCell.month, DirtyCell.municipality), execution_options={"synchronize_session": False}
    )
    return {(month, place) for month, place in rows if place != EVERYTHING}, months


def _mark(session: Session, cells: Select[int, str]) -> None:
    session.execute(insert(DirtyCell).from_select(["month", "municipality"], cells))
    months = select(cells.subquery().c.month).distinct()
    session.execute(insert(DirtyMonth).from_select(["month"], months))


def _changed(session: Session) -> set[Cell]:
    found: set[Cell] = session.info.setdefault(CHANGED, set())
    return found


@event.listens_for(Marking, "before_flush")
def _note(session: Session, _context: UOWTransaction, _some: object) -> None:
    for one in [*session.new, *session.dirty, *session.deleted]:
        if isinstance(one, Question) and (one not in session.dirty or _counts_otherwise(one)):
            _changed(session).update(_cells(one))
        elif isinstance(one, QuestionTopic | QuestionDone) and one.question_id is not None:
            _mark_row(session, one.question_id)
        elif isinstance(one, Topic) and one in session.dirty and inspect(one).attrs.parent_code.history.has_changes():
            of_topic = select(QuestionTopic.question_id).where(QuestionTopic.topic_code == one.code)
            mark_where(session, Question.id.in_(of_topic))


def _mark_row(session: Session, question_id: int) -> None:
    with session.no_autoflush:
        question = session.get(Question, question_id)
    if question is not None:
        _changed(session).update(_cells(question))


def _counts_otherwise(question: Question) -> bool:
    return any(inspect(question).attrs[name].history.has_changes() for name in COUNTED)


def _cells(question: Question) -> Iterator[Cell]:
    """Where it counts now and, when that changed, where it counted before."""
    month, place = (inspect(question).attrs[name].history for name in ("month", "municipality_code"))
    yield question.month, question.municipality_code or ""
    if month.deleted or place.deleted:
        old_month = month.deleted[0] if month.deleted else question.month
        yield old_month, (place.deleted[0] if place.deleted else question.municipality_code) or ""


@event.listens_for(Marking, "before_commit")
def _settle(session: Session) -> None:
    if not session.in_nested_transaction():
        settle(session)


@event.listens_for(Marking, "do_orm_execute")
def _many(execution: ORMExecuteState) -> None:
    """Changing many rows in one statement marks what it is about; what could not be seen there is refused."""
    table = execution.bind_mapper.class_ if execution.bind_mapper else None
    if execution.is_select or table not in (Question, QuestionTopic, QuestionDone):
        return
    statement: Any = execution.statement
    columns = {column.key for column in getattr(statement, "_values", None) or ()}
    if execution.is_insert or columns & PLACED_BY or execution.parameters:
        raise RuntimeError("these rows of the register can only be changed as objects: they would not be counted")
    if execution.is_update and table is Question and not columns & COUNTED:
        return
    where = statement.whereclause
    if where is None:
        mark_everything(execution.session)
    elif table is Question:
        mark_where(execution.session, where)
    else:
        mark_where(execution.session, Question.id.in_(select(table.question_id).where(where)))
