"""What is kept of the policy pages: views by name, reports that were made, and the map of the region."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Instant, Plain


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
    """A signal note of a quarter or a page for the annual report. `facts` is frozen; people change only `words`."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("kind", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    period: Mapped[int]
    state: Mapped[str] = mapped_column(String(20), index=True)
    words: Mapped[str] = mapped_column(Text, default="")
    facts: Mapped[dict[str, Any]] = mapped_column(Plain)
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary)
    docx: Mapped[bytes | None] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(Instant)
    approved_by: Mapped[str | None] = mapped_column(String(60))
    approved_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)


class RegionMap(Table):
    """The borders of the municipalities as somebody uploaded them, checked and made small; one row at most."""

    __tablename__ = "region_map"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(String(300), default="")
    shapes: Mapped[dict[str, Any]] = mapped_column(Plain)
    uploaded_at: Mapped[datetime] = mapped_column(Instant)
