"""Experienced parents who offer support, and when they can."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.availability import Availability
from store.models.places import Municipality
from store.models.table import Table
from store.types import Encrypted, Instant, Plain

EMPTY = text("'[]'")


class Buddy(Table):
    """`municipalities` is where they want to help, empty for wherever they can reach; `rest_until` and `paused_until`
    are the first day on which they may be asked again. Of their own calendar only the address is kept, and when they
    are busy.
    """

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
    age_bands: Mapped[list[str]] = mapped_column(Plain, default=list, server_default=EMPTY)
    municipalities: Mapped[list[str]] = mapped_column(Plain, default=list, server_default=EMPTY)
    contact_modes: Mapped[list[str]] = mapped_column(Plain)
    languages: Mapped[list[str]] = mapped_column(Plain)
    style: Mapped[str | None] = mapped_column(String(40))
    max_load: Mapped[int] = mapped_column(default=2)
    trained_on: Mapped[date | None]
    certificate_seen_on: Mapped[date | None]
    certificate_reminded_on: Mapped[date | None]
    paused_since: Mapped[datetime | None] = mapped_column(Instant)
    paused_until: Mapped[date | None]
    rest_until: Mapped[date | None]
    notice_hours: Mapped[int] = mapped_column(default=24, server_default="24")
    buffer_minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    weekly_most: Mapped[int | None]
    in_school_holidays: Mapped[bool] = mapped_column(default=True, server_default=true())
    calendar_url: Mapped[str | None] = mapped_column(Encrypted)
    calendar_read_at: Mapped[datetime | None] = mapped_column(Instant)
    calendar_error: Mapped[str | None] = mapped_column(String(40))
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)

    municipality: Mapped[Municipality] = relationship()
    topics: Mapped[list["BuddyTopic"]] = relationship(cascade="all, delete-orphan", order_by="BuddyTopic.topic_code")
    availability: Mapped[list[Availability]] = relationship(
        cascade="all, delete-orphan", order_by=[Availability.weekday, Availability.from_minute]
    )


class BuddyTopic(Table):
    __tablename__ = "buddy_topic"

    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"), primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topic.code"), primary_key=True)
    phase: Mapped[str] = mapped_column(String(20), default="been_through")


class BuddyAttendance(Table):
    """A buddy was at a training or at peer supervision."""

    __tablename__ = "buddy_attendance"

    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    met_on: Mapped[date] = mapped_column(primary_key=True)
