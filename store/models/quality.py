"""The quality cycle: a signal, what is done about it, what came of that, and what happened meanwhile."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Instant, Plain


class Signal(Table):
    """Something in the questions that asks for attention. `evidence` is frozen: published numbers as they were then."""

    __tablename__ = "signal"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), index=True)
    source: Mapped[str] = mapped_column(String(10))
    direction: Mapped[str] = mapped_column(String(20))
    first_month: Mapped[int]
    last_month: Mapped[int]
    words: Mapped[str] = mapped_column(String(2000), default="")
    evidence: Mapped[dict[str, Any]] = mapped_column(Plain)
    state: Mapped[str] = mapped_column(String(20), index=True)
    made_by: Mapped[str] = mapped_column(String(60))
    made_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class Improvement(Table):
    """What the partnership does: what, who, from when, until when; `told` is what parents read of it once `told_at`."""

    __tablename__ = "improvement"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(120))
    what: Mapped[str] = mapped_column(String(2000))
    who: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(20), index=True)
    came_of_it: Mapped[str] = mapped_column(String(2000), default="")
    told: Mapped[str] = mapped_column(String(2000), default="")
    told_at: Mapped[datetime | None] = mapped_column(Instant)
    made_by: Mapped[str] = mapped_column(String(60))
    made_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class ImprovementTopic(Table):
    __tablename__ = "improvement_topic"

    improvement_id: Mapped[int] = mapped_column(ForeignKey("improvement.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)


class ImprovementSignal(Table):
    __tablename__ = "improvement_signal"

    improvement_id: Mapped[int] = mapped_column(ForeignKey("improvement.id", ondelete="CASCADE"), primary_key=True)
    signal_id: Mapped[int] = mapped_column(ForeignKey("signal.id", ondelete="CASCADE"), primary_key=True)


class Marker(Table):
    """Something that happened and that charts should show: a law, a term, a campaign."""

    __tablename__ = "marker"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
