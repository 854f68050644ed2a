"""What differs per support point: settings and catalogues, changed on screen."""

from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Instant, Plain


class CatalogueEntry(Table):
    """One entry of one catalogue: a form field, a term, an event kind, a rule, an automation, a letter, a job."""

    __tablename__ = "catalogue_entry"

    catalogue: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    label_nl: Mapped[str] = mapped_column(String(200))
    label_en: Mapped[str] = mapped_column(String(200), default="")
    help_nl: Mapped[str] = mapped_column(String(500), default="")
    help_en: Mapped[str] = mapped_column(String(500), default="")
    data: Mapped[dict[str, Any]] = mapped_column(Plain)
    standard: Mapped[dict[str, Any]] = mapped_column(Plain)
    changed_at: Mapped[datetime | None] = mapped_column(Instant)


class Setting(Table):
    """One fact about the organisation: its name, its address, its words of welcome."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(String(2000))
    changed_at: Mapped[datetime] = mapped_column(Instant)


class Picture(Table):
    """An image that the support point uploaded, such as its logo."""

    __tablename__ = "picture"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    changed_at: Mapped[datetime] = mapped_column(Instant)
