"""Forms that may arrive twice, because a connection was lost between sending and hearing back."""

from datetime import datetime
from typing import cast

from sqlalchemy import Table, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from store.models import SentForm

SENT = cast(Table, SentForm.__table__)
LONGEST = 36


def is_first(session: Session, token: str, now: datetime) -> bool:
    """Whether this form came for the first time; of two at once only one hears yes, once the other is written."""
    insert = postgresql.Insert(SENT) if session.get_bind().dialect.name == "postgresql" else sqlite.Insert(SENT)
    row = {"token": token[:LONGEST], "subject_id": 0, "sent_at": now}
    written = insert.values(row).on_conflict_do_nothing().returning(SENT.c.token)
    return session.execute(written).first() is not None


def about(session: Session, token: str, number: int) -> None:
    """Remember what came of the form; nothing for a form without a token."""
    if token:
        session.execute(update(SentForm).where(SentForm.token == token[:LONGEST]).values(subject_id=number))


def subject(session: Session, token: str) -> int:
    """What came of a form that was sent before."""
    return session.get_one(SentForm, token[:LONGEST], populate_existing=True).subject_id
