"""What the calendar of staff shows, narrowed down as they ask."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from store.models import Event, EventTopic, Municipality, RegionMunicipality, Topic, Venue
from store.models.places import Region
from store.queries.gatherings.events import EventFacts, matching
from store.states import EventState


@dataclass(frozen=True)
class Narrowed:
    """What is asked for; `where` is a municipality's code or a region's key, `topic` that of a topic or a group."""

    kind: str = ""
    where: str = ""
    topic: str = ""
    state: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.kind:
            found.append(Event.kind == self.kind)
        if self.where:
            members = select(RegionMunicipality.municipality_code).join(Region).where(Region.key == self.where)
            found.append(or_(Venue.municipality_code == self.where, Venue.municipality_code.in_(members)))
        if self.topic:
            about = select(EventTopic.event_id).join(Topic, Topic.code == EventTopic.topic_code)
            found.append(Event.id.in_(about.where(or_(Topic.code == self.topic, Topic.parent_code == self.topic))))
        if self.state:
            found.append(Event.state == EventState(self.state))
        return found


EVERYTHING = Narrowed()


def between(
    session: Session, start: datetime, end: datetime, narrowed: Narrowed = EVERYTHING
) -> tuple[EventFacts, ...]:
    """What begins in `start <= t < end`, drafts and those called off too, in order of time."""
    return matching(session, Event.starts_at >= start, Event.starts_at < end, *narrowed.conditions())


def page(
    session: Session, narrowed: Narrowed, *, now: datetime, past: bool, skip: int, most: int
) -> tuple[tuple[EventFacts, ...], int]:
    """One page of what is still to come, the nearest first, or of what is over, the last first; and how many in all."""
    when = Event.ends_at <= now if past else Event.ends_at > now
    conditions = (when, *narrowed.conditions())
    count = session.scalar(select(func.count()).select_from(Event).join(Event.venue).where(*conditions))
    return matching(session, *conditions, newest_first=past, skip=skip, most=most), count or 0


def holiday_places(session: Session, where: str = "") -> dict[str, str]:
    """A municipality's code for each of the regions for school holidays (Noord, Midden, Zuid) that `where` lies in."""
    query = select(Municipality.holiday_region, func.min(Municipality.code).label("code")).where(Municipality.active)
    if where:
        members = select(RegionMunicipality.municipality_code).join(Region).where(Region.key == where)
        query = query.where(or_(Municipality.code == where, Municipality.code.in_(members)))
    rows = session.execute(query.group_by(Municipality.holiday_region).order_by(Municipality.holiday_region))
    return {row.holiday_region: row.code for row in rows}
