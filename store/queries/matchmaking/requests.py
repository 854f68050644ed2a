"""Buddy requests: the list, one of them with whom was asked, and what the matcher must know of one."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from store.models import Match, Municipality, Proposal, Request, RequestTopic, Topic, TopicNeighbour
from store.queries.buddying.buddies import WAITING, Topics
from store.queries.choices import topic_name
from store.states import MatchState, ProposalState, RequestState


@dataclass(frozen=True)
class Asked:
    """A request without a name: what is asked, and nothing that tells by whom."""

    id: int
    state: RequestState
    topics: Topics
    municipality_code: str
    municipality: str
    latitude: float
    longitude: float
    sector: str | None
    age_band: str | None
    contact_modes: tuple[str, ...]
    moments: tuple[str, ...]
    languages: tuple[str, ...]
    style: str | None
    avoid_own_municipality: bool
    urgency: int
    created_at: datetime
    changed_at: datetime

    @property
    def topic_codes(self) -> list[str]:
        return [code for code, _name in self.topics]


@dataclass(frozen=True)
class Asker:
    """Who asks: for staff, and for the buddy once they said yes."""

    name: str | None
    email: str | None
    phone: str | None
    language: str
    consent_text: str
    consented_at: datetime


@dataclass(frozen=True)
class ProposalRow:
    """A proposal as staff see it; `reasons` is what `matching.rank.from_json` reads."""

    id: int
    request_id: int
    buddy_id: int
    state: ProposalState
    score: int
    reasons: dict[str, Any]
    answer_by: datetime
    answered_at: datetime | None
    decline_reason: str | None
    declined_by: str | None
    created_at: datetime


def listed(session: Session, states: Collection[RequestState]) -> tuple[Asked, ...]:
    """The requests in these states, the longest waiting first."""
    return tuple(_asked(session, Request.state.in_(states)))


def on_board(session: Session, *, closed_since: datetime) -> tuple[Asked, ...]:
    """All that wait or are matched, and those that were closed since then; the longest waiting first."""
    under_way = Request.state.in_((RequestState.OPEN, RequestState.PROPOSED, RequestState.MATCHED))
    closed = and_(Request.state == RequestState.CLOSED, Request.changed_at >= closed_since)
    return tuple(_asked(session, or_(under_way, closed)))


def one(session: Session, request_id: int) -> Asked | None:
    return next(iter(_asked(session, Request.id == request_id)), None)


def by_id(session: Session, request_ids: Collection[int]) -> dict[int, Asked]:
    return {asked.id: asked for asked in _asked(session, Request.id.in_(request_ids))}


def names(session: Session, request_ids: Collection[int]) -> dict[int, str]:
    """The name of each parent that is still known."""
    query = select(Request.id, Request.name).where(Request.id.in_(request_ids), Request.name.is_not(None))
    return {request_id: name for request_id, name in session.execute(query) if name}


def asker(session: Session, request_id: int) -> Asker | None:
    query = select(
        Request.name, Request.email, Request.phone, Request.language, Request.consent_text, Request.consented_at
    ).where(Request.id == request_id)
    row = session.execute(query).one_or_none()
    return Asker(*row) if row else None


def proposals(session: Session, request_id: int) -> tuple[ProposalRow, ...]:
    """Whom this request was put to, the last first."""
    query = select(Proposal).where(Proposal.request_id == request_id).order_by(Proposal.id.desc())
    return tuple(_proposal(row) for row in session.scalars(query))


def buddies_asked(session: Session) -> dict[int, int]:
    """By request the buddy who has a proposal waiting or a match running."""
    sent = select(Proposal.request_id, Proposal.buddy_id).where(Proposal.state.in_(WAITING))
    running = select(Match.request_id, Match.buddy_id).where(Match.state == MatchState.RUNNING)
    return dict(session.execute(sent.union_all(running)).all())


def topic_groups(session: Session) -> dict[str, str | None]:
    """Every topic with the group that it belongs to, None for a group."""
    return dict(session.execute(select(Topic.code, Topic.parent_code)).all())


def topic_neighbours(session: Session) -> Sequence[tuple[str, str]]:
    query = select(TopicNeighbour.topic_code, TopicNeighbour.neighbour_code)
    return session.execute(query).all()


def _asked(session: Session, condition: ColumnElement[bool]) -> list[Asked]:
    query = select(Request, Municipality).join(Request.municipality).where(condition)
    topics = _topics(session, condition)
    return [
        Asked(
            id=row.id,
            state=row.state,
            topics=topics.get(row.id, ()),
            municipality_code=place.code,
            municipality=place.name,
            latitude=place.latitude,
            longitude=place.longitude,
            sector=row.sector,
            age_band=row.age_band,
            contact_modes=tuple(row.contact_modes),
            moments=tuple(row.moments),
            languages=tuple(row.languages),
            style=row.style,
            avoid_own_municipality=row.avoid_own_municipality,
            urgency=row.urgency,
            created_at=row.created_at,
            changed_at=row.changed_at,
        )
        for row, place in session.execute(query.order_by(Request.created_at, Request.id))
    ]


def _topics(session: Session, condition: ColumnElement[bool]) -> dict[int, Topics]:
    query = select(RequestTopic.request_id, Topic).join(Topic, Topic.code == RequestTopic.topic_code)
    query = query.join(Request, Request.id == RequestTopic.request_id).where(condition).order_by(Topic.position)
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for request_id, topic in session.execute(query):
        found[request_id].append((topic.code, topic_name(topic)))
    return {request_id: tuple(topics) for request_id, topics in found.items()}


def _proposal(row: Proposal) -> ProposalRow:
    return ProposalRow(
        id=row.id,
        request_id=row.request_id,
        buddy_id=row.buddy_id,
        state=row.state,
        score=row.score,
        reasons=row.reasons,
        answer_by=row.answer_by,
        answered_at=row.answered_at,
        decline_reason=row.decline_reason,
        declined_by=row.declined_by,
        created_at=row.created_at,
    )
