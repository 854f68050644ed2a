"""The buddy who said yes, as the parent sees them before their own yes: a first name and what they share."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from store.models import Buddy, BuddyTopic, Proposal, Request, RequestTopic, Topic
from store.queries.choices import topic_name
from store.states import ProposalState


@dataclass(frozen=True)
class Offered:
    """No surname, no place, no way to reach them; `topics` are those that both named, possibly none."""

    proposal_id: int
    request_id: int
    first_name: str
    topics: tuple[str, ...]
    contact_modes: tuple[str, ...]
    style: str | None
    agreed_at: datetime
    answer_by: datetime


def to_parent(session: Session, request_id: int) -> Offered | None:
    """The buddy whom this parent is asked about now."""
    return _offered(session, select(Proposal.id).where(Proposal.request_id == request_id))


def of_proposal(session: Session, proposal_id: int) -> Offered | None:
    """As `to_parent`, for one proposal; None unless the buddy said yes and the parent did not answer yet."""
    return _offered(session, select(Proposal.id).where(Proposal.id == proposal_id))


def _offered(session: Session, among: Select[int]) -> Offered | None:
    query = select(Proposal, Buddy, Request).join(Proposal.buddy).join(Proposal.request)
    row = session.execute(query.where(Proposal.id.in_(among), Proposal.state == ProposalState.AGREED)).one_or_none()
    if row is None:
        return None
    proposal, buddy, request = row
    shared = [mode for mode in buddy.contact_modes if not request.contact_modes or mode in request.contact_modes]
    return Offered(
        proposal_id=proposal.id,
        request_id=request.id,
        first_name=buddy.name.partition(" ")[0],
        topics=_shared_topics(session, proposal),
        contact_modes=tuple(shared),
        style=buddy.style,
        agreed_at=proposal.agreed_at or proposal.created_at,
        answer_by=proposal.answer_by,
    )


def _shared_topics(session: Session, proposal: Proposal) -> tuple[str, ...]:
    query = (
        select(Topic)
        .join(RequestTopic, RequestTopic.topic_code == Topic.code)
        .join(BuddyTopic, BuddyTopic.topic_code == Topic.code)
        .where(RequestTopic.request_id == proposal.request_id, BuddyTopic.buddy_id == proposal.buddy_id)
    )
    return tuple(topic_name(one) for one in session.scalars(query.order_by(Topic.position)))
