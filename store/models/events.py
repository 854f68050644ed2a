"""Cafés and other gatherings, and who comes."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.places import Venue
from store.models.table import Table
from store.models.topics import Topic
from store.states import EventState, SignUpState
from store.types import Encrypted, Instant, Plain, state

ACTIVE = text("state <> 'cancelled'")


class Event(Table):
    """A dated gathering. `seats_taken` counts people, `parties_waiting` counts sign-ups on the waiting list."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("seats >= 0", name="seats_not_negative"),
        CheckConstraint("seats_taken >= 0", name="taken_not_negative"),
        Index("ix_event_state_starts_at", "state", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    description: Mapped[str] = mapped_column(Text, default="")
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    seats: Mapped[int]
    seats_taken: Mapped[int] = mapped_column(default=0)
    parties_waiting: Mapped[int] = mapped_column(default=0)
    last_number: Mapped[int] = mapped_column(default=0)
    state: Mapped[EventState] = mapped_column(state(EventState), default=EventState.DRAFT)
    revision: Mapped[int] = mapped_column(default=0)
    head_count: Mapped[int | None]
    answers: Mapped[dict[str, Any]] = mapped_column(Plain, default=dict)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)

    venue: Mapped[Venue] = relationship()
    topics: Mapped[list[Topic]] = relationship(secondary="event_topic", order_by="Topic.position")


class EventTopic(Table):
    __tablename__ = "event_topic"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)


class SignUp(Table):
    """A party for one event; `number` is its place in the order of arrival, and never changes."""

    __tablename__ = "sign_up"
    __table_args__ = (
        CheckConstraint("party >= 1", name="party_of_one_or_more"),
        Index("uq_sign_up_active_contact", "event_id", "contact_index", unique=True, sqlite_where=ACTIVE,
              postgresql_where=ACTIVE),
        Index("ix_sign_up_event_state_number", "event_id", "state", "number"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    number: Mapped[int]
    state: Mapped[SignUpState] = mapped_column(state(SignUpState))
    party: Mapped[int] = mapped_column(default=1)
    name: Mapped[str | None] = mapped_column(Encrypted)
    email: Mapped[str | None] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    contact_index: Mapped[bytes | None]
    language: Mapped[str] = mapped_column(String(5), default="nl")
    answers: Mapped[str | None] = mapped_column(Encrypted)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)

    event: Mapped[Event] = relationship()
