"""Running matches and their appointments, for the tests that are about appointments only."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain.availability import appointments
from store.database import Database
from store.models import Match, Proposal, Request
from store.states import ProposalState, RequestState
from tests import make


def running(session: Session, buddy_id: int, *, now: datetime, **facts: object) -> int:
    """A match that runs between this buddy and a new request, which `facts` are about."""
    request_id = make.request(session, now=now, **facts)
    session.get_one(Request, request_id).state = RequestState.MATCHED
    proposal = Proposal(
        request_id=request_id,
        buddy_id=buddy_id,
        state=ProposalState.ACCEPTED,
        score=80,
        reasons={},
        answer_by=now,
        created_at=now,
    )
    session.add(proposal)
    session.flush()
    match = Match(proposal_id=proposal.id, request_id=request_id, buddy_id=buddy_id, started_at=now)
    session.add(match)
    session.flush()
    return match.id


def match(session: Session, *, now: datetime) -> int:
    """A match between a new buddy and a new request."""
    return running(session, make.buddy(session, now=now), now=now)


def planned(database: Database, match_id: int, starts_at: datetime, minutes: int = 60, *, now: datetime) -> int:
    """An appointment by phone."""
    with database.writing() as session:
        return appointments.plan(session, match_id, starts_at, minutes, "phone", by=make.COORDINATOR, now=now)
