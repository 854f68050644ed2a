"""When a buddy can: the week, the days that differ, when their own calendar says busy, and what was agreed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.states import AppointmentState
from store.types import Instant, state


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


class AvailabilityException(Table):
    """Days that differ from the week, the first and the last included: extra hours, or hours or whole days away.

    Without minutes it is the whole day. Minutes are local, as in `Availability`.
    """

    __tablename__ = "availability_exception"
    __table_args__ = (
        CheckConstraint("last_day >= first_day", name="last_after_first"),
        CheckConstraint(
            "(from_minute IS NULL AND to_minute IS NULL)"
            " OR (from_minute >= 0 AND to_minute <= 1440 AND from_minute < to_minute)",
            name="within_a_day",
        ),
        Index("ix_availability_exception_buddy_last_day", "buddy_id", "last_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    from_minute: Mapped[int | None]
    to_minute: Mapped[int | None]
    available: Mapped[bool]


class BusyTime(Table):
    """When a buddy's own calendar says busy: no title, no place, only from when until when."""

    __tablename__ = "busy_time"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        Index("ix_busy_time_buddy_ends_at", "buddy_id", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)


class Appointment(Table):
    """A buddy and a parent of a running match agreed to talk."""

    __tablename__ = "appointment"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        Index("ix_appointment_buddy_starts_at", "buddy_id", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("match.id"), index=True)
    buddy_id: Mapped[int] = mapped_column(ForeignKey("buddy.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    state: Mapped[AppointmentState] = mapped_column(state(AppointmentState), default=AppointmentState.PLANNED)
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    contact_mode: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class TakenQuarter(Table):
    """A quarter of an hour (since 1970) in which somebody has an appointment: the primary key allows one only.

    `who` is `buddy:<id>` or `request:<id>`, so that neither a buddy nor a parent is ever in two places at once.
    """

    __tablename__ = "taken_quarter"

    who: Mapped[str] = mapped_column(String(24), primary_key=True)
    quarter: Mapped[int] = mapped_column(primary_key=True)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id", ondelete="CASCADE"), index=True)
