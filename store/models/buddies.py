"""Experienced parents who offer support, and when they can."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.places import Municipality
from store.models.table import Table
from store.types import Encrypted, Instant, Plain


class Buddy(Table):
    __tablename__ = "buddy"
    __table_args__ = (
        CheckConstraint("max_load BETWEEN 0 AND 3", name="load_at_most_three"),
        Index("uq_buddy_email_index", "email_index", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Encrypted)
    email: Mapped[str] = mapped_column(Encrypted)
    email_index: Mapped[bytes]
    phone: Mapped[str | None] = mapped_column(Encrypted)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    travel_km: Mapped[int] = mapped_column(default=15)
    sectors: Mapped[list[str]] = mapped_column(Plain)
    contact_modes: Mapped[list[str]] = mapped_column(Plain)
    languages: Mapped[list[str]] = mapped_column(Plain)
    style: Mapped[str | None] = mapped_column(String(40))
    max_load: Mapped[int] = mapped_column(default=2)
    trained_on: Mapped[date | None]
    certificate_seen_on: Mapped[date | None]
    paused_since: Mapped[datetime | None] = mapped_column(Instant)
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)

    municipality: Mapped[Municipality] = relationship()
    topics: Mapped[list["BuddyTopic"]] = relationship(cascade="all, delete-orphan", order_by="BuddyTopic.topic_code")
    availability: Mapped[list["Availability"]] = relationship(
        cascade="all, delete-orphan", order_by="(Availability.weekday, Availability.from_minute)"
    )


class BuddyTopic(Table):
    __tablename__ = "buddy_topic"

    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)
    phase: Mapped[str] = mapped_column(String(20), default="been_through")


class Availability(Table):
    """Weekly hours in the Netherlands' own time: minutes since midnight, the end not included, Monday is 0."""

    __tablename__ = "availability"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="day_of_the_week"),
        CheckConstraint("from_minute >= 0 AND to_minute <= 1440 AND from_minute < to_minute", name="within_a_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"), index=True)
    weekday: Mapped[int]
    from_minute: Mapped[int]
    to_minute: Mapped[int]
