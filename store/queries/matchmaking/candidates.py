"""What the matcher must know of every buddy, without a name."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from store.models import Buddy, BuddyTopic, Match, Municipality
from store.queries.buddying.buddies import IN_THE_MIDDLE, asked, running
from store.queries.buddying.weeks import Block, weeks

Codes = dict[int, frozenset[str]]


@dataclass(frozen=True)
class Candidate:
    """A buddy without a name: all that decides whether, and how well, they fit."""

    id: int
    municipality_code: str
    latitude: float
    longitude: float
    travel_km: int
    municipalities: frozenset[str]
    topics: frozenset[str]
    in_the_middle: frozenset[str]
    sectors: frozenset[str]
    age_bands: frozenset[str]
    contact_modes: frozenset[str]
    languages: frozenset[str]
    style: str | None
    blocks: tuple[Block, ...]
    max_load: int
    load: int
    last_match_at: datetime | None
    paused: bool
    paused_until: date | None
    rest_until: date | None
    trained_on: date | None
    certificate_seen_on: date | None


@dataclass(frozen=True)
class _Work:
    """What is counted for all buddies at once, each by id."""

    topics: Codes
    in_the_middle: Codes
    blocks: dict[int, tuple[Block, ...]]
    running: dict[int, int]
    asked: dict[int, int]
    last_match_at: dict[int, datetime]


def candidates(session: Session, buddy_id: int | None = None) -> tuple[Candidate, ...]:
    """Every buddy who did not stop, or only one, by id; `load` counts matches that run and proposals that wait."""
    query = (
        select(
            Buddy.id, Buddy.municipality_code, Municipality.latitude, Municipality.longitude, Buddy.travel_km,
            Buddy.municipalities, Buddy.sectors, Buddy.age_bands, Buddy.contact_modes, Buddy.languages, Buddy.style,
            Buddy.max_load, Buddy.paused_since, Buddy.paused_until, Buddy.rest_until, Buddy.trained_on,
            Buddy.certificate_seen_on,
        )
        .join(Municipality, Municipality.code == Buddy.municipality_code)
        .where(Buddy.stopped_at.is_(None))
        .order_by(Buddy.id)
    )  # fmt: skip
    if buddy_id is not None:
        query = query.where(Buddy.id == buddy_id)
    work = _work(session)
    return tuple(_candidate(row, work) for row in session.execute(query))


def _work(session: Session) -> _Work:
    return _Work(*_topics(session), weeks(session), running(session), asked(session), _last_match(session))


def _candidate(row: Row[*tuple[Any, ...]], work: _Work) -> Candidate:
    return Candidate(
        id=row.id,
        municipality_code=row.municipality_code,
        latitude=row.latitude,
        longitude=row.longitude,
        travel_km=row.travel_km,
        municipalities=frozenset(row.municipalities),
        topics=work.topics.get(row.id, frozenset()),
        in_the_middle=work.in_the_middle.get(row.id, frozenset()),
        sectors=frozenset(row.sectors),
        age_bands=frozenset(row.age_bands),
        contact_modes=frozenset(row.contact_modes),
        languages=frozenset(row.languages),
        style=row.style,
        blocks=work.blocks.get(row.id, ()),
        max_load=row.max_load,
        load=work.running.get(row.id, 0) + work.asked.get(row.id, 0),
        last_match_at=work.last_match_at.get(row.id),
        paused=row.paused_since is not None,
        paused_until=row.paused_until,
        rest_until=row.rest_until,
        trained_on=row.trained_on,
        certificate_seen_on=row.certificate_seen_on,
    )


def _last_match(session: Session) -> dict[int, datetime]:
    query = select(Match.buddy_id, func.max(Match.started_at)).group_by(Match.buddy_id)
    return dict(session.execute(query).all())


def _topics(session: Session) -> tuple[Codes, Codes]:
    """All topics of each buddy, and those that they are still in the middle of."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    middle: defaultdict[int, set[str]] = defaultdict(set)
    for buddy_id, code, phase in session.execute(select(BuddyTopic.buddy_id, BuddyTopic.topic_code, BuddyTopic.phase)):
        found[buddy_id].add(code)
        if phase == IN_THE_MIDDLE:
            middle[buddy_id].add(code)
    return _frozen(found), _frozen(middle)


def _frozen(found: dict[int, set[str]]) -> Codes:
    return {buddy_id: frozenset(codes) for buddy_id, codes in found.items()}
