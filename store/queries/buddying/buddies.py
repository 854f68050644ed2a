"""Buddies: the list, one of them, and how much each has to do."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from store.models import Account, Availability, Buddy, BuddyTopic, Match, Municipality, Proposal, Topic
from store.queries.choices import topic_name
from store.states import MatchState, ProposalState

IN_THE_MIDDLE = "in_the_middle"
WAITING = (ProposalState.SENT, ProposalState.AGREED)
Topics = tuple[tuple[str, str], ...]
"""Codes with names, in the order of the catalogue."""
Lived = tuple[tuple[str, str, str], ...]
"""The same, each with its phase."""


@dataclass(frozen=True)
class BuddyRow:
    """A buddy as staff see them; `load` counts running matches, `asked` proposals that wait for an answer."""

    id: int
    name: str
    email: str
    phone: str | None
    municipality_code: str
    municipality: str
    travel_km: int
    municipalities: tuple[str, ...]
    topics: Topics
    in_the_middle: tuple[str, ...]
    sectors: tuple[str, ...]
    age_bands: tuple[str, ...]
    contact_modes: tuple[str, ...]
    languages: tuple[str, ...]
    style: str | None
    max_load: int
    load: int
    asked: int
    trained_on: date | None
    certificate_seen_on: date | None
    paused_since: datetime | None
    paused_until: date | None
    rest_until: date | None
    stopped_at: datetime | None
    has_hours: bool

    @property
    def topic_codes(self) -> list[str]:
        return [code for code, _name in self.topics]


@dataclass(frozen=True)
class BuddyAccount:
    id: int
    roles: tuple[str, ...]


def listed(session: Session) -> tuple[BuddyRow, ...]:
    """Everybody who did not stop, by name."""
    rows = _rows(session, Buddy.stopped_at.is_(None))
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id)))


def one(session: Session, buddy_id: int) -> BuddyRow | None:
    return next(iter(_rows(session, Buddy.id == buddy_id)), None)


def names(session: Session, buddy_ids: Collection[int] | None = None) -> dict[int, str]:
    """The name of each buddy, or of those asked for."""
    query = select(Buddy.id, Buddy.name)
    if buddy_ids is not None:
        query = query.where(Buddy.id.in_(buddy_ids))
    return dict(session.execute(query).all())


def is_paused(session: Session, buddy_id: int) -> bool:
    return session.scalar(select(Buddy.paused_since).where(Buddy.id == buddy_id)) is not None


def account_of(session: Session, buddy_id: int) -> BuddyAccount | None:
    """The account with which this buddy signs in."""
    row = session.execute(select(Account.id, Account.roles).where(Account.buddy_id == buddy_id)).one_or_none()
    return BuddyAccount(row.id, tuple(row.roles)) if row else None


def _rows(session: Session, condition: ColumnElement[bool]) -> Sequence[BuddyRow]:
    query = select(Buddy, Municipality.name).join(Buddy.municipality).where(condition)
    loads, waiting, topics = running(session), asked(session), _topics(session)
    with_hours = set(session.scalars(select(Availability.buddy_id).distinct()))
    return [
        _row(row, place, topics.get(row.id, ()), loads.get(row.id, 0), waiting.get(row.id, 0), row.id in with_hours)
        for row, place in session.execute(query)
    ]


def _row(row: Buddy, place: str, lived: Lived, load: int, asked: int, has_hours: bool) -> BuddyRow:
    return BuddyRow(
        id=row.id,
        name=row.name,
        email=row.email,
        phone=row.phone,
        municipality_code=row.municipality_code,
        municipality=place,
        travel_km=row.travel_km,
        municipalities=tuple(row.municipalities),
        topics=tuple((code, name) for code, name, _phase in lived),
        in_the_middle=tuple(code for code, _name, phase in lived if phase == IN_THE_MIDDLE),
        sectors=tuple(row.sectors),
        age_bands=tuple(row.age_bands),
        contact_modes=tuple(row.contact_modes),
        languages=tuple(row.languages),
        style=row.style,
        max_load=row.max_load,
        load=load,
        asked=asked,
        trained_on=row.trained_on,
        certificate_seen_on=row.certificate_seen_on,
        paused_since=row.paused_since,
        paused_until=row.paused_until,
        rest_until=row.rest_until,
        stopped_at=row.stopped_at,
        has_hours=has_hours,
    )


def running(session: Session) -> dict[int, int]:
    """How many matches of each buddy run."""
    query = select(Match.buddy_id, func.count()).where(Match.state == MatchState.RUNNING)
    return dict(session.execute(query.group_by(Match.buddy_id)).all())


def asked(session: Session) -> dict[int, int]:
    """How many proposals of each buddy wait for an answer, their own or the parent's."""
    query = select(Proposal.buddy_id, func.count()).where(Proposal.state.in_(WAITING))
    return dict(session.execute(query.group_by(Proposal.buddy_id)).all())


def _topics(session: Session) -> dict[int, Lived]:
    query = select(BuddyTopic.buddy_id, Topic, BuddyTopic.phase).join(Topic, Topic.code == BuddyTopic.topic_code)
    found: defaultdict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for buddy_id, topic, phase in session.execute(query.order_by(Topic.position)):
        found[buddy_id].append((topic.code, topic_name(topic), phase))
    return {buddy_id: tuple(topics) for buddy_id, topics in found.items()}
