"""What else goes on at the same time."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Buddy, Event, EventHost, Municipality, RegionMunicipality, Venue
from store.states import EventState, HostState

ON = (EventState.DRAFT, EventState.OPEN, EventState.CLOSED)


@dataclass(frozen=True)
class Overlap:
    """Another gathering within the hours, with the names of the buddies who said yes to hosting it."""

    id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    venue: str
    municipality_code: str
    municipality: str
    hosts: tuple[str, ...]


def overlaps(session: Session, start: datetime, end: datetime, *, besides: int | None) -> tuple[Overlap, ...]:
    """Every other gathering that goes on within `start < t < end`, drafts too, in order of time."""
    query = (
        select(Event.id, Event.title, Event.starts_at, Event.ends_at, Venue.name, Municipality.code, Municipality.name)
        .join(Venue, Venue.id == Event.venue_id)
        .join(Municipality, Municipality.code == Venue.municipality_code)
        .where(Event.starts_at < end, Event.ends_at > start, Event.state.in_(ON), Event.id != (besides or 0))
        .order_by(Event.starts_at, Event.id)
    )
    rows = session.execute(query).all()
    names: dict[int, list[str]] = {}
    who = select(EventHost.event_id, Buddy.name).join(Buddy, Buddy.id == EventHost.buddy_id)
    who = who.where(EventHost.event_id.in_([row[0] for row in rows]), EventHost.state == HostState.ACCEPTED)
    for number, name in session.execute(who.order_by(EventHost.buddy_id)):
        names.setdefault(number, []).append(name)
    return tuple(Overlap(*row, hosts=tuple(names.get(row[0], ()))) for row in rows)


def same_region(session: Session, municipality_code: str) -> frozenset[str]:
    """The municipalities that share a region with this one, itself included."""
    regions = select(RegionMunicipality.region_id).where(RegionMunicipality.municipality_code == municipality_code)
    query = select(RegionMunicipality.municipality_code).where(RegionMunicipality.region_id.in_(regions))
    return frozenset({municipality_code, *session.scalars(query)})
