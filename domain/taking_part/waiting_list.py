"""The waiting list: a seat that comes free belongs to who waits, and is offered in the order that the gathering has."""

from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from domain.actors import CLOCK, Actor
from domain.post.quiet_hours import answerable, waking
from domain.taking_part.line import InLine, next_in_line, to_tell
from domain.taking_part.seats import Room
from domain.taking_part.sign_up_rows import record, release
from store.models import Event, SignUp
from store.states import EventState, SignUpState, Way

GIVES_SEATS = frozenset({EventState.OPEN, EventState.CLOSED})
SHORTEST_OFFER = timedelta(hours=2)
AT_ONCE = 20


def fill(session: Session, event: Event, *, by: Actor, now: datetime) -> int:
    """Offer free seats to who waits; gives how many heard of it. The caller holds the lock on the event's row.

    In the last hours there is no time for one offer after another: then everybody whom the free seats could hold is
    told at once, and the first to say yes has them. Once the gathering has begun, nobody is called any more.
    """
    if event.state not in GIVES_SEATS or now >= event.starts_at:
        return 0
    return sum(_fill(session, Room(event, way), by, now) for way in Way)


def is_first_come(event: Event, now: datetime) -> bool:
    """Whether the last hours have begun."""
    return now >= event.starts_at - timedelta(hours=event.last_hours)


def line(session: Session, event_id: int, way: Way) -> tuple[InLine, ...]:
    """Who waits, in order of arrival."""
    return tuple(InLine(row.id, row.party, row.told_at is not None) for row in _rows(session, event_id, way))


def deadline(event: Event, now: datetime) -> datetime:
    """Until when an offer that is made now holds: counted from when the letter may arrive, never in the night, and
    where possible before the last hours begin."""
    arrives = waking(now)
    last_hours = event.starts_at - timedelta(hours=event.last_hours)
    latest = max(last_hours, min(arrives + SHORTEST_OFFER, event.starts_at))
    return min(answerable(arrives + timedelta(hours=event.offer_hours)), latest)


def tend(session: Session, now: datetime) -> int:
    """What time does to waiting lists, for some gatherings at a time: offers lapse, seats of who left come free, the
    last hours begin. Gives how much was done; 0 when all is well.
    """
    done = 0
    for event_id in sorted(_needing_care(session, now)):
        event = session.get_one(Event, event_id, with_for_update=True, populate_existing=True)
        done += _settle(session, event, now) + fill(session, event, by=CLOCK, now=now)
    return done


def _fill(session: Session, room: Room, by: Actor, now: datetime) -> int:
    if not room.waiting or not room.free:
        return 0
    event = room.event
    rows = {row.id: row for row in _rows(session, event.id, room.way)}
    waiting = tuple(InLine(row.id, row.party, row.told_at is not None) for row in rows.values())
    if is_first_come(event, now):
        told = to_tell(room.free, waiting)
        for one in told:
            rows[one.id].told_at = now
            record(session, "signup.told", rows[one.id], by=by, now=now, free=room.free)
        return len(told)
    lucky = next_in_line(room.free, waiting, event.queue)
    for one in lucky:
        _give(session, room, rows[one.id], by, now)
    return len(lucky)


def _give(session: Session, room: Room, row: SignUp, by: Actor, now: datetime) -> None:
    room.take(row.party)
    room.line_up(-1)
    row.changed_at = now
    if room.event.offer_hours:
        row.state, row.offered_until = SignUpState.OFFERED, deadline(room.event, now)
        record(session, "signup.offered", row, by=by, now=now, until=row.offered_until.isoformat())
    else:
        row.state = SignUpState.CONFIRMED
        record(session, "signup.promoted", row, by=by, now=now)


def _settle(session: Session, event: Event, now: datetime) -> int:
    """Offers whose time is over lapse; who may no longer come back has left for good."""
    over = or_(SignUp.offered_until <= now, SignUp.undo_until <= now)
    query = select(SignUp).where(SignUp.event_id == event.id, over).order_by(SignUp.number)
    rows = session.scalars(query.execution_options(populate_existing=True)).all()
    for row in rows:
        if row.state is SignUpState.OFFERED:
            Room(event, row.way).take(-row.party)
            row.state, row.changed_at = SignUpState.LAPSED, now
            record(session, "signup.lapsed", row, by=CLOCK, now=now)
        elif row.undo_until is not None:
            release(session, event, row, by=CLOCK, now=now)
        row.offered_until = None
    return len(rows)


def _rows(session: Session, event_id: int, way: Way) -> list[SignUp]:
    mine = (SignUp.event_id == event_id, SignUp.state == SignUpState.WAITING, SignUp.way == way)
    query = select(SignUp).where(*mine).order_by(SignUp.number).execution_options(populate_existing=True)
    return list(session.scalars(query))


def _needing_care(session: Session, now: datetime) -> set[int]:
    """Gatherings where a promise is over, and those whose last hours have begun with free seats and a waiting list."""
    over = or_(SignUp.offered_until <= now, SignUp.undo_until <= now)
    late = session.scalars(select(SignUp.event_id).where(over).distinct().limit(AT_ONCE))
    free = or_(
        and_(Event.parties_waiting > 0, Event.seats_taken < Event.seats),
        and_(Event.online_waiting > 0, Event.online_taken < Event.online_seats),
    )
    soon = select(Event).where(free, Event.state.in_(GIVES_SEATS), Event.starts_at > now)
    return {*late, *(event.id for event in session.scalars(soon) if is_first_come(event, now))}
