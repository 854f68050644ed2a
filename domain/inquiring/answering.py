"""Coordinators read, answer, phone back and close what parents asked. Who saves second hears it."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal, time_limits
from domain.actors import Actor
from domain.allowed import staff_only
from domain.inquiring.asking import LONGEST, QUEUE, locked
from domain.local_time import wall
from domain.refused import Refused
from store.door_states import InquiryState
from store.models import Inquiry, InquiryMessage


def keep_draft(session: Session, inquiry_id: int, words: str, *, seen: int, by: Actor) -> int:
    """Keep what was written so far; gives the revision that the writer has seen now.

    Who begins to write, or goes on with what somebody else began, makes a new revision: the other hears it.
    """
    row = _mine(session, inquiry_id, seen, by)
    if (row.draft or "") == words:
        return row.revision
    if row.draft_by != by.label:
        row.draft_by = by.label
        row.revision += 1
        row.draft_began = row.revision
    row.draft = words[: 2 * LONGEST]
    return row.revision


def answer(session: Session, inquiry_id: int, words: str, *, seen: int, by: Actor, now: datetime) -> None:
    """Send the answer: it can be read with the code, and with the link in a letter where there is a mail address.

    The same words by the same writer again, from before the first time, are the same answer: twice is harmless.
    """
    typed = words.strip()
    if _sent_already(session, inquiry_id, typed, by):
        return
    row = _mine(session, inquiry_id, seen, by)
    if not typed:
        raise Refused("inquiry.empty_answer", field="words")
    if len(typed) > LONGEST:
        raise Refused("inquiry.too_long", field="words", n=len(typed) - LONGEST)
    today, number = wall(now)[0], row.messages[-1].number + 1
    row.messages.append(InquiryMessage(number=number, by_us=True, words=typed, written_on=today))
    row.draft = row.draft_by = None
    _done(session, row, InquiryState.ANSWERED, by, now)
    journal.record(session, "inquiry.answered", _subject(row), by=by, now=now)


def phoned(session: Session, inquiry_id: int, *, by: Actor, now: datetime) -> None:
    """We spoke: that was the answer. Twice is harmless."""
    row = _phonable(session, inquiry_id, by)
    if row.state is InquiryState.CLOSED:
        return
    _done(session, row, InquiryState.CLOSED, by, now)
    journal.record(session, "inquiry.phoned", _subject(row), by=by, now=now)


def not_reached(session: Session, inquiry_id: int, *, by: Actor, now: datetime) -> None:
    """We phoned in vain; the promise stays as it is."""
    row = _phonable(session, inquiry_id, by)
    row.tries += 1
    row.revision += 1
    journal.record(session, "inquiry.not_reached", _subject(row), by=by, now=now)


def close(session: Session, inquiry_id: int, *, by: Actor, now: datetime) -> None:
    """Put it away, with or without an answer. Twice is harmless; `reopen` undoes it."""
    staff_only(by)
    row = locked(session, inquiry_id)
    if row.state is InquiryState.CLOSED:
        return
    row.state, row.forget_on = InquiryState.CLOSED, wall(now)[0] + time_limits.load(session).inquiry_kept
    row.revision += 1
    journal.record(session, "inquiry.closed", _subject(row), by=by, now=now)


def reopen(session: Session, inquiry_id: int, *, by: Actor, now: datetime) -> None:
    """Undo the closing: it stands as before, with the promise that it had. Twice is harmless."""
    staff_only(by)
    row = locked(session, inquiry_id)
    if row.state is not InquiryState.CLOSED:
        return
    row.state = InquiryState.ANSWERED if row.messages[-1].by_us else InquiryState.OPEN
    row.revision += 1
    journal.record(session, "inquiry.reopened", _subject(row), by=by, now=now)


def mark_counted(session: Session, inquiry_id: int, *, by: Actor) -> None:
    """It is in the register. The journal is silent about it: a line beside that of the entry would link the two.

    Twice raises `Refused("inquiry.counted")`, so that nothing is counted twice.
    """
    staff_only(by)
    row = locked(session, inquiry_id)
    if row.in_register:
        raise Refused("inquiry.counted")
    row.in_register = True
    row.revision += 1


def _subject(row: Inquiry) -> tuple[str, int]:
    """What the journal says it is about: a number stays there, also when whoever gave no name erased everything."""
    return ("inquiry", row.id) if row.email or row.phone else QUEUE


def _sent_already(session: Session, inquiry_id: int, typed: str, by: Actor) -> bool:
    staff_only(by)
    row = locked(session, inquiry_id)
    last = row.messages[-1]
    return last.by_us and last.words == typed and row.answered_by == by.label


def _mine(session: Session, inquiry_id: int, seen: int, by: Actor) -> Inquiry:
    staff_only(by)
    row = locked(session, inquiry_id)
    began = row.draft_began if row.draft_by == by.label else None
    own_beginning = seen + 1 == row.revision == began  # kept while the answer was on its way, and nothing else happened
    if row.revision != seen and not own_beginning:
        raise Refused("inquiry.changed_meanwhile")
    return row


def _phonable(session: Session, inquiry_id: int, by: Actor) -> Inquiry:
    staff_only(by)
    row = locked(session, inquiry_id)
    if not row.phone:
        raise Refused("inquiry.no_phone")
    return row


def _done(session: Session, row: Inquiry, state: InquiryState, by: Actor, now: datetime) -> None:
    today = wall(now)[0]
    row.state, row.answered_on, row.answered_by = state, today, by.label
    row.forget_on = today + time_limits.load(session).inquiry_kept
    row.revision += 1
