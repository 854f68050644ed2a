"""Whatever changes in the register is marked to be counted again, whichever way it is changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from domain.register import counts
from store.database import Database
from store.marks import Marking, settle
from store.models import DirtyCell, DirtyMonth, Question, QuestionDone, QuestionTopic, Topic
from tests import make
from trends.periods import month_of

DAY = date(2026, 10, 5)
MONTH = month_of(DAY)
HERE = (MONTH, "GM0361")


@pytest.fixture
def counted(database: Database, now: datetime) -> Database:
    """A question in Alkmaar in October and one without a place in September, both counted."""
    with database.writing() as session:
        make.question(session, now=now, asked_on=DAY, municipality="GM0361", done=("advice",))
        make.question(session, now=now, asked_on=date(2026, 9, 5))
        counts.refresh(session, now=now)
        session.execute(delete(DirtyMonth))
    return database


@contextmanager
def first(database: Database) -> Iterator[tuple[Session, Question]]:
    with database.writing() as session:
        yield session, session.scalars(select(Question).where(Question.asked_on == DAY)).one()


def marked(database: Database) -> tuple[set[tuple[int, str]], set[int]]:
    with database.reading() as session:
        cells = {(one.month, one.municipality) for one in session.scalars(select(DirtyCell))}
        return cells, set(session.scalars(select(DirtyMonth.month)))


def _closed(session: Session, question: Question) -> None:
    question.closed = False


def _topics(session: Session, question: Question) -> None:
    question.topics = [session.get_one(Topic, "B2")]


def _done(session: Session, question: Question) -> None:
    question.done.append("listening")


def _row_of_topics(session: Session, question: Question) -> None:
    session.add(QuestionTopic(question_id=question.id, topic_code="B2"))


def _deleted(session: Session, question: Question) -> None:
    session.delete(question)


def _many_deleted(session: Session, question: Question) -> None:
    session.execute(delete(Question).where(Question.channel == "phone", Question.asked_on == DAY))


def _many_updated(session: Session, question: Question) -> None:
    session.execute(update(Question).where(Question.asked_on == DAY).values(sector="vo"))


def _topic_replaced(session: Session, question: Question) -> None:
    of_day = select(Question.id).where(Question.asked_on == DAY)
    session.execute(update(QuestionTopic).where(QuestionTopic.question_id.in_(of_day)).values(topic_code="B2"))


def _done_deleted(session: Session, question: Question) -> None:
    session.execute(delete(QuestionDone).where(QuestionDone.done == "advice"))


CHANGES = (
    _closed, _topics, _done, _row_of_topics, _deleted, _many_deleted, _many_updated, _topic_replaced, _done_deleted,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_marks_its_month_and_place(counted: Database, change: Callable[[Session, Question], None]) -> None:
    with first(counted) as (session, question):
        change(session, question)

    assert marked(counted) == ({HERE}, {MONTH})


def test_a_question_that_moves_marks_where_it_was_and_where_it_is(counted: Database) -> None:
    with first(counted) as (_session, question):
        question.month, question.municipality_code = MONTH - 1, None

    assert marked(counted) == ({HERE, (MONTH - 1, "")}, {MONTH, MONTH - 1})


def test_a_topic_that_goes_to_another_group_marks_its_questions_wherever_they_are(counted: Database) -> None:
    with counted.writing() as session:
        session.get_one(Topic, "D2").parent_code = "B"

    assert marked(counted) == ({HERE, (MONTH - 1, "")}, {MONTH, MONTH - 1})


def test_every_topic_taken_away_at_once_marks_everything(counted: Database) -> None:
    with counted.writing() as session:
        session.execute(delete(QuestionTopic))

    assert marked(counted) == ({(MONTH, "*"), (MONTH - 1, "*")}, {MONTH, MONTH - 1})


def test_what_no_count_holds_marks_nothing(counted: Database) -> None:
    with first(counted) as (session, question):
        question.note = "belt terug"
        session.execute(update(Question).values(note_until=None))

    assert marked(counted) == (set(), set())


def test_one_change_is_one_mark(counted: Database, now: datetime) -> None:
    with counted.writing() as session:
        make.question(session, now=now, asked_on=DAY)

    with counted.reading() as session:
        assert len(session.scalars(select(DirtyCell)).all()) == 1


def test_a_mark_that_a_savepoint_took_back_is_made_for_the_change_that_stays(counted: Database) -> None:
    with first(counted) as (session, question):
        question.closed = False
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            settle(session)
            raise ZeroDivisionError

    assert HERE in marked(counted)[0]


def test_what_changes_after_counting_in_the_same_transaction_is_marked_again(counted: Database, now: datetime) -> None:
    with first(counted) as (session, question):
        question.closed = False
        counts.refresh(session, now=now)
        question.sector = "vo"

    assert marked(counted)[0] == {HERE}


@pytest.mark.parametrize(
    "statement",
    [insert(QuestionTopic).values(question_id=1, topic_code="B2"), update(Question).values(month=MONTH + 1)],
)
def test_many_rows_whose_cells_cannot_be_seen_are_refused(counted: Database, statement: object) -> None:
    with pytest.raises(RuntimeError, match="as objects"), counted.writing() as session:
        session.execute(statement)  # type: ignore[call-overload]


def test_every_transaction_that_writes_is_watched(database: Database) -> None:
    with database.writing() as session:
        assert type(session) is Marking
