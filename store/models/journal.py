"""What happened, and what followed from it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import ERASABLE, Table
from store.states import RunState
from store.types import Instant, Plain, state

NOT_HANDLED = text("handled_at IS NULL")


class JournalLine(Table):
    """What happened: kind, subject, time, actor. No personal data, so forgetting somebody never rewrites history.

    One fact of who erases everything is taken out of it: how they answered when we asked how it went.
    """

    __tablename__ = "journal_line"
    __table_args__ = (
        Index("ix_journal_line_not_handled", "id", sqlite_where=NOT_HANDLED, postgresql_where=NOT_HANDLED),
        Index("ix_journal_line_subject", "subject_kind", "subject_id"),
        Index("ix_journal_line_kind_at", "kind", "at"),
        {"info": ERASABLE},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    kind: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    actor: Mapped[str] = mapped_column(String(40))
    facts: Mapped[dict[str, Any]] = mapped_column(Plain)
    handled_at: Mapped[datetime | None] = mapped_column(Instant)


class AutomationRun(Table):
    """One automation run for one journal line: never twice."""

    __tablename__ = "automation_run"
    __table_args__ = (UniqueConstraint("automation", "journal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    automation: Mapped[str] = mapped_column(String(80))
    journal_id: Mapped[int] = mapped_column(ForeignKey("journal_line.id", ondelete="CASCADE"), index=True)
    state: Mapped[RunState] = mapped_column(state(RunState))
    error: Mapped[str | None] = mapped_column(String(500))
    due_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ran_at: Mapped[datetime | None] = mapped_column(Instant)
