"""What is kept of the policy pages: views by name, reports that were made, and the map of the region."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import ReportKind, ReportState
from store.types import Encrypted, Instant, Plain, state


class SavedView(Table):
    """A page with its filters, named by its owner; `rhythm` says how often it is mailed, empty for never."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("account_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    path: Mapped[str] = mapped_column(String(80))
    query: Mapped[str] = mapped_column(String(500), default="")
    rhythm: Mapped[str] = mapped_column(String(20), default="")
    mailed_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(Instant)


class Report(Table):
    """A signal note of a quarter or a page for the annual report. `facts` is frozen, people change the words around it.

    A revision of the numbers makes another `edition` when this one was approved. `readers` are roles and addresses.
    """

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("kind", "period", "edition"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ReportKind] = mapped_column(state(ReportKind))
    period: Mapped[int]
    edition: Mapped[int] = mapped_column(default=1)
    state: Mapped[ReportState] = mapped_column(state(ReportState), index=True)
    opening: Mapped[str] = mapped_column(Text, default="")
    closing: Mapped[str] = mapped_column(Text, default="")
    facts: Mapped[dict[str, Any]] = mapped_column(Plain)
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary)
    docx: Mapped[bytes | None] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(Instant)
    approved_by: Mapped[str | None] = mapped_column(String(60))
    approved_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    readers: Mapped[str | None] = mapped_column(Encrypted)


class RegionMap(Table):
    """The borders of the municipalities as somebody uploaded them, checked and made small.

    The last one counts; the one before it is kept for undoing.
    """

    __tablename__ = "region_map"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(String(300), default="")
    shapes: Mapped[dict[str, Any]] = mapped_column(Plain)
    uploaded_at: Mapped[datetime] = mapped_column(Instant)
