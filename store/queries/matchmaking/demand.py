"""Who asked for a buddy and who offers, as counts and networks need it: no name, no wish, only topics and places."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from store.models import Match, Proposal, Request, RequestTopic
from store.states import MatchState, ProposalState, RequestState

STILL_WAITING = (RequestState.OPEN, RequestState.PROPOSED)


@dataclass(frozen=True)
class AskedFor:
    """One request. `until` is when it stopped waiting (a match, or closed without one); None while it waits.

    `proposed` while it waits for the yes of a buddy or of the parent.
    """

    id: int
    topics: frozenset[str]
    municipality_code: str
    since: datetime
    until: datetime | None
    proposed: bool = False


@dataclass(frozen=True)
class Pair:
    """A proposal that waits, or a match that runs."""

    request_id: int
    buddy_id: int
    matched: bool


def asked_since(session: Session, moment: datetime) -> tuple[AskedFor, ...]:
    """What was asked since then, and everything that still waited then; the oldest first."""
    started = select(Match.request_id, func.min(Match.started_at).label("at")).group_by(Match.request_id).subquery()
    query = select(
        Request.id, Request.municipality_code, Request.state, Request.created_at, Request.changed_at, started.c.at
    )
    query = query.join(started, started.c.request_id == Request.id, isouter=True)
    recent = or_(Request.created_at >= moment, Request.changed_at >= moment, Request.state.in_(STILL_WAITING))
    topics = _topics(session)
    return tuple(
        AskedFor(row.id, topics.get(row.id, frozenset()), row.municipality_code, row.created_at,
                 None if row.state in STILL_WAITING else row.at or row.changed_at, row.state is RequestState.PROPOSED)
        for row in session.execute(query.where(recent).order_by(Request.created_at, Request.id))
    )  # fmt: skip


def pairs(session: Session) -> tuple[Pair, ...]:
    """Everybody who is asked or matched now, by request."""
    sent = select(Proposal.request_id, Proposal.buddy_id).where(
        Proposal.state.in_((ProposalState.SENT, ProposalState.AGREED))
    )
    running = select(Match.request_id, Match.buddy_id).where(Match.state == MatchState.RUNNING)
    found = [Pair(*row, matched=False) for row in session.execute(sent)]
    found += [Pair(*row, matched=True) for row in session.execute(running)]
    return tuple(sorted(found, key=lambda one: (one.request_id, one.buddy_id)))


def now_asking(session: Session) -> tuple[AskedFor, ...]:
    """Who waits and who has a running match."""
    topics = _topics(session)
    states = (*STILL_WAITING, RequestState.MATCHED)
    query = select(Request.id, Request.municipality_code, Request.created_at).where(Request.state.in_(states))
    return tuple(
        AskedFor(row.id, topics.get(row.id, frozenset()), row.municipality_code, row.created_at, None)
        for row in session.execute(query.order_by(Request.id))
    )


def _topics(session: Session) -> dict[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for request_id, code in session.execute(select(RequestTopic.request_id, RequestTopic.topic_code)):
        found[request_id].add(code)
    return {request_id: frozenset(codes) for request_id, codes in found.items()}
