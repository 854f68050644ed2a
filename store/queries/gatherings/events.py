"""Gatherings as the screens show them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, contains_eager, selectinload

from i18n import in_words
from store.models import CatalogueEntry, Event, EventTopic, RegionMunicipality, Topic, Venue
from store.models.places import Region
from store.queries.choices import topic_name
from store.states import EventState, QueuePolicy, SignUpMode

SHOWN_TO_ALL = (EventState.OPEN, EventState.CLOSED, EventState.CANCELLED, EventState.HELD)


@dataclass(frozen=True)
class TopicName:
    code: str
    name: str


@dataclass(frozen=True)
class EventFacts:
    """A gathering without who comes. `seats_taken` counts people, `parties_waiting` counts sign-ups.

    `answers` are the fields that staff added to the form.
    """

    id: int
    uid: str
    kind: str
    kind_name: str
    public: bool
    title: str
    description: str
    topics: tuple[TopicName, ...]
    venue: str
    address: str
    municipality: str
    municipality_code: str
    access: str
    starts_at: datetime
    ends_at: datetime
    seats: int
    seats_taken: int
    parties_waiting: int
    state: EventState
    revision: int
    changed_at: datetime
    answers: Mapping[str, Any]
    mode: SignUpMode
    queue: QueuePolicy
    offer_hours: int
    last_hours: int
    online_url: str
    online_seats: int
    online_taken: int
    online_waiting: int
    series_id: int | None
    series_date: date | None
    reason: str
    head_count: int | None
    audience: str

    @property
    def seats_left(self) -> int:
        """Seats for a newcomer: none while others wait, even when the next in line doesn't fit."""
        return 0 if self.parties_waiting else max(0, self.seats - self.seats_taken)

    @property
    def online_left(self) -> int:
        """The same for taking part online."""
        return 0 if self.online_waiting else max(0, self.online_seats - self.online_taken)

    @property
    def place(self) -> str:
        """Where it is, in one line."""
        return ", ".join(part for part in (self.venue, self.address, self.municipality) if part)


# What is worked out from other rows; all other facts are what the row of the gathering holds.
WORKED_OUT = frozenset(
    {"kind_name", "public", "topics", "venue", "address", "municipality", "municipality_code", "access", "audience"}
)
AS_STORED = tuple(one.name for one in fields(EventFacts) if one.name not in WORKED_OUT)


def event(session: Session, event_id: int) -> EventFacts | None:
    found = _facts(session, _query().where(Event.id == event_id))
    return found[0] if found else None


def public_online_seats(session: Session, event_id: int) -> int | None:
    """The seats online of a gathering that everybody may see: of a public kind, and no draft; None for another one."""
    kind = (CatalogueEntry.catalogue == "event_kind") & (CatalogueEntry.key == Event.kind)
    query = select(CatalogueEntry.data, Event.online_seats).join(Event, kind)
    found = session.execute(query.where(Event.id == event_id, Event.state.in_(SHOWN_TO_ALL))).first()
    return found.online_seats if found and found.data.get("public") else None


def public_event(session: Session, event_id: int) -> EventFacts | None:
    """A gathering that everybody may see."""
    found = event(session, event_id)
    return found if found and found.public and found.state in SHOWN_TO_ALL else None


def between(session: Session, start: datetime, end: datetime) -> tuple[EventFacts, ...]:
    """Every gathering that begins in `start <= t < end`, drafts and those called off too, in order of time."""
    return _facts(session, _query().where(Event.starts_at >= start, Event.starts_at < end))


def matching(
    session: Session,
    *conditions: ColumnElement[bool],
    newest_first: bool = False,
    skip: int = 0,
    most: int | None = None,
) -> tuple[EventFacts, ...]:
    """The gatherings for which every condition on `Event` and `Venue` holds, in order of time or the other way."""
    query = _query().where(*conditions).offset(skip).limit(most)
    if newest_first:
        query = query.order_by(None).order_by(Event.starts_at.desc(), Event.id.desc())
    return _facts(session, query)


def agenda(session: Session, *, now: datetime, where: str = "", topic: str = "") -> tuple[EventFacts, ...]:
    """What parents may come to from now on, in order of time.

    `where` is a municipality's code or a region's key, `topic` the code of a topic or of a group of topics.
    """
    query = _query().where(Event.ends_at > now, Event.state.in_(SHOWN_TO_ALL))
    if where:
        members = select(RegionMunicipality.municipality_code).join(Region).where(Region.key == where)
        query = query.where((Venue.municipality_code == where) | Venue.municipality_code.in_(members))
    if topic:
        about = select(EventTopic.event_id).join(Topic, Topic.code == EventTopic.topic_code)
        query = query.where(Event.id.in_(about.where((Topic.code == topic) | (Topic.parent_code == topic))))
    return tuple(one for one in _facts(session, query) if one.public)


def regions(session: Session) -> dict[str, str]:
    """The name of each region by a key, once where the sectors share their borders' name."""
    rows = session.scalars(select(Region).where(Region.active).order_by(Region.name, Region.key.desc()))
    by_name = {row.name: row.key for row in rows}
    return {key: name for name, key in by_name.items()}


def _query() -> Select[Event]:
    return (
        select(Event)
        .join(Event.venue)
        .join(Venue.municipality)
        .options(contains_eager(Event.venue).contains_eager(Venue.municipality), selectinload(Event.topics))
        .order_by(Event.starts_at, Event.id)
    )


def _facts(session: Session, query: Select[Event]) -> tuple[EventFacts, ...]:
    rows = session.scalars(query).all()
    if not rows:
        return ()
    is_audience = (CatalogueEntry.catalogue == "term") & CatalogueEntry.key.startswith("audience.")
    found = session.scalars(select(CatalogueEntry).where((CatalogueEntry.catalogue == "event_kind") | is_audience))
    entries = {one.key: one for one in found}
    return tuple(_fact(row, entries) for row in rows)


def _fact(row: Event, entries: Mapping[str, CatalogueEntry]) -> EventFacts:
    kind, place = entries.get(row.kind), row.venue.municipality
    return EventFacts(
        **{name: getattr(row, name) for name in AS_STORED},
        kind_name=_label(kind) or row.kind,
        public=bool(kind and kind.data.get("public")),
        topics=tuple(TopicName(one.code, topic_name(one)) for one in row.topics),
        venue=row.venue.name,
        address=row.venue.address,
        municipality=place.name,
        municipality_code=place.code,
        access=row.venue.access,
        audience=_label(entries.get(f"audience.{row.answers.get('audience')}")),
    )


def _label(entry: CatalogueEntry | None) -> str:
    return in_words(entry.label_nl, entry.label_en) if entry else ""
