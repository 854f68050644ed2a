"""The waiting list: a free seat goes to whoever waited longest, in strict order."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from store.models import Event, SignUp
from store.states import EventState, SignUpState

GIVES_SEATS = frozenset({EventState.OPEN, EventState.CLOSED})


def fill(session: Session, event: Event, *, by: Actor, now: datetime) -> None:
    """Give free seats to the head of the queue as long as its whole party fits; nobody is passed over.

    The caller holds the lock on the event's row. Once the gathering has begun, nobody is called any more.
    """
    free = event.seats - event.seats_taken
    if not event.parties_waiting or free < 1 or event.state not in GIVES_SEATS or now >= event.starts_at:
        return
    for waiting in _in_order(session, event, at_most=free):
        if waiting.party > event.seats - event.seats_taken:
            return
        _give_seat(session, event, waiting, by=by, now=now)


def next_in_line(free: int, parties: Sequence[int]) -> int:
    """How many of the waiting `parties`, in their order, get a seat when `free` seats are given out by `fill`."""
    seated = 0
    for people in parties:
        free -= people
        if free < 0:
            break
        seated += 1
    return seated


def _give_seat(session: Session, event: Event, waiting: SignUp, *, by: Actor, now: datetime) -> None:
    waiting.state = SignUpState.CONFIRMED
    waiting.changed_at = now
    event.seats_taken += waiting.party
    event.parties_waiting -= 1
    journal.record(session, "signup.promoted", ("sign_up", waiting.id), by=by, now=now, event=event.id)


def _in_order(session: Session, event: Event, *, at_most: int) -> list[SignUp]:
    query = (
        select(SignUp)
        .where(SignUp.event_id == event.id, SignUp.state == SignUpState.WAITING)
        .order_by(SignUp.number)
        .limit(at_most)
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(query))
