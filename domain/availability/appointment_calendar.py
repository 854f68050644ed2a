"""An appointment as it stands in a calendar: the same for buddy and parent, and without a name, for others may look."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.matchmaking.asked import terms
from i18n import _
from mail.calendar_file import CalendarEvent
from store.models import Appointment
from store.states import AppointmentState


def entry(row: Appointment, labels: Mapping[str, str], *, public_url: str) -> CalendarEvent:
    """Letters and the buddy's own feed call it by one name, so that a calendar with both shows it once."""
    return CalendarEvent(
        uid=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{public_url}/appointment/{row.id}")),
        revision=row.revision,
        title=_("Buddygesprek"),
        description=labels.get(f"contact_mode.{row.contact_mode}", ""),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place="",
        url=public_url,
        status="CANCELLED" if row.state is AppointmentState.CANCELLED else "CONFIRMED",
        changed_at=row.changed_at,
    )


def of_buddy(
    session: Session, buddy_id: int, start: datetime, end: datetime, *, public_url: str
) -> tuple[CalendarEvent, ...]:
    """What a buddy agreed on between two moments and was not called off, in order of time."""
    mine = (Appointment.buddy_id == buddy_id, Appointment.state != AppointmentState.CANCELLED)
    query = select(Appointment).where(*mine, Appointment.ends_at > start, Appointment.starts_at < end)
    rows = session.scalars(query.order_by(Appointment.starts_at, Appointment.id)).all()
    labels = terms(session) if rows else {}
    return tuple(entry(row, labels, public_url=public_url) for row in rows)
