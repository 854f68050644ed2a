"""The three questions to a parent whether it helped, on whichever page of theirs is open; all may be skipped."""

from dataclasses import dataclass
from datetime import datetime

from flask import request

from domain.actors import PARENT
from domain.care import helpfulness
from store.sessions import Session

PREFIX = "h-"


@dataclass(frozen=True)
class Question:
    name: str
    sentence: str


@dataclass(frozen=True)
class Questions:
    """What is asked now, at the start of a match or at its end."""

    at_end: bool
    questions: tuple[Question, ...]


def shown(session: Session, request_id: int, now: datetime) -> Questions | None:
    asked = helpfulness.asked_of(session, request_id, now=now)
    if asked is None:
        return None
    named = helpfulness.questions(session).items()
    return Questions(asked[1], tuple(Question(PREFIX + key, sentence) for key, sentence in named))


def give(session: Session, request_id: int, now: datetime) -> None:
    chosen = {key: request.form.get(PREFIX + key, type=int) for key in helpfulness.questions(session)}
    answers = {key: value for key, value in chosen.items() if value is not None}
    helpfulness.give(session, request_id, answers, by=PARENT, now=now)
