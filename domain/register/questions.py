"""The anonymous register: a question comes in, is put right, or is taken back. Nobody's name is ever in it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.checking import Value
from domain.refused import Refused
from domain.register import contents
from store import sent_forms
from store.models import JournalLine, Question

UNDO_MINUTES = 15
UNDO_TIME = timedelta(minutes=UNDO_MINUTES)


def register(session: Session, values: Mapping[str, Value], *, by: Actor, now: datetime, token: str = "") -> int:
    """Write one question down and give its number. Only `topics` and `channel` must be there; the date is today.

    `municipality` may be a code, a name or a village. The journal gets the number and nothing of the content. With a
    `token` the same form counts once: sent again, it only changes what is different by then.
    Raises `Refused` naming the field.
    """
    if token and not sent_forms.is_first(session, token, now):
        return _again(session, token, values, by, now)
    question = Question(registered_at=now)
    contents.fill(session, question, values, now=now)
    session.add(question)
    session.flush()
    sent_forms.about(session, token, question.id)
    journal.record(session, "question.registered", ("question", question.id), by=by, now=now)
    return question.id


def _again(session: Session, token: str, values: Mapping[str, Value], by: Actor, now: datetime) -> int:
    number = sent_forms.subject(session, token)
    change(session, number, values, by=by, now=now)
    return number


def change(
    session: Session,
    question_id: int,
    values: Mapping[str, Value],
    *,
    by: Actor,
    now: datetime,
    seen: int | None = None,
) -> None:
    """Put a question right: `values` replaces all of it. What is published already stays as it is.

    Raises `Refused("question.changed_meanwhile")` when it is no longer the revision that was `seen`.
    """
    question = _locked(session, question_id)
    if seen is not None and question.revision != seen:
        raise Refused("question.changed_meanwhile")
    before = contents.held(question)
    contents.fill(session, question, values, now=now)
    if contents.held(question) == before:
        return
    question.revision += 1
    journal.record(session, "question.changed", ("question", question.id), by=by, now=now)


def undo(session: Session, question_id: int, *, by: Actor, now: datetime) -> None:
    """Take a question out of the register: a coordinator always, who registered it for a quarter of an hour."""
    question = _locked(session, question_id)
    if not by.has(Role.COORDINATOR):
        if _registered_by(session, question_id) != by.label:
            raise Refused("not_allowed")
        if now > question.registered_at + timedelta(minutes=UNDO_MINUTES):
            raise Refused("question.undo_too_late", minutes=UNDO_MINUTES)
    session.delete(question)
    journal.record(session, "question.undone", ("question", question_id), by=by, now=now)


def _locked(session: Session, question_id: int) -> Question:
    question = session.get(Question, question_id, with_for_update=True, populate_existing=True)
    if question is None:
        raise Refused("not_found")
    return question


def _registered_by(session: Session, question_id: int) -> str | None:
    return session.scalar(
        select(JournalLine.actor).where(
            JournalLine.kind == "question.registered",
            JournalLine.subject_kind == "question",
            JournalLine.subject_id == question_id,
        )
    )
