"""Who came: the sheet for the door, and how many of those who signed up came to earlier gatherings."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from store.models import Event, EventHost, JournalLine, SignUp
from store.queries import journal
from store.states import EventState, HostState, SignUpState

EXPECTED = (SignUpState.CONFIRMED, SignUpState.ATTENDED, SignUpState.ABSENT)
COUNTED = "attendance.counted"
CAME = {SignUpState.ATTENDED: True, SignUpState.ABSENT: False}


@dataclass(frozen=True)
class OnSheet:
    """A party that was expected, or somebody who walked in: then with the name that a phone gave, `mark_key`."""

    id: int
    mark_key: str | None
    name: str
    party: int
    came: bool | None


@dataclass(frozen=True)
class Counted:
    """When a head count was tapped, on whatever phone, and by whom; `by` is empty when that account is gone."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Sheet:
    event_id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    state: EventState
    head_count: int | None
    counted: Counted | None
    people: tuple[OnSheet, ...]


def sheet(session: Session, event_id: int) -> Sheet | None:
    """Names only, in order of arrival of the sign-ups; how to reach somebody is not for the door."""
    event = session.get(Event, event_id)
    if event is None:
        return None
    query = select(SignUp).where(SignUp.event_id == event_id, SignUp.state.in_(EXPECTED)).order_by(SignUp.number)
    people = tuple(
        OnSheet(row.id, row.mark_key, row.name or "", row.party, CAME.get(row.state)) for row in session.scalars(query)
    )
    return Sheet(
        event.id,
        event.title,
        event.starts_at,
        event.ends_at,
        event.state,
        event.head_count,
        counted(session, event_id),
        people,
    )


def counted(session: Session, event_id: int) -> Counted | None:
    """The last head count that was taken over; the journal keeps when it was tapped."""
    about = (JournalLine.kind == COUNTED, JournalLine.subject_kind == "event", JournalLine.subject_id == event_id)
    line = session.scalar(select(JournalLine).where(*about).order_by(JournalLine.id.desc()).limit(1))
    if line is None:
        return None
    tapped = line.facts.get("tapped")
    at = datetime.fromisoformat(tapped) if tapped else line.at
    return Counted(at, journal.names(session, [line.actor]).get(line.actor, ""))


def hosts(session: Session, event_id: int, buddy_id: int) -> bool:
    """Whether this buddy said yes to hosting this gathering."""
    row = session.get(EventHost, (event_id, buddy_id))
    return row is not None and row.state is HostState.ACCEPTED


def turnouts(session: Session, *, series_id: int | None = None, kind: str = "") -> list[tuple[int, int]]:
    """`(expected, came)` of each gathering of a series, of a kind, or of all, where it was noted; the latest first.

    Who walked in was not expected, and a party that was not noted does not count.
    """
    noted = SignUp.state.in_(CAME) & SignUp.mark_key.is_(None)
    people = func.sum(case((SignUp.state == SignUpState.ATTENDED, SignUp.party), else_=0))
    query = select(func.sum(SignUp.party), people).join(Event, Event.id == SignUp.event_id).where(noted)
    if series_id is not None:
        query = query.where(Event.series_id == series_id)
    if kind:
        query = query.where(Event.kind == kind)
    rows = session.execute(query.group_by(Event.id, Event.starts_at).order_by(Event.starts_at.desc()))
    return [(int(expected), int(came)) for expected, came in rows]
