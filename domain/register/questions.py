"""The anonymous register: a question comes in, is put right, or is taken back. Nobody's name is ever in it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.checking import Value
from domain.refused import Refused
from domain.register import counts
from i18n.dates import AMSTERDAM
from store.models import JournalLine, Municipality, Question, Topic
from store.queries import choices
from trends.disclosure import TOPICS_PER_QUESTION
from trends.periods import month_of

UNDO_MINUTES = 15
FIRST_DAY = date(2000, 1, 1)
CODED = ("asker", "sector", "age_band", "phase", "how_found", "referred_to", "minutes", "language")


def register(session: Session, values: Mapping[str, Value], *, by: Actor, now: datetime) -> int:
    """Write one question down and give its number. Only `topics` and `channel` must be there; the date is today.

    `municipality` may be a code, a name or a village. The journal gets the number and nothing of the content.
    Raises `Refused` naming the field.
    """
    question = Question(registered_at=now)
    _fill(session, question, values, now)
    session.add(question)
    session.flush()
    counts.mark(session, question.month, question.municipality_code)
    journal.record(session, "question.registered", ("question", question.id), by=by, now=now)
    return question.id


def change(session: Session, question_id: int, values: Mapping[str, Value], *, by: Actor, now: datetime) -> None:
    """Put a question right: `values` replaces all of it. What is published already stays as it is."""
    question = _locked(session, question_id)
    counts.mark(session, question.month, question.municipality_code)
    _fill(session, question, values, now)
    counts.mark(session, question.month, question.municipality_code)
    journal.record(session, "question.changed", ("question", question.id), by=by, now=now)


def undo(session: Session, question_id: int, *, by: Actor, now: datetime) -> None:
    """Take a question out of the register: a coordinator always, who registered it for a quarter of an hour."""
    question = _locked(session, question_id)
    if not by.has(Role.COORDINATOR):
        if _registered_by(session, question_id) != by.label:
            raise Refused("not_allowed")
        if now > question.registered_at + timedelta(minutes=UNDO_MINUTES):
            raise Refused("question.undo_too_late", minutes=UNDO_MINUTES)
    counts.mark(session, question.month, question.municipality_code)
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


def _fill(session: Session, question: Question, values: Mapping[str, Value], now: datetime) -> None:
    question.topics = _topics(session, values.get("topics"))
    question.channel = _channel(values.get("channel"))
    question.asked_on = _day(values.get("asked_on"), now)
    question.month = month_of(question.asked_on)
    question.municipality_code = _municipality(session, values.get("municipality"))
    question.done = list(_several(values.get("done")))
    question.closed = values.get("open") is not True
    coded: dict[str, Any] = {key: values.get(key) for key in CODED}
    for key, value in coded.items():
        setattr(question, key, value)


def _topics(session: Session, chosen: Value) -> list[Topic]:
    codes = _several(chosen)
    found = session.scalars(select(Topic).where(Topic.code.in_(codes), Topic.parent_code.is_not(None))).all()
    if not 1 <= len(codes) <= TOPICS_PER_QUESTION or len(found) != len(codes):
        raise Refused("question.topics", field="topics", most=TOPICS_PER_QUESTION)
    return list(found)


def _several(chosen: Value) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chosen)) if isinstance(chosen, tuple) else ()


def _channel(chosen: Value) -> str:
    if not isinstance(chosen, str) or not chosen:
        raise Refused("question.channel", field="channel")
    return chosen


def _day(asked_on: Value, now: datetime) -> date:
    today = now.astimezone(AMSTERDAM).date()
    day = asked_on if isinstance(asked_on, date) else today
    if not FIRST_DAY <= day <= today:
        raise Refused("question.date", field="asked_on")
    return day


def _municipality(session: Session, place: Value) -> str | None:
    """The code of a municipality from its code, its name or the name of a village in it."""
    if not isinstance(place, str) or not place.strip():
        return None
    if session.get(Municipality, place):
        return place
    code = choices.place_names(session).get(place.strip().casefold())
    if code is None:
        raise Refused("question.place", field="municipality")
    return code
