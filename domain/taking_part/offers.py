"""A seat that is offered: taken, declined, or given by staff with a reason when there is none."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import forms
from domain.actors import Actor, Role
from domain.refused import Refused
from domain.taking_part import waiting_list
from domain.taking_part.seats import Room
from domain.taking_part.sign_up_rows import check_alone, let_go, locked_with_event, record
from store.models import Event, SignUp
from store.states import SignUpState

REASONS = "overbook_reason"


def accept(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> None:
    """Say yes to an offer, or be the first in the last hours. Twice is harmless.

    Raises `Refused` when the time to answer is over, and when others were first.
    """
    event, row = locked_with_event(session, sign_up_id)
    if row.state is SignUpState.CONFIRMED:
        return
    _check_going_on(event, now)
    if row.state is SignUpState.OFFERED and row.offered_until and now < row.offered_until:
        how = "offer"
    elif row.state is SignUpState.WAITING and waiting_list.is_first_come(event, now):
        how = "first"
        _take_free_seats(Room(event, row.way), row)
    else:
        raise Refused("signup.offer_over")
    row.state, row.offered_until, row.changed_at = SignUpState.CONFIRMED, None, now
    record(session, "signup.accepted", row, by=by, now=now, how=how)


def decline(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> None:
    """Say no to an offer: the seats go to the next in line. Twice is harmless; raises `Refused` without an offer."""
    event, row = locked_with_event(session, sign_up_id)
    if row.state is SignUpState.DECLINED:
        return
    if row.state is not SignUpState.OFFERED:
        raise Refused("signup.offer_over")
    Room(event, row.way).take(-row.party)
    row.state, row.offered_until, row.changed_at = SignUpState.DECLINED, None, now
    record(session, "signup.declined", row, by=by, now=now)
    waiting_list.fill(session, event, by=by, now=now)


def approve(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> SignUpState:
    """Let somebody come who asked to; the seats are looked at again, so that it may become the waiting list.

    Raises `Refused` when it was answered before, or the gathering is over.
    """
    event, row = locked_with_event(session, sign_up_id)
    _check_staff(by)
    _check_going_on(event, now)
    if row.state is not SignUpState.REQUESTED:
        raise Refused("signup.answered")
    room = Room(event, row.way)
    if room.fits(row.party):
        room.take(row.party)
        row.state = SignUpState.CONFIRMED
    else:
        room.line_up(1)
        row.state = SignUpState.WAITING
    row.changed_at = now
    kind = "signup.approved" if row.state is SignUpState.CONFIRMED else "signup.waiting"
    record(session, kind, row, by=by, now=now)
    waiting_list.fill(session, event, by=by, now=now)
    return row.state


def refuse(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> None:
    """Say no to who asked to come; raises `Refused` when it was answered before."""
    _event, row = locked_with_event(session, sign_up_id)
    _check_staff(by)
    if row.state is not SignUpState.REQUESTED:
        raise Refused("signup.answered")
    row.state, row.changed_at = SignUpState.REFUSED, now
    record(session, "signup.refused", row, by=by, now=now)


def give_seat(session: Session, sign_up_id: int, reason: str, *, by: Actor, now: datetime) -> None:
    """Give a seat out of turn, also one that isn't there; `reason` is one of the named ones and stays in the journal.

    Raises `Refused` for anybody but a coordinator, without a reason, and when the gathering is over.
    """
    event, row = locked_with_event(session, sign_up_id)
    _check_staff(by)
    _check_going_on(event, now)
    if reason not in {option.key for option in forms.terms(session, REASONS)}:
        raise Refused("signup.reason_needed", field="reason")
    if row.state is SignUpState.CONFIRMED:
        return
    room = Room(event, row.way)
    if row.state not in (SignUpState.WAITING, SignUpState.REQUESTED, SignUpState.OFFERED):
        check_alone(session, row)
        let_go(event, row)
    if row.state is SignUpState.WAITING:
        room.line_up(-1)
    if row.state is not SignUpState.OFFERED:
        room.take(row.party)
    row.state, row.offered_until, row.changed_at = SignUpState.CONFIRMED, None, now
    over = max(0, room.taken - room.seats)
    record(session, "signup.overbooked", row, by=by, now=now, reason=reason, over=over)


def _check_staff(by: Actor) -> None:
    if not by.has(Role.COORDINATOR):
        raise Refused("not_allowed")


def _check_going_on(event: Event, now: datetime) -> None:
    if event.state not in waiting_list.GIVES_SEATS or now >= event.starts_at:
        raise Refused("signup.over")


def _take_free_seats(room: Room, row: SignUp) -> None:
    if row.party > room.free:
        raise Refused("signup.just_taken")
    room.line_up(-1)
    room.take(row.party)
