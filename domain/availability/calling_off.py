"""Calling appointments off: one, or all that a match that ends still had planned."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import PARENT, Actor
from domain.availability import quarters
from domain.refused import Refused
from store.models import Appointment
from store.states import AppointmentState


def call_off(session: Session, row: Appointment, *, by: Actor, now: datetime) -> None:
    """Its time is free again. Twice is harmless, after it began it is refused. The caller holds its request's lock."""
    session.refresh(row, with_for_update=True)
    if row.state is AppointmentState.CANCELLED:
        return
    refuse_begun(row, now)
    quarters.release(session, row.id)
    row.state, row.revision, row.changed_at = AppointmentState.CANCELLED, row.revision + 1, now
    journal.record(session, "appointment.cancelled", ("appointment", row.id), by=by, now=now, parent=by == PARENT)


def call_off_rest(session: Session, match_id: int, *, by: Actor, now: datetime) -> None:
    """A match ended: what was planned for it and has not begun is called off. The caller holds its request's lock."""
    coming = (Appointment.match_id == match_id, Appointment.state == AppointmentState.PLANNED)
    for row in session.scalars(select(Appointment).where(*coming, Appointment.starts_at > now)).all():
        call_off(session, row, by=by, now=now)


def refuse_begun(row: Appointment, now: datetime) -> None:
    if row.state is AppointmentState.HELD or row.starts_at <= now:
        raise Refused("appointment.begun")
