"""The register as its coordinator sees it: the last entries, and one of them to put right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, case, func, select
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


@dataclass(frozen=True)
class Narrow:
    """Which entries: of a month, a topic, a municipality, and only those where something still has to be done."""

    month: int | None = None
    topic: str | None = None
    municipality: str | None = None
    unfinished: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        about = select(QuestionTopic.question_id).where(QuestionTopic.topic_code == self.topic)
        every = {
            Question.month == self.month: self.month is not None,
            Question.id.in_(about): self.topic is not None,
            Question.municipality_code == self.municipality: self.municipality is not None,
            Question.closed.is_(False): self.unfinished,
        }
        return [condition for condition, wanted in every.items() if wanted]


def page(session: Session, narrow: Narrow, *, skip: int = 0, most: int = 25) -> tuple[tuple[Registered, ...], int]:
    """A part of the entries, and how many there are: first what still has to be done, the oldest of it first; then
    those of the last days."""
    where = narrow.conditions()
    number = session.scalar(select(func.count()).select_from(Question).where(*where)) or 0
    query = select(Question, Municipality.name).outerjoin(Municipality).options(selectinload(Question.topics))
    still_open = (case((~Question.closed, Question.asked_on)), case((~Question.closed, Question.id)))
    order = (Question.closed, *still_open, Question.asked_on.desc(), Question.id.desc())
    rows = session.execute(query.where(*where).order_by(*order).offset(skip).limit(most))
    return tuple(_registered(row, place) for row, place in rows), number


def _registered(row: Question, place: str | None) -> Registered:
    return Registered(
        id=row.id,
        asked_on=row.asked_on,
        topics=tuple(topic_name(one) for one in row.topics),
        channel=row.channel,
        municipality=place or "",
        closed=row.closed,
        registered_at=row.registered_at,
    )


def every(session: Session, narrow: Narrow) -> Iterator[Mapping[str, object]]:
    """What was filled in of all these entries by the keys of the form, the oldest first."""
    loading = (selectinload(Question.topics), selectinload(Question.actions))
    rows = session.scalars(
        select(Question).where(*narrow.conditions()).order_by(Question.asked_on, Question.id).options(*loading)
    )
    for row in rows:
        yield _answers(session, row)


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
