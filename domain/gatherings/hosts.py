"""Who hosts a gathering: asking a buddy who can, the buddy's yes or no, and asking again when it moves."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal, links
from domain.actors import Actor, Role
from domain.allowed import own_or_staff, staff_only
from domain.buddying import buddies
from domain.gatherings.host_hours import hours_for
from domain.refused import Refused
from i18n.dates import AMSTERDAM
from matching.hosting import Hours, is_free, span
from store.models import Event, EventHost, JournalLine
from store.queries.gatherings import hosts as asked
from store.queries.gatherings.hosts import ON, WANTED
from store.states import HostState, LinkPurpose

ASKED = "host.asked"


def ask(session: Session, event_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Ask a buddy to host. Twice is harmless; who said no may be asked once more.

    Raises `Refused` unless the buddy is there, has time in that week's hours, and is not asked for, or hosting,
    something else at that moment. Staff can't pass over it: they change the hours, or the gathering.
    """
    staff_only(by)
    event = _to_come(session, event_id, now)
    buddy = buddies.locked(session, buddy_id)
    row = _row(session, event_id, buddy_id)
    if row is not None and row.state in WANTED:
        return
    if buddy.stopped_at is not None:
        raise Refused("host.stopped")
    if buddy.paused_since is not None and not _back_by(buddy.paused_until, event):
        raise Refused("host.paused")
    if not is_free(hours_for(session, buddy_id, event.starts_at, event.ends_at), hours(event)):
        raise Refused("host.not_free")
    _check_not_elsewhere(session, event, buddy_id, WANTED)
    if row is None:
        row = EventHost(event_id=event_id, buddy_id=buddy_id)
        session.add(row)
    row.state, row.asked_at, row.answered_at = HostState.ASKED, now, None
    journal.record(session, ASKED, ("event", event_id), by=by, now=now, buddy=buddy_id)


def answer(session: Session, event_id: int, buddy_id: int, *, yes: bool, by: Actor, now: datetime) -> None:
    """The buddy's yes or no; the same again is harmless. Until the start either may become the other.

    Raises `Refused` when the question was taken back, the gathering is called off or has begun, and for a yes to two
    gatherings at the same moment.
    """
    own_or_staff(by, buddy_id)
    event = _to_come(session, event_id, now)
    buddy = buddies.locked(session, buddy_id)
    row = _row(session, event_id, buddy_id)
    if row is None:
        raise Refused("host.not_asked")
    wanted = HostState.ACCEPTED if yes else HostState.DECLINED
    if row.state is wanted:
        return
    if yes and buddy.stopped_at is not None:
        raise Refused("host.stopped")
    if yes:
        _check_not_elsewhere(session, event, buddy_id, (HostState.ACCEPTED,))
    row.state, row.answered_at = wanted, now
    if yes:
        journal.record(session, "host.accepted", ("event", event_id), by=by, now=now, buddy=buddy_id)
    else:
        facts = {"buddy": buddy_id, **asked.after_yes(session, event_id, buddy_id)}
        journal.record(session, "host.declined", ("event", event_id), by=by, now=now, **facts)


def take_back(session: Session, event_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """The buddy need not host after all, and hears so. Twice is harmless, and so is one who said no."""
    staff_only(by)
    _to_come(session, event_id, now)
    row = _row(session, event_id, buddy_id)
    if row is None or row.state not in WANTED:
        return
    session.delete(row)
    session.flush()
    journal.record(session, "host.taken_back", ("event", event_id), by=by, now=now, buddy=buddy_id)


def ask_again(session: Session, event: Event, *, by: Actor, now: datetime) -> None:
    """The gathering moves: who hosts or was asked is asked anew, because a yes was a yes to another moment.

    The gathering's row must be locked.
    """
    rows = select(EventHost).where(EventHost.event_id == event.id, EventHost.state.in_(WANTED))
    for row in session.scalars(rows.order_by(EventHost.buddy_id)).all():
        row.state, row.asked_at, row.answered_at = HostState.ASKED, now, None
        facts = {"buddy": row.buddy_id, "again": True}
        journal.record(session, ASKED, ("event", event.id), by=by, now=now, **facts)


def hours(event: Event) -> tuple[Hours, ...]:
    """The hours of the week that a gathering takes, as clocks in the Netherlands show them."""
    start, end = (moment.astimezone(AMSTERDAM).replace(tzinfo=None) for moment in (event.starts_at, event.ends_at))
    return span(start, end)


def link(session: Session, line_id: int, *, now: datetime) -> str:
    """A secret for `<public_url>/link/<secret>`, where the buddy answers the question of this line of the journal."""
    event_id, _buddy_id = question(session, line_id)
    return links.make(session, LinkPurpose.HOST, line_id, until=session.get_one(Event, event_id).ends_at, now=now)


def question(session: Session, line_id: int) -> tuple[int, int]:
    """Which gathering and which buddy a line of the journal is about; raises `Refused("not_found")`."""
    line = session.get(JournalLine, line_id)
    if line is None or not line.kind.startswith("host."):
        raise Refused("not_found")
    return line.subject_id, int(line.facts["buddy"])


def answering(buddy_id: int) -> Actor:
    """The buddy who was asked: whoever holds the link of the letter acts as them."""
    return Actor(name=f"buddy:{buddy_id}", roles=frozenset({Role.BUDDY}), buddy_id=buddy_id)


def _to_come(session: Session, event_id: int, now: datetime) -> Event:
    event = session.get(Event, event_id, with_for_update=True, populate_existing=True)
    if event is None:
        raise Refused("not_found")
    if event.state not in ON:
        raise Refused("host.called_off")
    if event.starts_at <= now:
        raise Refused("host.too_late")
    return event


def _back_by(until: date | None, event: Event) -> bool:
    """Whether a pause that lasts `until` a day is over when the gathering begins."""
    return until is not None and until <= event.starts_at.astimezone(AMSTERDAM).date()


def _row(session: Session, event_id: int, buddy_id: int) -> EventHost | None:
    # Read again: it may have been answered while we waited for the lock on its gathering.
    return session.get(EventHost, (event_id, buddy_id), populate_existing=True)


def _check_not_elsewhere(session: Session, event: Event, buddy_id: int, states: tuple[HostState, ...]) -> None:
    found = asked.taken(session, event.starts_at, event.ends_at, besides=event.id, buddy_id=buddy_id, states=states)
    for other in found.get(buddy_id, ()):
        raise Refused("host.elsewhere", title=other.title)
