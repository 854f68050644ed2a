"""Who comes: signing up, giving up a place and coming back on that, coming with more or fewer people."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain import links
from domain.actors import Actor
from domain.refused import Refused
from domain.taking_part import waiting_list
from domain.taking_part.party import Party
from domain.taking_part.seats import Room
from domain.taking_part.sign_up_rows import (
    IN,
    LEFT,
    SEATED,
    check_alone,
    let_go,
    locked,
    locked_with_event,
    new,
    recognised,
    record,
)
from store.models import Event, SignUp
from store.states import EventState, LinkPurpose, SignUpMode, SignUpState

# How long a seat is kept for a parent who gives it up by mistake; not when the gathering is this near.
UNDO = timedelta(minutes=15)
NO_UNDO = timedelta(hours=2)
TOLD = {
    SignUpState.CONFIRMED: "signup.confirmed",
    SignUpState.WAITING: "signup.waiting",
    SignUpState.REQUESTED: "signup.requested",
}


@dataclass(frozen=True)
class SignedUp:
    id: int
    state: SignUpState
    event_ends: datetime


def sign_up(session: Session, event_id: int, party: Party, *, by: Actor, now: datetime) -> SignedUp:
    """Give a party its seats, or a place on the waiting list when it doesn't fit or others wait already.

    Where staff decide who comes, a parent's sign-up waits for their yes. Staff may still add somebody when sign-up is
    closed. Raises `Refused` when the gathering is not open or has begun, when no sign-up is needed, when a party can
    never fit, when there is no way to reach it, and when it signed up before.
    """
    event = locked(session, event_id)
    _check_open(event, by, now)
    room = Room(event, party.way)
    if party.people > room.seats:
        raise Refused("signup.party_too_large", field="party", seats=room.seats)
    row = new(event, party, recognised(session, event, party, by=by, now=now), now)
    row.state = _place(room, party.people, by)
    session.add(row)
    _count(room, row)
    session.flush()
    record(session, TOLD[row.state], row, by=by, now=now)
    if row.state is SignUpState.WAITING:
        waiting_list.fill(session, event, by=by, now=now)
    return SignedUp(row.id, row.state, event.ends_at)


def cancel(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> None:
    """Give up a place. Twice is harmless.

    A parent may come back on it for a while: until then the seats are kept; afterwards, and at once when staff do it,
    they go to who waits. Raises `Refused` when who came has been noted already.
    """
    event, row = locked_with_event(session, sign_up_id)
    if row.state in LEFT:
        return
    if row.state not in IN:
        raise Refused("signup.over")
    room, was = Room(event, row.way), row.state
    let_go(event, row)
    if _may_return(event, by, now):
        row.undo_until, row.undo_state = now + UNDO, was
    if was is SignUpState.CONFIRMED and row.undo_until:
        row.held = row.party
    elif was in SEATED:
        room.take(-row.party)
    elif was is SignUpState.WAITING:
        room.line_up(-1)
    row.state, row.offered_until, row.changed_at = SignUpState.CANCELLED, None, now
    record(session, "signup.cancelled", row, by=by, now=now, was=was.value, held=row.held)
    waiting_list.fill(session, event, by=by, now=now)


def undo(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> None:
    """Come back as it was before the last change by link; raises `Refused` when the time for it is over."""
    event, row = locked_with_event(session, sign_up_id)
    if row.undo_until is None or now >= row.undo_until:
        raise Refused("signup.undo_too_late")
    if row.undo_state is None:
        row.party += row.held
    else:
        check_alone(session, row)
        _return(event, row)
    row.held, row.undo_until, row.undo_state, row.changed_at = 0, None, None, now
    record(session, "signup.undone", row, by=by, now=now, state=row.state.value)
    waiting_list.fill(session, event, by=by, now=now)


def change_party(session: Session, sign_up_id: int, people: int, *, by: Actor, now: datetime) -> None:
    """Come with more or fewer people; who waits keeps its place in the queue. The same number is no change.

    Raises `Refused` when there is no room for more, when others wait for that room, and after the gathering began.
    """
    event, row = locked_with_event(session, sign_up_id)
    if row.party == people:
        return
    room = Room(event, row.way)
    if row.state not in IN or event.state not in waiting_list.GIVES_SEATS or now >= event.starts_at:
        raise Refused("signup.over")
    if people < 1 or people > room.seats:
        raise Refused("signup.party_too_large", field="party", seats=room.seats)
    before = row.party
    if row.state in SEATED:
        _change_seats(room, row, people, by, now)
    row.party, row.changed_at = people, now
    record(session, "signup.changed", row, by=by, now=now, before=before, held=row.held)
    waiting_list.fill(session, event, by=by, now=now)


def link(session: Session, sign_up_id: int, *, until: datetime, now: datetime) -> str:
    """A secret for the address where this sign-up can be seen, changed and given up, until the gathering has ended."""
    return links.make(session, LinkPurpose.SIGN_UP, sign_up_id, until=until, now=now)


def _check_open(event: Event, by: Actor, now: datetime) -> None:
    welcome = waiting_list.GIVES_SEATS if by.roles else {EventState.OPEN}
    if event.state not in welcome:
        raise Refused("signup.not_open")
    if now >= event.starts_at:
        raise Refused("signup.too_late")
    if event.mode is SignUpMode.OPEN_DOOR:
        raise Refused("signup.open_door")


def _place(room: Room, people: int, by: Actor) -> SignUpState:
    if room.event.mode is SignUpMode.APPROVAL and not by.roles:
        return SignUpState.REQUESTED
    return SignUpState.CONFIRMED if room.fits(people) else SignUpState.WAITING


def _count(room: Room, row: SignUp) -> None:
    room.event.last_number = row.number
    if row.state is SignUpState.CONFIRMED:
        room.take(row.party)
    elif row.state is SignUpState.WAITING:
        room.line_up(1)


def _may_return(event: Event, by: Actor, now: datetime) -> bool:
    return not by.roles and now < event.starts_at - NO_UNDO


def _return(event: Event, row: SignUp) -> None:
    assert row.undo_state is not None
    row.state = row.undo_state
    if row.state is SignUpState.WAITING:
        Room(event, row.way).line_up(1)


def _change_seats(room: Room, row: SignUp, people: int, by: Actor, now: datetime) -> None:
    """More people need free seats; with fewer, a parent may come back on it for a while."""
    let_go(room.event, row)
    more = people - row.party
    if more > 0:
        if room.waiting:
            raise Refused("signup.others_wait", field="party")
        if more > room.free:
            raise Refused("signup.no_room", field="party", free=room.free)
        room.take(more)
    elif _may_return(room.event, by, now):
        row.held, row.undo_until = -more, now + UNDO
    else:
        room.take(more)
