"""Matches and proposals: as staff see them, and as one buddy sees their own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from store.models import Buddy, Match, Proposal, Request
from store.queries.matchmaking import requests
from store.queries.matchmaking.requests import Asked
from store.states import MatchState, ProposalState


@dataclass(frozen=True)
class MatchRow:
    """A match as staff see it."""

    id: int
    request_id: int
    buddy_id: int
    buddy: str
    parent: str | None
    state: MatchState
    started_at: datetime
    first_contact_at: datetime | None
    last_contact_at: datetime | None
    help_asked_at: datetime | None
    contacts: int
    ended_at: datetime | None
    end_reason: str | None
    heavy: bool = False


@dataclass(frozen=True)
class AskedOfMe:
    """A proposal as the buddy sees it: what is asked, never by whom."""

    id: int
    buddy_id: int
    state: ProposalState
    answer_by: datetime
    created_at: datetime
    asked: Asked


@dataclass(frozen=True)
class MyMatch:
    """A running match as its buddy sees it: since the yes with the first name and the contact that the parent gave."""

    id: int
    buddy_id: int
    first_name: str
    email: str | None
    phone: str | None
    started_at: datetime
    first_contact_at: datetime | None
    last_contact_at: datetime | None
    help_asked_at: datetime | None
    contacts: int
    asked: Asked


def listed(session: Session, state: MatchState) -> tuple[MatchRow, ...]:
    """Matches in this state: those that run with the oldest first, those that ended with the last first."""
    order = Match.ended_at.desc() if state is MatchState.ENDED else Match.started_at
    return _rows(session, Match.state == state, order)


def by_id(session: Session, match_id: int) -> tuple[MatchRow, ...]:
    """One match in any state, or none."""
    return _rows(session, Match.id == match_id, Match.id)


def proposal(session: Session, proposal_id: int) -> AskedOfMe | None:
    """One proposal, in any state, for the buddy who holds its link."""
    return next(iter(_proposals(session, Proposal.id == proposal_id)), None)


def asked_of(session: Session, buddy_id: int, *, now: datetime) -> tuple[AskedOfMe, ...]:
    """The proposals that this buddy can still answer, the first to expire first."""
    waiting = (Proposal.buddy_id == buddy_id, Proposal.state == ProposalState.SENT, Proposal.answer_by > now)
    return tuple(_proposals(session, *waiting))


def agreed_by(session: Session, buddy_id: int) -> tuple[AskedOfMe, ...]:
    """The proposals to which this buddy said yes and the parent said nothing yet."""
    return tuple(_proposals(session, Proposal.buddy_id == buddy_id, Proposal.state == ProposalState.AGREED))


def of_buddy(session: Session, buddy_id: int) -> tuple[MyMatch, ...]:
    """The running matches of this buddy, the newest first."""
    return _mine(session, Match.buddy_id == buddy_id)


def of_proposal(session: Session, proposal_id: int) -> MyMatch | None:
    """The running match that a yes to this proposal made."""
    return next(iter(_mine(session, Match.proposal_id == proposal_id)), None)


def _rows(session: Session, condition: ColumnElement[bool], order: Any) -> tuple[MatchRow, ...]:  # noqa: ANN401
    query = select(Match, Buddy.name, Request.name).join(Match.buddy).join(Match.request)
    rows = session.execute(query.where(condition).order_by(order, Match.id))
    return tuple(_row(row, buddy, parent) for row, buddy, parent in rows)


def _proposals(session: Session, *conditions: ColumnElement[bool]) -> list[AskedOfMe]:
    rows = session.scalars(select(Proposal).where(*conditions).order_by(Proposal.answer_by, Proposal.id)).all()
    asked = requests.by_id(session, [row.request_id for row in rows])
    return [
        AskedOfMe(row.id, row.buddy_id, row.state, row.answer_by, row.created_at, asked[row.request_id]) for row in rows
    ]


def _mine(session: Session, condition: ColumnElement[bool]) -> tuple[MyMatch, ...]:
    query = select(Match, Request).join(Match.request).where(condition, Match.state == MatchState.RUNNING)
    rows = session.execute(query.order_by(Match.started_at.desc(), Match.id.desc())).all()
    asked = requests.by_id(session, [match.request_id for match, _request in rows])
    return tuple(
        MyMatch(
            id=match.id,
            buddy_id=match.buddy_id,
            first_name=(request.name or "").partition(" ")[0],
            email=request.email,
            phone=request.phone,
            started_at=match.started_at,
            first_contact_at=match.first_contact_at,
            last_contact_at=match.last_contact_at,
            help_asked_at=match.help_asked_at,
            contacts=match.contacts,
            asked=asked[match.request_id],
        )
        for match, request in rows
    )


def _row(row: Match, buddy: str, parent: str | None) -> MatchRow:
    return MatchRow(
        id=row.id,
        request_id=row.request_id,
        buddy_id=row.buddy_id,
        buddy=buddy,
        parent=parent,
        state=row.state,
        started_at=row.started_at,
        first_contact_at=row.first_contact_at,
        last_contact_at=row.last_contact_at,
        help_asked_at=row.help_asked_at,
        contacts=row.contacts,
        heavy=row.heavy,
        ended_at=row.ended_at,
        end_reason=row.end_reason,
    )
