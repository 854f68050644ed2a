"""Who came: present or absent, people who walked in, or only how many there were."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.allowed import staff_only
from domain.refused import Refused
from store.models import Event, SignUp
from store.queries.gatherings import attendance
from store.queries.gatherings.attendance import Sheet
from store.states import EventState, SignUpState

OPENS = timedelta(hours=1)  # before the start: the first people are at the door
NOTED = frozenset({EventState.OPEN, EventState.CLOSED, EventState.HELD})
STATES = {True: SignUpState.ATTENDED, False: SignUpState.ABSENT, None: SignUpState.CONFIRMED}
ON_ITS_WAY = timedelta(minutes=1)  # the same tap sent again seems a little later each time
MOST = 9999
LONGEST_NAME = 60


def sheet(session: Session, event_id: int, *, by: Actor) -> Sheet:
    """Who was expected and who is there; only for coordinators and for the buddies who host this gathering."""
    _check_allowed(session, event_id, by)
    found = attendance.sheet(session, event_id)
    if found is None:
        raise Refused("not_found")
    return found


def mark(
    session: Session, event_id: int, sign_up_id: int, came: bool | None, *, at: datetime, by: Actor, now: datetime
) -> None:
    """Note whether a party came; None takes that back. Twice is harmless.

    `at` is when it was noted, on a phone that may have been without a connection since: what was noted later stays.
    Raises `Refused` earlier than an hour before the start, and for who has no seat.
    """
    event = _locked(session, event_id, by, now)
    row = session.get(SignUp, sign_up_id, populate_existing=True)
    if row is None or row.event_id != event.id or row.mark_key is not None:
        raise Refused("not_found")
    if row.state not in STATES.values():
        raise Refused("attendance.no_seat")
    _note(session, row, STATES[came], at, by, now)


def walk_in(
    session: Session, event_id: int, mark_key: str, name: str, *, here: bool, at: datetime, by: Actor, now: datetime
) -> None:
    """Note somebody who came without signing up; not `here` takes that back. Twice is harmless.

    `mark_key` is the name that a phone gave to this person: the same one never becomes two people.
    """
    event = _locked(session, event_id, by, now)
    key = _key(mark_key)
    row = session.scalar(select(SignUp).where(SignUp.mark_key == key).execution_options(populate_existing=True))
    if row is None:
        row = _new(event, key, " ".join(name.split())[:LONGEST_NAME], at)
        session.add(row)
        session.flush()
    elif row.event_id != event.id:
        raise Refused("not_found")
    # Taken back is not thrown away: the phone that made it may still send it once more.
    _note(session, row, SignUpState.ATTENDED if here else SignUpState.CANCELLED, at, by, now)


def head_count(session: Session, event_id: int, count: int | None, *, at: datetime, by: Actor, now: datetime) -> None:
    """Note only how many people were there; None takes that back. Twice is harmless.

    `at` is when it was tapped: the count that was tapped last stays, also when another arrives later. A phone with a
    wrong clock tapped at the earliest when the door opened, and at the latest now.
    """
    event = _locked(session, event_id, by, now)
    if count is not None and not 0 <= count <= MOST:
        raise Refused("attendance.count", most=MOST)
    at, last = min(max(at, event.starts_at - OPENS), now), attendance.counted(session, event_id)
    again = event.head_count == count and last is not None and at <= last.at + ON_ITS_WAY
    if again or (last is not None and at < last.at) or (last is None and event.head_count == count):
        return
    event.head_count = count
    journal.record(
        session, attendance.COUNTED, ("event", event.id), by=by, now=now, people=count, tapped=at.isoformat()
    )


def _check_allowed(session: Session, event_id: int, by: Actor) -> None:
    hosting = by.has(Role.BUDDY) and by.buddy_id is not None and attendance.hosts(session, event_id, by.buddy_id)
    if not hosting:
        staff_only(by)


def _locked(session: Session, event_id: int, by: Actor, now: datetime) -> Event:
    _check_allowed(session, event_id, by)
    event = session.get(Event, event_id, with_for_update=True, populate_existing=True)
    if event is None:
        raise Refused("not_found")
    if event.state not in NOTED:
        raise Refused("attendance.closed")
    if now < event.starts_at - OPENS:
        raise Refused("attendance.too_early")
    return event


def _key(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise Refused("not_found") from None


def _new(event: Event, key: str, name: str, at: datetime) -> SignUp:
    """Not noted yet, so that noting it is the same as for everybody; it takes none of the seats."""
    event.last_number += 1
    return SignUp(
        event_id=event.id,
        number=event.last_number,
        state=SignUpState.CONFIRMED,
        name=name or None,
        mark_key=key,
        created_at=at,
        changed_at=at,
    )


def _note(session: Session, row: SignUp, state: SignUpState, at: datetime, by: Actor, now: datetime) -> None:
    if row.state is state or at < row.changed_at:
        return
    row.state, row.changed_at = state, at
    facts = {"event": row.event_id, "state": state.value, "walk_in": row.mark_key is not None}
    journal.record(session, "attendance.noted", ("sign_up", row.id), by=by, now=now, **facts)
