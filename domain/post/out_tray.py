"""From the out-tray to the mail server: taking one letter at a time, and writing down what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from domain import by_day, journal
from domain.actors import CLOCK
from domain.post import attachments, letter_texts
from domain.post.facts import ABOUT
from domain.post.letters import ON_ITS_WAY
from mail.post import Envelope, Fate, Outcome
from store.models import CatalogueEntry, Letter
from store.states import LetterState

# Far longer than a conversation with a mail server takes, so that nobody else takes a letter that is being posted.
CLAIM = timedelta(minutes=10)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=4)
# With these pauses a letter is tried for about two days.
MOST_ATTEMPTS = 20


@dataclass(frozen=True)
class Claimed:
    """A letter that is ours to post; `attempt` proves it, should somebody else have taken it over.

    `tells_day`: of when it is no more than the day may be known.
    """

    id: int
    attempt: int
    envelope: Envelope
    tells_day: bool


def is_due(session: Session, *, now: datetime) -> bool:
    """Whether there is anything to post; asked first, because only then a transaction is worth its while."""
    return session.scalar(select(Letter.id).where(_due(now)).limit(1)) is not None


def claim(session: Session, *, now: datetime) -> Claimed | None:
    """Take the letter that waits longest, or None when none is due.

    On the way, letters whose reason is gone are dropped, and those given up on are marked as failed. Commit before
    posting; then `settle`.
    """
    query = select(Letter).where(_due(now)).order_by(Letter.next_at, Letter.id).limit(1)
    while row := session.scalar(query.with_for_update(skip_locked=True).execution_options(populate_existing=True)):
        if not _still_wanted(session, row, now):
            _finish(row, LetterState.DROPPED, now)
        elif row.attempts >= MOST_ATTEMPTS:
            _fail(session, row, row.last_error or "", now)
        else:
            row.state, row.attempts, row.claimed_until = LetterState.SENDING, row.attempts + 1, now + CLAIM
            return Claimed(row.id, row.attempts, _envelope(session, row), by_day.is_a_day(row.written_at))
        session.flush()
    return None


def settle(session: Session, claimed: Claimed, outcome: Outcome, *, now: datetime, jitter: float) -> LetterState | None:
    """Write down what came of posting; None when the letter was no longer ours.

    `jitter` in 0..1 spreads the next attempts, so that they don't all come back at one moment.
    """
    mine = (Letter.id == claimed.id, Letter.state == LetterState.SENDING, Letter.attempts == claimed.attempt)
    row = session.scalar(select(Letter).where(*mine).with_for_update().execution_options(populate_existing=True))
    if row is None:
        return None
    if outcome.fate is Fate.ACCEPTED:
        _finish(row, LetterState.SENT, now)
        row.sent_at, row.last_error = by_day.as_fine_as(row.written_at, now), None
    elif outcome.fate is Fate.NO_SERVER:
        _finish(row, LetterState.KEPT, now)
    elif outcome.fate is Fate.REFUSED or row.attempts >= MOST_ATTEMPTS:
        _fail(session, row, outcome.note, now)
    else:
        row.state, row.claimed_until, row.last_error = LetterState.QUEUED, None, outcome.note
        row.next_at = now + _pause(row.attempts) * (0.5 + jitter)
    return row.state


def _due(now: datetime) -> ColumnElement[bool]:
    free = or_(Letter.claimed_until.is_(None), Letter.claimed_until <= now)
    return and_(Letter.state.in_(ON_ITS_WAY), Letter.next_at <= now, free)


def _still_wanted(session: Session, row: Letter, now: datetime) -> bool:
    """Whether the reason for this letter still holds: nobody who cancelled hears that they are welcome."""
    kind = session.get(CatalogueEntry, (letter_texts.CATALOGUE, row.kind))
    states = kind.data["states"] if kind else ()
    return not states or ABOUT[row.subject_kind].state(session, row.subject_id, now=now) in states


def _pause(attempts: int) -> timedelta:
    return min(LONGEST_PAUSE, FIRST_PAUSE * (1 << min(attempts - 1, 10)))


def _finish(row: Letter, state: LetterState, now: datetime) -> None:
    row.state, row.claimed_until = state, None
    if by_day.is_a_day(row.written_at):
        row.next_at = by_day.start_of_day(now)  # when it was tried is known only while it is on its way


def _fail(session: Session, row: Letter, note: str, now: datetime) -> None:
    _finish(row, LetterState.FAILED, now)
    row.last_error = note
    # A letter about a letter that failed, and fails too, must not be told by yet another letter.
    if row.subject_kind != "letter":
        known = by_day.as_fine_as(row.written_at, now)
        journal.record(session, "letter.failed", ("letter", row.id), by=CLOCK, now=known, letter=row.kind)


def _envelope(session: Session, row: Letter) -> Envelope:
    return Envelope(
        message_id=row.message_id,
        recipient=row.recipient or "",
        address=row.address or "",
        title=row.title or "",
        body=row.body or "",
        language=row.language,
        calendar=row.calendar,
        calendar_method=row.calendar_method,
        attachments=attachments.of(session, row.kind, row.subject_id),
    )
