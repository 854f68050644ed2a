"""The register as its coordinator sees it: the last entries, and one of them to put right."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from store.models import Municipality, Question, QuestionTopic
from store.queries.choices import topic_name


@dataclass(frozen=True)
class Registered:
    """One entry; `channel` is a term's key, `municipality` a name or empty."""

    id: int
    asked_on: date
    topics: tuple[str, ...]
    channel: str
    municipality: str
    closed: bool
    registered_at: datetime


def last(
    session: Session, *, month: int | None = None, topic: str | None = None, most: int = 25
) -> tuple[Registered, ...]:
    """The entries written down last come first; only those of one month or topic where that is given."""
    query = select(Question, Municipality.name).outerjoin(Municipality).options(selectinload(Question.topics))
    if month is not None:
        query = query.where(Question.month == month)
    if topic is not None:
        query = query.where(Question.id.in_(select(QuestionTopic.question_id).where(QuestionTopic.topic_code == topic)))
    return tuple(
        Registered(
            id=row.id,
            asked_on=row.asked_on,
            topics=tuple(topic_name(one) for one in row.topics),
            channel=row.channel,
            municipality=place or "",
            closed=row.closed,
            registered_at=row.registered_at,
        )
        for row, place in session.execute(query.order_by(Question.id.desc()).limit(most))
    )


def months(session: Session) -> range:
    """From the month of the oldest entry up to that of the newest; empty when there are none."""
    first, newest = session.execute(select(func.min(Question.month), func.max(Question.month))).one()
    return range(0) if first is None else range(first, newest + 1)


@dataclass(frozen=True)
class Entry:
    """One entry to put right: what was filled in by the keys of the form, its revision, and when its note goes."""

    answers: Mapping[str, object]
    revision: int
    note_until: date | None


def entry(session: Session, question_id: int) -> Entry | None:
    """None when the entry is not there."""
    row = session.get(Question, question_id, options=[selectinload(Question.topics)])
    if row is None:
        return None
    return Entry(_answers(session, row), row.revision, row.note_until)


def _answers(session: Session, row: Question) -> Mapping[str, object]:
    place = session.get(Municipality, row.municipality_code) if row.municipality_code else None
    return {
        "topics": tuple(one.code for one in row.topics),
        "channel": row.channel,
        "asked_on": row.asked_on,
        "municipality": place.name if place else None,
        "asker": row.asker,
        "sector": row.sector,
        "age_band": row.age_band,
        "phase": row.phase,
        "how_found": row.how_found,
        "done": tuple(row.done),
        "referred_to": row.referred_to,
        "minutes": row.minutes,
        "language": row.language,
        "open": not row.closed,
        "note": row.note,
    }
