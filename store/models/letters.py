"""The out-tray, and the links that letters carry."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import LetterState, LinkPurpose
from store.types import Encrypted, Instant, state


class Letter(Table):
    """One message to one recipient. The same `dedupe_key` is never written twice; a retry keeps its Message-ID."""

    __tablename__ = "letter"
    __table_args__ = (
        Index("ix_letter_state_next_at", "state", "next_at"),
        Index("ix_letter_subject", "subject_kind", "subject_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(120), unique=True)
    message_id: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    recipient: Mapped[str | None] = mapped_column(Encrypted)
    address: Mapped[str | None] = mapped_column(Encrypted)
    title: Mapped[str | None] = mapped_column(Encrypted)
    body: Mapped[str | None] = mapped_column(Encrypted)
    calendar: Mapped[str | None] = mapped_column(Encrypted)
    calendar_method: Mapped[str | None] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(5))
    state: Mapped[LetterState] = mapped_column(state(LetterState), default=LetterState.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime] = mapped_column(Instant)
    claimed_until: Mapped[datetime | None] = mapped_column(Instant)
    last_error: Mapped[str | None] = mapped_column(String(300))
    written_at: Mapped[datetime] = mapped_column(Instant, index=True)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)


class Link(Table):
    """A link from a letter: only its hash is kept, it has one purpose and an end, and GET never uses it."""

    __tablename__ = "link"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    purpose: Mapped[LinkPurpose] = mapped_column(state(LinkPurpose))
    subject_id: Mapped[int] = mapped_column(index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant, index=True)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
