"""Appointments: as the buddy, the parent and staff see them; and how it goes with a buddy's own calendar."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from store.models import Appointment, Buddy, BusyTime, Match, Request
from store.states import AppointmentState, MatchState


@dataclass(frozen=True)
class Meeting:
    """One appointment with the first names of both."""

    id: int
    match_id: int
    request_id: int
    buddy: str
    parent: str
    state: AppointmentState
    starts_at: datetime
    ends_at: datetime
    contact_mode: str

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


@dataclass(frozen=True)
class Partner:
    """A parent with whom a buddy has a running match: what an appointment with them starts from."""

    match_id: int
    request_id: int
    buddy_id: int
    first_name: str
    contact_modes: tuple[str, ...]
    moments: tuple[str, ...]


@dataclass(frozen=True)
class OwnCalendar:
    """How it goes with a buddy's own calendar; of the link only at which site it is."""

    linked: bool
    site: str
    read_at: datetime | None
    error: str | None
    busy: int


def coming(session: Session, buddy_id: int, *, now: datetime) -> tuple[Meeting, ...]:
    """What this buddy has planned and is not over, the first one first."""
    return _meetings(session, Appointment.buddy_id == buddy_id, *_still(now))


def of_request(session: Session, request_id: int, *, now: datetime) -> tuple[Meeting, ...]:
    """What this parent has planned and is not over, the first one first."""
    return _meetings(session, Appointment.request_id == request_id, *_still(now))


def all_of_request(session: Session, request_id: int) -> tuple[Meeting, ...]:
    """Every appointment of this parent, those that are over or were called off too, in order of time."""
    return _meetings(session, Appointment.request_id == request_id)


def of_matches(session: Session, match_ids: Collection[int]) -> dict[int, tuple[Meeting, ...]]:
    """Every appointment of these matches, those that were called off too, in order of time."""
    found = _meetings(session, Appointment.match_id.in_(match_ids))
    return {number: tuple(one for one in found if one.match_id == number) for number in match_ids}


def one(session: Session, appointment_id: int) -> Meeting | None:
    return next(iter(_meetings(session, Appointment.id == appointment_id)), None)


def partners(session: Session, buddy_id: int) -> tuple[Partner, ...]:
    """The parents with whom this buddy is matched now, the newest match first."""
    query = select(Match.id, Request).join(Match.request).order_by(Match.started_at.desc(), Match.id.desc())
    rows = session.execute(query.where(Match.buddy_id == buddy_id, Match.state == MatchState.RUNNING))
    return tuple(
        Partner(number, row.id, buddy_id, _first(row.name), tuple(row.contact_modes), tuple(row.moments))
        for number, row in rows
    )


def own_calendar(session: Session, buddy_id: int, *, now: datetime) -> OwnCalendar:
    """`busy` is how many stretches of time it takes from now on."""
    row = session.get_one(Buddy, buddy_id)
    taken = select(func.count()).where(BusyTime.buddy_id == buddy_id, BusyTime.ends_at > now)
    site = (row.calendar_url or "").partition("://")[2].partition("/")[0]
    busy = session.scalar(taken) or 0
    return OwnCalendar(row.calendar_url is not None, site, row.calendar_read_at, row.calendar_error, busy)


def _still(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (Appointment.state == AppointmentState.PLANNED, Appointment.ends_at > now)


def _meetings(session: Session, *conditions: ColumnElement[bool]) -> tuple[Meeting, ...]:
    query = select(Appointment, Buddy.name, Request.name).join(Buddy, Buddy.id == Appointment.buddy_id)
    query = query.join(Request, Request.id == Appointment.request_id).where(*conditions)
    return tuple(
        Meeting(
            id=row.id,
            match_id=row.match_id,
            request_id=row.request_id,
            buddy=_first(buddy),
            parent=_first(parent),
            state=row.state,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            contact_mode=row.contact_mode,
        )
        for row, buddy, parent in session.execute(query.order_by(Appointment.starts_at, Appointment.id))
    )


def _first(name: str | None) -> str:
    return (name or "").partition(" ")[0]
