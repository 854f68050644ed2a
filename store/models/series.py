"""Gatherings that repeat, the days on which the support point is closed, and calendars that others follow."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import FeedKind
from store.types import Instant, Plain, state


class Series(Table):
    """A rule that gave dates; each date is an event of its own. `rule` is plain data, read by `domain.recurrence`."""

    __tablename__ = "series"

    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[dict[str, Any]] = mapped_column(Plain)
    skips_holidays: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class Closure(Table):
    """Days on which the support point itself is closed, the first and the last included."""

    __tablename__ = "closure"
    __table_args__ = (CheckConstraint("last_day >= first_day", name="last_after_first"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    first_day: Mapped[date] = mapped_column(index=True)
    last_day: Mapped[date]


class Feed(Table):
    """A calendar that others follow by a secret address; only its hash is kept."""

    __tablename__ = "feed"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    kind: Mapped[FeedKind] = mapped_column(state(FeedKind))
    subject: Mapped[str] = mapped_column(String(40), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
