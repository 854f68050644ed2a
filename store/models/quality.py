"""The quality cycle: a signal, what is done about it, what came of that, and what happened meanwhile."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import ImprovementState, MarkerKind, SignalSource, SignalState
from store.types import Instant, Plain, state


class Signal(Table):
    """Something in the questions that asks for attention. `evidence` is frozen: published numbers as they were then.

    `topic_code` is a topic or a group. `said` is why it was closed or is only watched.
    """

    __tablename__ = "signal"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), index=True)
    source: Mapped[SignalSource] = mapped_column(state(SignalSource))
    direction: Mapped[str] = mapped_column(String(20))
    first_month: Mapped[int]
    last_month: Mapped[int]
    words: Mapped[str] = mapped_column(String(2000), default="")
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(Plain)
    state: Mapped[SignalState] = mapped_column(state(SignalState), index=True)
    said: Mapped[str] = mapped_column(String(2000), default="")
    made_by: Mapped[str] = mapped_column(String(60))
    made_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class Improvement(Table):
    """What the partnership does: what, who, from when, until when; `told` is what parents read of it since `told_at`.

    The English words are for parents who read the pages in English; without them they read the Dutch.
    """

    __tablename__ = "improvement"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(120))
    what: Mapped[str] = mapped_column(String(2000))
    who: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    state: Mapped[ImprovementState] = mapped_column(state(ImprovementState), index=True)
    came_of_it: Mapped[str] = mapped_column(String(2000), default="")
    told_title: Mapped[str] = mapped_column(String(120), default="")
    told: Mapped[str] = mapped_column(String(2000), default="")
    told_title_en: Mapped[str] = mapped_column(String(120), default="")
    told_en: Mapped[str] = mapped_column(String(2000), default="")
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
    kind: Mapped[MarkerKind] = mapped_column(state(MarkerKind))
    name: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
