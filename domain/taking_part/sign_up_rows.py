"""The row of a sign-up: locked with its gathering, its states, and what the journal says of it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.refused import Refused
from domain.taking_part.party import Party
from domain.taking_part.seats import Room
from i18n import language
from store.models import Event, SignUp
from store.sessions import blind_index
from store.states import SignUpState

SEATED = frozenset({SignUpState.CONFIRMED, SignUpState.OFFERED})
IN = SEATED | {SignUpState.WAITING, SignUpState.REQUESTED}
LEFT = frozenset({SignUpState.CANCELLED, SignUpState.DECLINED, SignUpState.LAPSED, SignUpState.REFUSED})


def locked(session: Session, event_id: int) -> Event:
    """The event's row, which nobody else changes until the transaction ends."""
    event = session.get(Event, event_id, with_for_update=True, populate_existing=True)
    if event is None:
        raise Refused("not_found")
    return event


def locked_with_event(session: Session, sign_up_id: int) -> tuple[Event, SignUp]:
    """The event's row is locked first and the sign-up read after it: its state can't change any more."""
    event_id = session.scalar(select(SignUp.event_id).where(SignUp.id == sign_up_id))
    if event_id is None:
        raise Refused("not_found")
    event = locked(session, event_id)
    return event, session.get_one(SignUp, sign_up_id, populate_existing=True)


def new(event: Event, party: Party, contact: bytes, now: datetime) -> SignUp:
    """The row of a party that signs up as the last so far; its state is still to be decided."""
    return SignUp(
        event_id=event.id,
        number=event.last_number + 1,
        party=party.people,
        name=party.name,
        email=party.email or None,
        phone=party.phone or None,
        contact_index=contact,
        language=language(),
        answers=party.stored_answers(),
        access_needs=party.access_needs or None,
        way=party.way,
        maybe=party.maybe,
        held=0,
        created_at=now,
        changed_at=now,
    )


def check_alone(session: Session, row: SignUp) -> None:
    """Raises `Refused` when the same person signed up again meanwhile."""
    same = SignUp.event_id == row.event_id, SignUp.contact_index == row.contact_index, SignUp.state.not_in(LEFT)
    if session.scalar(select(SignUp.id).where(*same).limit(1)):
        raise Refused("signup.twice")


def let_go(event: Event, row: SignUp) -> None:
    """Give back the seats that were kept in case somebody came back."""
    Room(event, row.way).take(-row.held)
    row.held, row.undo_until, row.undo_state = 0, None, None


def release(session: Session, event: Event, row: SignUp, *, by: Actor, now: datetime) -> None:
    """As `let_go`, with a line when seats come free by it."""
    if row.held:
        record(session, "signup.released", row, by=by, now=now, seats=row.held)
    let_go(event, row)


def recognised(session: Session, event: Event, party: Party, *, by: Actor, now: datetime) -> bytes:
    """The index by which a second sign-up of the same person is recognised; who left before may come again."""
    index = blind_index(session, party.contact)
    same = select(SignUp).where(SignUp.event_id == event.id, SignUp.contact_index == index)
    for row in session.scalars(same):
        if row.state not in LEFT:
            raise Refused("signup.twice", field="email" if party.email else "phone")
        release(session, event, row, by=by, now=now)
    return index


def record(session: Session, kind: str, row: SignUp, *, by: Actor, now: datetime, **facts: object) -> None:
    """One line with everything that is needed to follow the seats from the journal alone."""
    known = {"event": row.event_id, "party": row.party, "way": row.way.value}
    journal.record(session, kind, ("sign_up", row.id), by=by, now=now, **known, **facts)
