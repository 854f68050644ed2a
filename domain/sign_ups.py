"""Who comes: signing up, giving up a place, coming with more or fewer people."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal, links, waiting_list
from domain.actors import Actor
from domain.party import Party
from domain.refused import Refused
from i18n import language
from store.models import Event, SignUp
from store.sessions import blind_index
from store.states import EventState, LinkPurpose, SignUpState

IN = frozenset({SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.OFFERED})


@dataclass(frozen=True)
class SignedUp:
    id: int
    state: SignUpState


def sign_up(session: Session, event_id: int, party: Party, *, by: Actor, now: datetime) -> SignedUp:
    """Give a party its seats, or a place on the waiting list when it doesn't fit or others wait already.

    Staff may still add somebody when sign-up is closed. Raises `Refused` when the gathering is not open or has begun,
    when a party can never fit, when there is no way to reach it, and when it signed up before.
    """
    event = _locked(session, event_id)
    _check_open(event, by, now)
    if party.people > event.seats:
        raise Refused("signup.party_too_large", field="party", seats=event.seats)
    row = _row(event, party, _contact(session, event, party), now)
    session.add(row)
    _count(event, row)
    session.flush()
    kind = "signup.confirmed" if row.state is SignUpState.CONFIRMED else "signup.waiting"
    journal.record(session, kind, ("sign_up", row.id), by=by, now=now, event=event.id, party=row.party)
    return SignedUp(row.id, row.state)


def cancel(session: Session, sign_up_id: int, *, by: Actor, now: datetime) -> None:
    """Give up a place; freed seats go to whoever waited longest. Twice is harmless.

    Raises `Refused` when who came has been noted already.
    """
    event, row = _locked_with_event(session, sign_up_id)
    if row.state is SignUpState.CANCELLED:
        return
    if row.state not in IN:
        raise Refused("signup.over")
    if row.state is SignUpState.CONFIRMED:
        event.seats_taken -= row.party
    else:
        event.parties_waiting -= 1
    row.state, row.changed_at = SignUpState.CANCELLED, now
    journal.record(session, "signup.cancelled", ("sign_up", row.id), by=by, now=now, event=event.id)
    waiting_list.fill(session, event, by=by, now=now)


def change_party(session: Session, sign_up_id: int, people: int, *, by: Actor, now: datetime) -> None:
    """Come with more or fewer people; who waits keeps its place in the queue. The same number is no change.

    Raises `Refused` when there is no room for more, when others wait for that room, and after the gathering began.
    """
    event, row = _locked_with_event(session, sign_up_id)
    if row.party == people:
        return
    if row.state not in IN or event.state not in waiting_list.GIVES_SEATS or now >= event.starts_at:
        raise Refused("signup.over")
    if people < 1 or people > event.seats:
        raise Refused("signup.party_too_large", field="party", seats=event.seats)
    if row.state is SignUpState.CONFIRMED:
        _take_more(event, people - row.party)
    before, row.party, row.changed_at = row.party, people, now
    facts = {"event": event.id, "before": before, "party": people}
    journal.record(session, "signup.changed", ("sign_up", row.id), by=by, now=now, **facts)
    waiting_list.fill(session, event, by=by, now=now)


def link(session: Session, sign_up_id: int, *, now: datetime) -> str:
    """A secret for the address where this sign-up can be seen, changed and given up, until the gathering ends."""
    row = session.get_one(SignUp, sign_up_id)
    until = session.get_one(Event, row.event_id).ends_at
    return links.make(session, LinkPurpose.SIGN_UP, sign_up_id, until=until, now=now)


def _locked(session: Session, event_id: int) -> Event:
    event = session.get(Event, event_id, with_for_update=True, populate_existing=True)
    if event is None:
        raise Refused("not_found")
    return event


def _locked_with_event(session: Session, sign_up_id: int) -> tuple[Event, SignUp]:
    """The event's row is locked first and the sign-up read after it: its state can't change any more."""
    event_id = session.scalar(select(SignUp.event_id).where(SignUp.id == sign_up_id))
    if event_id is None:
        raise Refused("not_found")
    event = _locked(session, event_id)
    return event, session.get_one(SignUp, sign_up_id, populate_existing=True)


def _check_open(event: Event, by: Actor, now: datetime) -> None:
    welcome = waiting_list.GIVES_SEATS if by.roles else {EventState.OPEN}
    if event.state not in welcome:
        raise Refused("signup.not_open")
    if now >= event.starts_at:
        raise Refused("signup.too_late")


def _contact(session: Session, event: Event, party: Party) -> bytes:
    """The index by which a second sign-up of the same person is recognised."""
    index = blind_index(session, party.contact)
    same = select(SignUp.id).where(
        SignUp.event_id == event.id, SignUp.contact_index == index, SignUp.state != SignUpState.CANCELLED
    )
    if session.scalar(same.limit(1)):
        raise Refused("signup.twice", field="email" if party.email else "phone")
    return index


def _row(event: Event, party: Party, contact: bytes, now: datetime) -> SignUp:
    return SignUp(
        event_id=event.id,
        number=event.last_number + 1,
        state=_place(event, party.people),
        party=party.people,
        name=party.name,
        email=party.email or None,
        phone=party.phone or None,
        contact_index=contact,
        language=language(),
        answers=party.stored_answers(),
        created_at=now,
        changed_at=now,
    )


def _place(event: Event, people: int) -> SignUpState:
    fits = event.seats_taken + people <= event.seats and not event.parties_waiting
    return SignUpState.CONFIRMED if fits else SignUpState.WAITING


def _count(event: Event, row: SignUp) -> None:
    event.last_number = row.number
    if row.state is SignUpState.CONFIRMED:
        event.seats_taken += row.party
    else:
        event.parties_waiting += 1


def _take_more(event: Event, more: int) -> None:
    if more > 0 and event.parties_waiting:
        raise Refused("signup.others_wait", field="party")
    if event.seats_taken + more > event.seats:
        raise Refused("signup.no_room", field="party", free=event.seats - event.seats_taken)
    event.seats_taken += more
