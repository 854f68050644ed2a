"""Letters in the out-tray: writing one once, sending it again, passing it on by phone."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import and_, case, delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain import by_day, journal
from domain.actors import Actor, Role
from domain.refused import Refused
from store.models import Letter
from store.states import LetterState

ON_ITS_WAY = (LetterState.QUEUED, LetterState.SENDING)


@dataclass(frozen=True)
class NewLetter:
    """A letter to one reader; without an address it is for staff, to pass on by phone. It leaves when it is written, or
    at `not_before`.
    """

    dedupe_key: str
    message_id: str
    kind: str
    subject: tuple[str, int]
    recipient: str
    address: str | None
    title: str
    body: str
    language: str
    calendar: str | None = None
    calendar_method: str | None = None
    not_before: datetime | None = None


def write(session: Session, new: NewLetter, *, now: datetime) -> int | None:
    """Put a letter in the out-tray; None when the same `dedupe_key` was written before, whatever became of that one.

    Where `now` is a whole day (`domain.by_day`), it tells no more of when it was written and sent.
    """
    if session.scalar(select(Letter.id).where(Letter.dedupe_key == new.dedupe_key)):
        return None
    row = _row(new, now, by_day.own_number(session, Letter, now))
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # somebody else wrote it at this very moment
        return None
    return row.id


def message_id(*parts: object, origin: str) -> str:
    """The Message-ID that follows from `parts`: the same each time, and another one at another address."""
    text = "/".join([origin, *map(str, parts)])
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, text)}@{urlsplit(origin).hostname or 'localhost'}>"


def again(session: Session, letter_id: int, *, by: Actor, now: datetime) -> None:
    """Send a letter once more, also one that was kept or refused. Harmless while it is on its way.

    Raises `Refused` when its text was erased since, and when there is no address to send it to.
    """
    row = _found(session, letter_id, by)
    if row.state in ON_ITS_WAY:
        return
    if row.body is None:
        raise Refused("letter.erased")
    if row.address is None:
        raise Refused("letter.no_address")
    if row.state is LetterState.SENT:
        # What arrived before would be taken for the same letter and hidden; after a failure it must be the same.
        row.message_id = message_id(row.message_id, now.isoformat(), origin=f"//{row.message_id[1:-1].split('@')[1]}")
    row.state, row.attempts, row.next_at, row.sent_at = LetterState.QUEUED, 0, now, None
    journal.record(session, "letter.again", ("letter", row.id), by=by, now=now, letter=row.kind)


def passed_on(session: Session, letter_id: int, *, by: Actor, now: datetime) -> None:
    """Staff told it by phone. Twice is harmless."""
    row = _found(session, letter_id, by)
    if row.state is not LetterState.TO_CALL:
        return
    row.state, row.sent_at = LetterState.SENT, by_day.as_fine_as(row.written_at, now)
    journal.record(session, "letter.called", ("letter", row.id), by=by, now=now, letter=row.kind)


def forget(session: Session, about: Mapping[str, Collection[int]], *, reader: str) -> None:
    """Erase what letters about these subjects (noun: numbers) say, and send none of them to `reader` any more.

    What is on its way to somebody else still goes: they must hear that something is off.
    """
    subject = or_(*(and_(Letter.subject_kind == noun, Letter.subject_id.in_(some)) for noun, some in about.items()))
    theirs = and_(Letter.state == LetterState.QUEUED, Letter.dedupe_key.endswith(f"/{reader}", autoescape=True))
    was_sent = Letter.state == LetterState.SENT
    nothing = dict.fromkeys(("recipient", "address", "title", "body", "calendar", "last_error"))
    erase = update(Letter).where(subject, or_(Letter.state.not_in(ON_ITS_WAY), theirs))
    erased = erase.values(**nothing, state=case((was_sent, Letter.state), else_=LetterState.DROPPED))
    session.execute(erased, execution_options={"synchronize_session": False})


def erase(session: Session, about: Mapping[str, Collection[int]]) -> None:
    """Take away every letter about these subjects, also what is still on its way. Twice is harmless."""
    for noun, some in about.items():
        session.execute(delete(Letter).where(Letter.subject_kind == noun, Letter.subject_id.in_(some)))


def _found(session: Session, letter_id: int, by: Actor) -> Letter:
    if not by.has(Role.COORDINATOR, Role.ADMINISTRATOR):
        raise Refused("not_allowed")
    row = session.get(Letter, letter_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def _row(new: NewLetter, now: datetime, number: Mapping[str, int]) -> Letter:
    noun, subject = new.subject
    return Letter(
        dedupe_key=new.dedupe_key,
        message_id=new.message_id,
        kind=new.kind,
        subject_kind=noun,
        subject_id=subject,
        recipient=new.recipient,
        address=new.address,
        title=new.title,
        body=new.body,
        calendar=new.calendar,
        calendar_method=new.calendar_method,
        language=new.language,
        state=LetterState.QUEUED if new.address else LetterState.TO_CALL,
        next_at=new.not_before or now,
        written_at=now,
        **number,
    )
