"""A quick tally after a café: how often each topic came up, written down as so many questions at once."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.allowed import staff_only
from domain.checking import Value
from domain.refused import Refused
from domain.register import questions
from store import sent_forms
from store.models import JournalLine, Question

CHANNEL = "cafe"
ABOUT = ("asked_on", "municipality")
MOST = 60


def save(
    session: Session,
    tallied: Mapping[str, int],
    about: Mapping[str, Value],
    *,
    by: Actor,
    now: datetime,
    token: str,
) -> tuple[int, ...]:
    """One question for each time that a topic came up, all or none; gives their numbers.

    `about` holds the day and the place. Nothing leads from a question to a gathering or to another question. The same
    `token` again writes nothing and gives what is left of the first time. Raises `Refused`.
    """
    staff_only(by)
    codes = [code for code, n in tallied.items() for _time in range(min(n, MOST + 1))]
    if not codes:
        raise Refused("question.nothing_tallied")
    if len(codes) > MOST:
        raise Refused("question.tallied_too_many", most=MOST)
    if token and not sent_forms.is_first(session, token, now):
        return _first_time(session, token)
    same: dict[str, Value] = {"channel": CHANNEL, **{key: about.get(key) for key in ABOUT}}
    numbers = [questions.register(session, {**same, "topics": (code,)}, by=by, now=now) for code in codes]
    sent_forms.about(session, token, numbers[0])
    return tuple(numbers)


def undo(session: Session, numbers: Collection[int], *, by: Actor, now: datetime) -> None:
    """Take back what somebody just tallied, at most a quarter of an hour later; what is gone already stays gone."""
    staff_only(by)
    rows = session.scalars(select(Question).where(Question.id.in_(numbers)).order_by(Question.id)).all()
    if {row.id for row in rows} - _registered_by(session, by, numbers):
        raise Refused("not_allowed")
    if any(now > row.registered_at + questions.UNDO_TIME for row in rows):
        raise Refused("question.undo_too_late", minutes=questions.UNDO_MINUTES)
    for row in rows:
        questions.undo(session, row.id, by=by, now=now)


def _first_time(session: Session, token: str) -> tuple[int, ...]:
    """What was written together with the first of them, and is still there."""
    first = session.get(Question, sent_forms.subject(session, token))
    if first is None:
        return ()
    together = (Question.registered_at == first.registered_at) & (Question.channel == CHANNEL)
    return tuple(session.scalars(select(Question.id).where(together).order_by(Question.id)))


def _registered_by(session: Session, by: Actor, numbers: Collection[int]) -> set[int]:
    lines = select(JournalLine.subject_id).where(
        JournalLine.kind == "question.registered",
        JournalLine.subject_kind == "question",
        JournalLine.subject_id.in_(numbers),
        JournalLine.actor == by.label,
    )
    return set(session.scalars(lines))
