"""What letters say about a sign-up."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.gatherings import calendars
from domain.post.facts.about import Recipient, called
from domain.taking_part import sign_ups as verbs
from i18n import day_and_time, period
from mail.calendar_file import CalendarEvent
from store.models import SignUp
from store.queries.gatherings import events
from store.states import SignUpState

CALLED_OFF = "called_off"
OVER = "over"


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    """The state of the sign-up itself, unless the gathering was called off or has begun."""
    row = session.get(SignUp, subject_id)
    if row is None:
        return None
    if row.state is SignUpState.CANCELLED:
        return row.state.value
    if row.event.starts_at <= now:
        return OVER
    return CALLED_OFF if row.event.state in calendars.CALLED_OFF else row.state.value


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(SignUp, subject_id)
    return (recipient(row),) if row and who == "parent" else ()


def recipient(row: SignUp) -> Recipient:
    return Recipient(
        f"sign_up:{row.id}", called(row.name), row.email, row.phone, row.language, subject=("sign_up", row.id)
    )


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(SignUp, subject_id)
    # The rows themselves and not a query: a letter to everybody reads the gathering once and not for each reader.
    event, venue = row.event, row.event.venue
    return {
        "bijeenkomst": event.title,
        "wanneer": period(event.starts_at, event.ends_at),
        "waar": ", ".join(part for part in (venue.name, venue.address, venue.municipality.name) if part),
        "toegang": venue.access,
        "aantal": str(row.party),
        "reden": event.reason,
        "antwoord_voor": day_and_time(row.offered_until) if row.offered_until else "",
    }


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/kalender/{session.get_one(SignUp, subject_id).event_id}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return verbs.link(session, subject_id, until=session.get_one(SignUp, subject_id).event.ends_at, now=now)


def calendar(session: Session, subject_id: int, method: str, *, public_url: str) -> CalendarEvent | None:
    """Who is still waiting gets nothing put into the calendar, and nothing is taken out that was not put in."""
    row = session.get_one(SignUp, subject_id)
    event = events.event(session, row.event_id)
    known = method == "CANCEL" and calendars.is_in_calendar(session, "sign_up", [row.id])
    wanted = known or (method == "REQUEST" and row.state is SignUpState.CONFIRMED)
    return calendars.invitation(session, row, event, public_url=public_url) if event and wanted else None
