"""Appointments of a buddy and a parent: planned, moved and called off, and never two at once for either of them."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, journal
from domain.actors import CLOCK, PARENT, Actor
from domain.allowed import own_or_staff
from domain.availability import quarters
from domain.availability.calling_off import call_off, refuse_begun
from domain.buddying import buddies
from domain.matchmaking import requests
from domain.refused import Refused
from store.models import Appointment, Match
from store.states import AppointmentState, MatchState

LEAST, LONGEST = timedelta(minutes=15), timedelta(hours=4)
FARTHEST = timedelta(days=365)
AT_ONCE = 100


def plan(
    session: Session, match_id: int, starts_at: datetime, minutes: int, contact_mode: str, *, by: Actor, now: datetime
) -> int:
    """Agree on a moment for a running match; the same appointment twice is one. Returns its id.

    Raises `Refused`: "appointment.buddy_taken" or "appointment.parent_taken" when one of them has something else then,
    and a kind one for a moment in the past or too far away, an odd length, a match that ended.
    """
    match = _locked(session, match_id, by)
    ends_at = _checked(session, starts_at, minutes, contact_mode, now)
    same = (Appointment.match_id == match_id, Appointment.starts_at == starts_at, Appointment.ends_at == ends_at)
    planned = Appointment.state == AppointmentState.PLANNED
    if (earlier := session.scalar(select(Appointment).where(*same, planned))) is not None:
        return earlier.id
    row = _row(match, starts_at, ends_at, contact_mode, now)
    with session.begin_nested():
        session.add(row)
        session.flush()
        quarters.take(session, row)
    journal.record(session, "appointment.planned", ("appointment", row.id), by=by, now=now)
    return row.id


def move(
    session: Session,
    appointment_id: int,
    starts_at: datetime,
    minutes: int,
    contact_mode: str,
    *,
    by: Actor,
    now: datetime,
) -> None:
    """Agree on another moment, length or way of contact. The same one again is harmless.

    Raises as `plan` does, and then nothing has moved; also when it was called off or has begun.
    """
    row = _still_to_come(session, appointment_id, by, now)
    ends_at = _checked(session, starts_at, minutes, contact_mode, now)
    if (row.starts_at, row.ends_at, row.contact_mode) == (starts_at, ends_at, contact_mode):
        return
    with session.begin_nested():
        quarters.release(session, row.id)
        row.starts_at, row.ends_at, row.contact_mode = starts_at, ends_at, contact_mode
        row.revision, row.changed_at = row.revision + 1, now
        quarters.take(session, row)
    journal.record(session, "appointment.moved", ("appointment", row.id), by=by, now=now)


def cancel(session: Session, appointment_id: int, *, by: Actor, now: datetime) -> None:
    """Call an appointment off; its time is free again. Twice is harmless, after it began it is refused."""
    row = _found(session, appointment_id)
    _locked(session, row.match_id, by, running=False)
    call_off(session, row, by=by, now=now)


def not_convenient(session: Session, appointment_id: int, request_id: int, *, now: datetime) -> None:
    """The parent of this request says that it doesn't suit: it is called off, and the buddy hears. Twice is harmless.

    Raises `Refused("not_found")` for an appointment of somebody else.
    """
    row = _found(session, appointment_id)
    if row.request_id != request_id:
        raise Refused("not_found")
    requests.locked(session, request_id)
    call_off(session, row, by=PARENT, now=now)


def close_past(session: Session, now: datetime) -> int:
    """What is over counts as held. Some at a time: returns how many, 0 when nothing is left; twice is harmless."""
    over = (Appointment.state == AppointmentState.PLANNED, Appointment.ends_at <= now)
    query = select(Appointment).where(*over).order_by(Appointment.id).limit(AT_ONCE)
    rows = session.scalars(query.with_for_update(skip_locked=True).execution_options(populate_existing=True)).all()
    for row in rows:
        row.state = AppointmentState.HELD
        journal.record(session, "appointment.held", ("appointment", row.id), by=CLOCK, now=now)
    quarters.forget_past(session, now)
    return len(rows)


def _still_to_come(session: Session, appointment_id: int, by: Actor, now: datetime) -> Appointment:
    row = _found(session, appointment_id)
    _locked(session, row.match_id, by)
    session.refresh(row, with_for_update=True)
    if row.state is AppointmentState.CANCELLED:
        raise Refused("appointment.called_off")
    refuse_begun(row, now)
    return row


def _found(session: Session, appointment_id: int) -> Appointment:
    row = session.get(Appointment, appointment_id)
    if row is None:
        raise Refused("not_found")
    return row


def _locked(session: Session, match_id: int, by: Actor, *, running: bool = True) -> Match:
    """The match, with its request and then its buddy locked, in the order in which everybody locks them."""
    found = session.get(Match, match_id)
    if found is None:
        raise Refused("not_found")
    own_or_staff(by, found.buddy_id)
    requests.locked(session, found.request_id)
    buddy = buddies.locked(session, found.buddy_id)
    match = session.get_one(Match, match_id, populate_existing=True)
    if running and (match.state is not MatchState.RUNNING or buddy.stopped_at is not None):
        raise Refused("match.ended")
    return match


def _checked(session: Session, starts_at: datetime, minutes: int, contact_mode: str, now: datetime) -> datetime:
    """When it ends, if it can be planned at all."""
    length = timedelta(minutes=minutes)
    if not LEAST <= length <= LONGEST:
        raise Refused("appointment.length", field="minutes", most=LONGEST // timedelta(hours=1))
    if starts_at <= now:
        raise Refused("appointment.past", field="starts_at")
    if starts_at > now + FARTHEST:
        raise Refused("appointment.far", field="starts_at")
    if not quarters.is_whole(starts_at):
        raise Refused("appointment.quarter", field="starts_at")
    catalogue.entry(session, "term", f"contact_mode.{contact_mode}")
    return starts_at + length


def _row(match: Match, starts_at: datetime, ends_at: datetime, contact_mode: str, now: datetime) -> Appointment:
    return Appointment(
        match_id=match.id,
        buddy_id=match.buddy_id,
        request_id=match.request_id,
        starts_at=starts_at,
        ends_at=ends_at,
        contact_mode=contact_mode,
        created_at=now,
        changed_at=now,
    )
