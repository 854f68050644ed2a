"""The out-tray as staff see it. Names are decrypted here: only for roles that may read letters."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Letter
from store.queries.newest import newest
from store.states import LetterState

PAGE = 50


@dataclass(frozen=True)
class LetterRow:
    """One letter in the list; who and what are None when they were erased."""

    id: int
    kind: str
    state: LetterState
    recipient: str | None
    title: str | None
    attempts: int
    last_error: str | None
    written_at: datetime
    next_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True)
class Paper:
    """A whole letter."""

    row: LetterRow
    subject: tuple[str, int]
    address: str | None
    body: str | None
    calendar: str | None
    language: str


def listed(
    session: Session, *, states: Collection[LetterState] = (), kind: str = "", before: int | None = None
) -> tuple[LetterRow, ...]:
    """A page of letters, the newest first; `before` is the last id of the page above. Without `states`: in any."""
    query = select(Letter)
    if states:
        query = query.where(Letter.state.in_(states))
    if kind:
        query = query.where(Letter.kind == kind)
    return tuple(_row(one) for one in newest(session, query, Letter, Letter.written_at, before=before, most=PAGE))


def counts(session: Session) -> dict[LetterState, int]:
    """How many letters are in each state; a state without letters is left out."""
    query = select(Letter.state, func.count()).group_by(Letter.state)
    return dict(session.execute(query).all())


def kinds(session: Session) -> tuple[str, ...]:
    """The kinds of letters that were ever written."""
    return tuple(session.scalars(select(Letter.kind).distinct().order_by(Letter.kind)))


def one(session: Session, letter_id: int) -> Paper | None:
    row = session.get(Letter, letter_id)
    if row is None:
        return None
    subject = (row.subject_kind, row.subject_id)
    return Paper(_row(row), subject, row.address, row.body, row.calendar, row.language)


def _row(row: Letter) -> LetterRow:
    return LetterRow(
        id=row.id,
        kind=row.kind,
        state=row.state,
        recipient=row.recipient,
        title=row.title,
        attempts=row.attempts,
        last_error=row.last_error,
        written_at=row.written_at,
        next_at=row.next_at,
        sent_at=row.sent_at,
    )
