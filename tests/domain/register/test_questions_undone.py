"""A question that is taken out again: by whom, how long, and once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from domain.actors import Actor, Role
from domain.refused import Refused
from domain.register import questions
from store.database import Database
from store.models import DirtyCell, Question
from tests import make

COORDINATOR = Actor(name="Marieke", roles=frozenset({Role.COORDINATOR}), account_id=1)
VOLUNTEER = Actor(name="Wim", roles=frozenset({Role.BUDDY}), account_id=2)


def test_undo_takes_the_question_out_and_marks_its_month(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now, by=VOLUNTEER)

    with database.writing() as session:
        questions.undo(session, number, by=VOLUNTEER, now=now + timedelta(minutes=15))

    with database.reading() as session:
        left = session.scalar(select(func.count()).select_from(Question))
        assert (left, len(session.scalars(select(DirtyCell)).all())) == (0, 2)


def test_undo_by_who_registered_ends_after_a_quarter_of_an_hour(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, by=VOLUNTEER)

    with pytest.raises(Refused, match=r"question\.undo_too_late"), sqlite.writing() as session:
        questions.undo(session, number, by=VOLUNTEER, now=now + timedelta(minutes=16))


def test_nobody_undoes_what_somebody_else_registered(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, by=COORDINATOR)

    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        questions.undo(session, number, by=VOLUNTEER, now=now)


def test_a_coordinator_takes_out_an_old_mistake(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now, by=VOLUNTEER)

    with sqlite.writing() as session:
        questions.undo(session, number, by=COORDINATOR, now=now + timedelta(days=30))

    with sqlite.reading() as session:
        assert session.get(Question, number) is None


def test_a_number_is_never_given_out_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.question(session, now=now)
        questions.undo(session, number, by=COORDINATOR, now=now)

    with database.writing() as session:
        assert make.question(session, now=now) > number


def test_undoing_twice_says_that_it_is_gone(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.question(session, now=now)
        questions.undo(session, number, by=COORDINATOR, now=now)

    with pytest.raises(Refused, match="not_found"), sqlite.writing() as session:
        questions.undo(session, number, by=COORDINATOR, now=now)
