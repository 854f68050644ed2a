"""What an entry of the register holds, from what was typed: coded values, one place, and a note with its end."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import time_limits
from domain.checking import Value
from domain.local_time import wall
from domain.refused import Refused
from store.models import Municipality, Question, Topic
from store.queries import choices
from trends.disclosure import TOPICS_PER_QUESTION
from trends.periods import month_of

FIRST_DAY = date(2000, 1, 1)
CODED = ("asker", "sector", "age_band", "phase", "how_found", "referred_to", "minutes", "language")


def fill(session: Session, question: Question, values: Mapping[str, Value], *, now: datetime) -> None:
    """Replace all that the question holds. Raises `Refused` naming the field."""
    question.asked_on = _day(values.get("asked_on"), now)
    question.month = month_of(question.asked_on)
    question.topics = _topics(session, question, values.get("topics"))
    question.channel = _channel(values.get("channel"))
    question.municipality_code = municipality(session, values.get("municipality"))
    question.done = list(_several(values.get("done")))
    question.closed = values.get("open") is not True
    coded: dict[str, Any] = {key: values.get(key) for key in CODED}
    for key, value in coded.items():
        setattr(question, key, value)
    _note(session, question, values.get("note"), now)


def held(question: Question) -> tuple[object, ...]:
    """All that the question holds, to see whether a change changes anything."""
    coded = tuple(getattr(question, key) for key in CODED)
    topics = tuple(sorted(one.code for one in question.topics))
    rest = (question.asked_on, question.channel, question.municipality_code, question.closed, question.note)
    return (topics, tuple(question.done), *coded, *rest)


def _note(session: Session, question: Question, typed: Value, now: datetime) -> None:
    """A note keeps the end that it got when it was written; a new text gets a new one."""
    note = typed.strip() if isinstance(typed, str) else ""
    if note == (question.note or ""):
        return
    question.note = note or None
    question.note_until = wall(now + time_limits.load(session).question_note)[0] if note else None


def _topics(session: Session, question: Question, chosen: Value) -> list[Topic]:
    """Topics that could be chosen on the day of the question, or that it has already."""
    codes = _several(chosen)
    found = session.scalars(select(Topic).where(Topic.code.in_(codes), Topic.parent_code.is_not(None))).all()
    if not 1 <= len(codes) <= TOPICS_PER_QUESTION or len(found) != len(codes):
        raise Refused("question.topics", field="topics", most=TOPICS_PER_QUESTION)
    kept = {one.code for one in question.topics}
    for topic in found:
        if topic.code not in kept and not choices.valid(topic, question.asked_on):
            raise Refused("question.topic_ended", field="topics", topic=choices.topic_name(topic))
    return list(found)


def _several(chosen: Value) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chosen)) if isinstance(chosen, tuple) else ()


def _channel(chosen: Value) -> str:
    if not isinstance(chosen, str) or not chosen:
        raise Refused("question.channel", field="channel")
    return chosen


def _day(asked_on: Value, now: datetime) -> date:
    today, _time = wall(now)
    day = asked_on if isinstance(asked_on, date) else today
    if not FIRST_DAY <= day <= today:
        raise Refused("question.date", field="asked_on")
    return day


def municipality(session: Session, place: Value) -> str | None:
    """The code of a municipality from its code, its name or the name of a village in it."""
    if not isinstance(place, str) or not place.strip():
        return None
    if session.get(Municipality, place):
        return place
    code = choices.place_names(session).get(place.strip().casefold())
    if code is None:
        raise Refused("question.place", field="municipality")
    return code
