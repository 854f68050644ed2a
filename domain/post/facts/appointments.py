"""What letters say about an appointment of a buddy and a parent, who know each other already."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.availability.appointment_calendar import entry
from domain.gatherings.calendars import is_in_calendar
from domain.matchmaking import requests as verbs
from domain.matchmaking.asked import terms
from domain.post.facts import proposals, requests
from domain.post.facts.about import Recipient, first_name, staff
from i18n import _, period
from mail.calendar_file import CalendarEvent
from store.models import Appointment, Buddy, Request
from store.states import AppointmentState

OVER = "over"


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    """`over` for what was planned and has begun."""
    row = session.get(Appointment, subject_id)
    if row is None:
        return None
    return OVER if row.state is AppointmentState.PLANNED and row.starts_at <= now else row.state.value


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(Appointment, subject_id)
    if row and who == "parent":
        return (requests.parent(session.get_one(Request, row.request_id), ("appointment", row.id)),)
    if row and who == "buddy":
        return (proposals.buddy(session.get_one(Buddy, row.buddy_id), ("appointment", row.id)),)
    return staff(session, who, ("appointment", subject_id))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(Appointment, subject_id)
    return {
        "wanneer": period(row.starts_at, row.ends_at),
        "contact": terms(session).get(f"contact_mode.{row.contact_mode}", row.contact_mode),
        "buddy": first_name(session.get_one(Buddy, row.buddy_id).name) or _("uw buddy"),
        "ouder": first_name(session.get_one(Request, row.request_id).name) or _("de ouder"),
    }


def screen(session: Session, subject_id: int) -> str:
    """The buddy's own page: staff get no letters about appointments."""
    return "/werk/mijn-afspraken"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    """The parent's own page about the request, where an appointment that doesn't suit is called off."""
    return verbs.link(session, session.get_one(Appointment, subject_id).request_id, now=now)


def calendar(session: Session, subject_id: int, method: str, *, public_url: str) -> CalendarEvent | None:
    """The same for both, and without a name: others may look in somebody's calendar.

    What was never put in is not taken out.
    """
    row = session.get_one(Appointment, subject_id)
    if method == "CANCEL" and not is_in_calendar(session, "appointment", [row.id]):
        return None
    return entry(row, terms(session), public_url=public_url)
