"""What letters say about a buddy who hosts; the subject is the line of the journal in which that buddy was asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings import calendars
from domain.gatherings import hosts as verbs
from domain.post.facts.about import Recipient, called, first_name, staff
from i18n import period
from mail.calendar_file import CalendarEvent
from store.models import Buddy, Event, EventHost, JournalLine
from store.queries.choices import topic_name
from store.queries.gatherings import events
from store.queries.gatherings.hosts import ON, WANTED, lines
from store.states import HostState

CALLED_OFF, OVER, TAKEN_BACK, OUT_OF_DATE = "called_off", "over", "taken_back", "out_of_date"


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    """The answer of the host, unless the gathering is called off or has begun, or a newer question was put."""
    line = session.get(JournalLine, subject_id)
    event = session.get(Event, line.subject_id) if line else None
    if line is None or event is None:
        return None
    if event.state not in ON:
        return CALLED_OFF
    if event.starts_at <= now:
        return OVER
    row = session.get(EventHost, verbs.question(session, subject_id))
    if row is None:
        return TAKEN_BACK
    return OUT_OF_DATE if line.kind == verbs.ASKED and row.asked_at != line.at else row.state.value


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    if who != "host":
        return staff(session, who, ("host", subject_id))
    row = session.get(Buddy, verbs.question(session, subject_id)[1])
    return (host(row, ("host", subject_id)),) if row else ()


def of_event(session: Session, event_id: int) -> tuple[Recipient, ...]:
    """Everybody who hosts a gathering or was asked to, each about the last line of the journal on their hosting."""
    told = lines(session, event_id)
    query = select(Buddy).join(EventHost, EventHost.buddy_id == Buddy.id).order_by(Buddy.id)
    rows = session.scalars(query.where(EventHost.event_id == event_id, EventHost.state.in_(WANTED)))
    return tuple(host(row, ("host", told[row.id][-1])) for row in rows)


def host(row: Buddy, subject: tuple[str, int]) -> Recipient:
    return Recipient(f"buddy:{row.id}", first_name(row.name), row.email, row.phone, "nl", subject)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    event_id, buddy_id = verbs.question(session, subject_id)
    return {**of_gathering(session, event_id), "buddy": called(session.get_one(Buddy, buddy_id).name)}


def of_gathering(session: Session, event_id: int) -> dict[str, str]:
    """When, where and about what."""
    event = session.get_one(Event, event_id)
    venue = event.venue
    return {
        "bijeenkomst": event.title,
        "wanneer": period(event.starts_at, event.ends_at),
        "waar": ", ".join(part for part in (venue.name, venue.address, venue.municipality.name) if part),
        "toegang": venue.access,
        "onderwerpen": ", ".join(topic_name(one) for one in event.topics),
    }


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/kalender/{verbs.question(session, subject_id)[0]}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return verbs.link(session, subject_id, now=now)


def calendar(session: Session, subject_id: int, method: str, *, public_url: str) -> CalendarEvent | None:
    """Who said yes gets it put in; who is asked anew, or hosts no more, only when it was put in before."""
    event_id, buddy_id = verbs.question(session, subject_id)
    event, row = events.event(session, event_id), session.get(EventHost, (event_id, buddy_id))
    told = [one for one in lines(session, event_id)[buddy_id] if one <= subject_id]
    hosts = method == "REQUEST" and row is not None and row.state is HostState.ACCEPTED
    if event is None or not (hosts or calendars.is_in_calendar(session, "host", told)):
        return None
    state, at = row.state if row else HostState.DECLINED, session.get_one(JournalLine, subject_id).at
    return calendars.host_invitation(event, buddy_id, state, told, at, public_url=public_url)
