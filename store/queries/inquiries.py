"""Inquiries as they are read: the queue, one conversation, how many wait."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from store.door_states import Audience, InquiryKind, InquiryState
from store.models import Inquiry, Topic
from store.queries.choices import topic_name


@dataclass(frozen=True)
class Message:
    by_us: bool
    words: str
    written_on: date


@dataclass(frozen=True)
class InquiryFacts:
    """One conversation; of who gave no name only the words and the day are known."""

    id: int
    kind: InquiryKind
    audience: Audience
    state: InquiryState
    name: str | None
    email: str | None
    phone: str | None
    moment: str | None
    topic_code: str | None
    topic: str
    language: str
    is_urgent: bool
    in_register: bool
    asked_on: date
    answer_by: date
    answered_by: str | None
    forget_on: date
    draft: str
    draft_by: str | None
    tries: int
    revision: int
    messages: tuple[Message, ...]

    @property
    def is_anonymous(self) -> bool:
        return not (self.email or self.phone)


@dataclass(frozen=True)
class Waiting:
    """How many inquiries are ours to answer, and of those how many are late or speak of danger."""

    open: int
    late: int
    urgent: int


_FIRST = (Inquiry.is_urgent.desc(), Inquiry.answer_by, Inquiry.id)


def part(
    session: Session, state: InquiryState, *, with_phone: bool = False, skip: int = 0, most: int
) -> tuple[tuple[InquiryFacts, ...], int]:
    """`most` of the queue of one state after the first `skip`, and how many there are in all.

    Whose day comes first, danger before all; numbers are drawn at random, so nothing tells who came first.
    """
    wanted = [Inquiry.state == state, *([Inquiry.phone.is_not(None)] if with_phone else [])]
    count = session.scalar(select(func.count()).where(*wanted)) or 0
    query = select(Inquiry).where(*wanted).options(selectinload(Inquiry.messages)).offset(skip).limit(most)
    rows = session.scalars(query.order_by(*_FIRST)).all()
    names = _topics(session, {row.topic_code for row in rows if row.topic_code})
    return tuple(_facts(row, names) for row in rows), count


def next_waiting(session: Session, besides: int) -> int | None:
    """The number of the first one in the queue that waits for us, but for one."""
    others = (Inquiry.state == InquiryState.OPEN, Inquiry.id != besides)
    return session.scalar(select(Inquiry.id).where(*others).order_by(*_FIRST).limit(1))


def one(session: Session, inquiry_id: int) -> InquiryFacts | None:
    row = session.get(Inquiry, inquiry_id, options=[selectinload(Inquiry.messages)])
    return _facts(row, _topics(session, {row.topic_code} if row.topic_code else set())) if row else None


def waiting(session: Session, today: date) -> Waiting:
    late = func.count().filter(Inquiry.answer_by < today)
    urgent = func.count().filter(Inquiry.is_urgent)
    found = session.execute(select(func.count(), late, urgent).where(Inquiry.state == InquiryState.OPEN)).one()
    return Waiting(*found)


def _topics(session: Session, codes: Collection[str]) -> dict[str, str]:
    if not codes:
        return {}
    return {row.code: topic_name(row) for row in session.scalars(select(Topic).where(Topic.code.in_(codes)))}


def _facts(row: Inquiry, names: dict[str, str]) -> InquiryFacts:
    return InquiryFacts(
        id=row.id,
        kind=row.kind,
        audience=row.audience,
        state=row.state,
        name=row.name,
        email=row.email,
        phone=row.phone,
        moment=row.moment,
        topic_code=row.topic_code,
        topic=names.get(row.topic_code or "", ""),
        language=row.language,
        is_urgent=row.is_urgent,
        in_register=row.in_register,
        asked_on=row.asked_on,
        answer_by=row.answer_by,
        answered_by=row.answered_by,
        forget_on=row.forget_on,
        draft=row.draft or "",
        draft_by=row.draft_by,
        tries=row.tries,
        revision=row.revision,
        messages=tuple(Message(one.by_us, one.words, one.written_on) for one in row.messages),
    )
