"""Parents and young people ask, react, and take away what they asked: by code or by link, without a name."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import by_day, codes, crisis, journal, time_limits
from domain.actors import PARENT
from domain.inquiring import forgetting, promise, wording
from domain.local_time import wall
from domain.readable import readable
from domain.refused import Refused
from i18n import language
from store.door_states import Audience, InquiryKind, InquiryState
from store.models import Inquiry, InquiryMessage
from store.once import kept_once

LONGEST = 4000
MOST_A_DAY = 20
"""Reactions in one conversation: each may alert somebody, and a program could write on and on."""
QUEUE = ("inquiries", 0)


@dataclass(frozen=True)
class Wanted:
    """What somebody asks. Without mail address and phone number nobody knows who it is."""

    words: str
    kind: InquiryKind = InquiryKind.ASK
    audience: Audience = Audience.PARENTS
    topic_code: str | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    moment: str | None = None

    @property
    def is_anonymous(self) -> bool:
        return not (self.email or self.phone)


@dataclass(frozen=True)
class Receipt:
    """What somebody sees once: the code that leads back, and the day on which we answer at the latest."""

    id: int
    code: str
    answer_by: date
    is_urgent: bool


def ask(session: Session, wanted: Wanted, seed: str, *, now: datetime) -> Receipt:
    """Write a question down. The same form, `seed`, with the same words is the same question, as said last.

    Of who gives no name only the day is kept, and the journal says nothing yet: `daily_round` does, of several at
    once. Words of danger are told to staff at once, without saying of whom.
    """
    wording.something_asked(wanted.words, wanted.kind)
    code = codes.derived(session, seed, wanted.words)
    earlier = found_by(session, code)
    if earlier is None:
        row = _row(session, wanted, code, wall(now)[0])
        earlier = kept_once(session, row, partial(found_by, session, code))
    if earlier is not None:
        _ask_again(session, earlier.id, wanted)
        return Receipt(earlier.id, code, earlier.answer_by, earlier.is_urgent)
    if not wanted.is_anonymous:
        journal.record(session, "inquiry.asked", ("inquiry", row.id), by=PARENT, now=now)
    if row.is_urgent:
        journal.record(session, "inquiries.urgent", QUEUE, by=PARENT, now=by_day.start_of_day(now))
    return Receipt(row.id, code, row.answer_by, row.is_urgent)


def _ask_again(session: Session, inquiry_id: int, wanted: Wanted) -> None:
    """Who went back and left another mail address or number is reached there, as the page says, until we answered."""
    row = locked(session, inquiry_id)
    said = (wanted.name, wanted.email, wanted.phone, wanted.moment, wanted.topic_code)
    if len(row.messages) > 1 or row.state is not InquiryState.OPEN:
        return
    if said != (row.name, row.email, row.phone, row.moment, row.topic_code):
        row.name, row.email, row.phone, row.moment, row.topic_code = said
        row.revision += 1


def react(session: Session, inquiry_id: int, words: str, *, now: datetime) -> None:
    """Write back: it is our turn again, with a new day. The same words as a moment ago are one reaction."""
    row, typed = locked(session, inquiry_id), readable(words).strip()
    if not typed:
        raise Refused("inquiry.empty_reaction", field="words")
    if len(typed) > LONGEST:
        raise Refused("inquiry.too_long", field="words", n=len(typed) - LONGEST)
    wording.no_file(words)
    last, today = row.messages[-1], wall(now)[0]
    if not last.by_us and last.words == typed:
        return
    if sum(not one.by_us and one.written_on == today for one in row.messages) >= MOST_A_DAY:
        raise Refused("inquiry.enough_today", field="words")
    row.messages.append(InquiryMessage(number=last.number + 1, by_us=False, words=typed, written_on=today))
    row.state, row.answer_by, row.revision = InquiryState.OPEN, promise.answer_by(session, today), row.revision + 1
    danger = crisis.speaks_of_danger(session, typed)
    row.is_urgent = row.is_urgent or danger
    if row.email or row.phone:
        journal.record(session, "inquiry.reacted", ("inquiry", row.id), by=PARENT, now=now)
    else:
        row.noted = False
    if danger:
        journal.record(session, "inquiries.urgent", QUEUE, by=PARENT, now=by_day.start_of_day(now))


def close(session: Session, inquiry_id: int, *, now: datetime) -> None:
    """The asker has enough of it; the conversation can still be read until its end. Twice is harmless."""
    row, today = locked(session, inquiry_id), wall(now)[0]
    if row.state is InquiryState.CLOSED:
        return
    row.state, row.forget_on = InquiryState.CLOSED, today + time_limits.load(session).inquiry_kept
    row.revision += 1


def take_away(session: Session, inquiry_id: int) -> None:
    """Erase all of it, at once and for good. Twice is harmless."""
    row = session.get(Inquiry, inquiry_id, with_for_update=True, populate_existing=True)
    if row is not None:
        forgetting.forget(session, row)


def found_by(session: Session, code: str) -> Inquiry | None:
    return session.scalar(select(Inquiry).where(Inquiry.code_index == codes.index(session, code)))


def with_code(session: Session, typed: str) -> int:
    """The inquiry that a code leads to. Raises `Refused` for a typing mistake, and for a code that leads nowhere."""
    if not codes.looks_right(typed):
        raise Refused("inquiry.code_wrong", field="code")
    row = found_by(session, typed)
    if row is None:
        raise Refused("inquiry.code_unknown", field="code")
    return row.id


def locked(session: Session, inquiry_id: int) -> Inquiry:
    row = session.get(Inquiry, inquiry_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def _row(session: Session, wanted: Wanted, code: str, today: date) -> Inquiry:
    by = promise.answer_by(session, today)
    return Inquiry(
        id=_free_number(session),
        kind=wanted.kind,
        audience=wanted.audience,
        state=InquiryState.OPEN,
        name=wanted.name,
        email=wanted.email,
        phone=wanted.phone,
        moment=wanted.moment,
        topic_code=wanted.topic_code,
        language=language(),
        code_index=codes.index(session, code),
        is_urgent=crisis.speaks_of_danger(session, wanted.words),
        noted=not wanted.is_anonymous,
        asked_on=today,
        answer_by=by,
        forget_on=by + time_limits.load(session).inquiry_kept,
        messages=[InquiryMessage(number=1, by_us=False, words=wanted.words, written_on=today)],
    )


def _free_number(session: Session) -> int:
    """At random; one that is taken is drawn again."""
    while session.get(Inquiry, number := codes.number()) is not None:
        pass
    return number
