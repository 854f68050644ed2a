"""Cafés and other gatherings, who comes, and who hosts."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.places import Venue
from store.models.table import Table
from store.models.topics import Topic
from store.states import EventState, HostState, QueuePolicy, SignUpMode, SignUpState, Way
from store.types import Encrypted, Instant, Plain, state

# Who left may sign up again.
ACTIVE = text("state NOT IN ('cancelled', 'declined', 'lapsed', 'refused')")


class Event(Table):
    """A dated gathering. `seats_taken` counts people, those who were offered a seat and those who may still come back
    included; `parties_waiting` counts sign-ups on the waiting list. Taking part online has its own seats and its own
    list. A date of a series keeps `series_date`, the day that the rule gave it, when it is moved.
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("seats >= 0", name="seats_not_negative"),
        CheckConstraint("seats_taken >= 0", name="taken_not_negative"),
        CheckConstraint("online_taken >= 0", name="online_taken_not_negative"),
        UniqueConstraint("series_id", "series_date"),
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
    mode: Mapped[SignUpMode] = mapped_column(state(SignUpMode), default=SignUpMode.DIRECT, server_default="direct")
    queue: Mapped[QueuePolicy] = mapped_column(state(QueuePolicy), default=QueuePolicy.STRICT, server_default="strict")
    state: Mapped[EventState] = mapped_column(state(EventState), default=EventState.DRAFT)
    revision: Mapped[int] = mapped_column(default=0)
    head_count: Mapped[int | None]
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id"), index=True)
    series_date: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(300), default="", server_default="")
    offer_hours: Mapped[int] = mapped_column(default=24, server_default="24")
    last_hours: Mapped[int] = mapped_column(default=12, server_default="12")
    online_url: Mapped[str] = mapped_column(String(500), default="", server_default="")
    online_seats: Mapped[int] = mapped_column(default=0, server_default="0")
    online_taken: Mapped[int] = mapped_column(default=0, server_default="0")
    online_waiting: Mapped[int] = mapped_column(default=0, server_default="0")
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
    """A party for one event; `number` is its place in the order of arrival, and never changes.

    Until `undo_until` a party that left may come back as it was: `held` seats are kept for it, and `undo_state` is what
    it was. `mark_key` is the name that a phone gave to somebody who walked in, so that sending twice adds one.
    """

    __tablename__ = "sign_up"
    __table_args__ = (
        CheckConstraint("party >= 1", name="party_of_one_or_more"),
        Index("uq_sign_up_active_contact", "event_id", "contact_index", unique=True, sqlite_where=ACTIVE,
              postgresql_where=ACTIVE),
        Index("ix_sign_up_event_state_number", "event_id", "state", "number"),
        Index("ix_sign_up_offered_until", "offered_until"),
        Index("ix_sign_up_undo_until", "undo_until"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    number: Mapped[int]
    way: Mapped[Way] = mapped_column(state(Way), default=Way.HERE, server_default="here")
    undo_state: Mapped[SignUpState | None] = mapped_column(state(SignUpState))
    state: Mapped[SignUpState] = mapped_column(state(SignUpState))
    party: Mapped[int] = mapped_column(default=1)
    name: Mapped[str | None] = mapped_column(Encrypted)
    email: Mapped[str | None] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    contact_index: Mapped[bytes | None]
    language: Mapped[str] = mapped_column(String(5), default="nl")
    answers: Mapped[str | None] = mapped_column(Encrypted)
    access_needs: Mapped[str | None] = mapped_column(Encrypted)
    maybe: Mapped[bool] = mapped_column(default=False, server_default=false())
    offered_until: Mapped[datetime | None] = mapped_column(Instant)
    told_at: Mapped[datetime | None] = mapped_column(Instant)
    held: Mapped[int] = mapped_column(default=0, server_default="0")
    undo_until: Mapped[datetime | None] = mapped_column(Instant)
    mark_key: Mapped[str | None] = mapped_column(String(36), unique=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)

    event: Mapped[Event] = relationship()


class EventHost(Table):
    """A buddy who was asked to host."""

    __tablename__ = "event_host"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id"), primary_key=True, index=True)
    state: Mapped[HostState] = mapped_column(state(HostState), default=HostState.ASKED)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)


class Feedback(Table):
    """What somebody said afterwards; nothing points to who said it, and the day is all that is known of when."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    helped: Mapped[int]
    remark: Mapped[str | None] = mapped_column(Encrypted)
    given_on: Mapped[date]
