"""Proposals: one request put to one buddy, who says yes (`agreement`), no, or nothing in time."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, journal, links, time_limits
from domain.actors import Actor, Role
from domain.allowed import own_or_staff, staff_only
from domain.buddying import buddies
from domain.matchmaking import pair_wishes, requests, shortlist
from domain.refused import Refused
from matching.explain import why_not
from matching.rank import Ranking, Scored, as_json
from store.models import PreparedProposal, Proposal, Request
from store.queries.buddying.buddies import WAITING
from store.states import LinkPurpose, ProposalState, RequestState

LINK_LIVES_ON = timedelta(days=30)
BUDDY, PARENT = "buddy", "parent"


def propose(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> int:
    """Put a request to a buddy, who has a day to answer; score and reasons are stored as they are now.

    The hard rules, capacity among them, are checked again under lock. The same proposal twice is harmless. What a plan
    had prepared for this request is used up. Raises `Refused` when the request is not open, when somebody else is
    asked, or when a hard rule is broken.
    """
    staff_only(by)
    request = requests.locked(session, request_id)
    buddies.locked(session, buddy_id)
    waiting = current(session, request_id)
    if waiting and waiting.buddy_id == buddy_id:
        return waiting.id
    if waiting or request.state is not RequestState.OPEN:
        raise Refused("proposal.not_open")
    best = _fitting(shortlist.of_one(session, request_id, buddy_id, now=now))
    row = _new(session, request_id, best, now)
    session.add(row)
    request.state, request.changed_at = RequestState.PROPOSED, now
    session.flush()
    facts = {"request": request_id, "buddy": buddy_id, "score": best.score}
    journal.record(session, "proposal.sent", ("proposal", row.id), by=by, now=now, **facts)
    return row.id


def decline(session: Session, proposal_id: int, reason: str | None = None, *, by: Actor, now: datetime) -> None:
    """The buddy says no, with or without one of the listed reasons: the next may be asked. Twice is harmless.

    A buddy who said yes may still say no as long as the parent did not answer.
    """
    proposal, request = locked(session, proposal_id)
    own_or_staff(by, proposal.buddy_id)
    if proposal.state is ProposalState.DECLINED and proposal.declined_by == BUDDY:
        return
    check_open(proposal, now)
    if reason is not None:
        term = catalogue.entry(session, "term", f"decline_reason.{reason}")
        if term.data.get("acquainted"):
            pair_wishes.acquainted(session, request.id, proposal.buddy_id, by=by, now=now)
    proposal.decline_reason, proposal.declined_by = reason, BUDDY
    finish(proposal, request, ProposalState.DECLINED, now)
    journal.record(session, "proposal.declined", ("proposal", proposal_id), by=by, now=now, reason=reason)


def withdraw(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> None:
    """The coordinator takes the question back before both said yes. Twice is harmless."""
    staff_only(by)
    proposal, request = locked(session, proposal_id)
    if proposal.state is ProposalState.WITHDRAWN:
        return
    if proposal.state not in WAITING:
        raise Refused("proposal.answered")
    finish(proposal, request, ProposalState.WITHDRAWN, now)
    journal.record(session, "proposal.withdrawn", ("proposal", proposal_id), by=by, now=now)


def link(session: Session, proposal_id: int, *, now: datetime) -> str:
    """A secret for `<public_url>/link/<secret>`, where the buddy answers; it outlives the answer."""
    until = _found(session, proposal_id).answer_by + LINK_LIVES_ON
    return links.make(session, LinkPurpose.PROPOSAL, proposal_id, until=until, now=now)


def answering(session: Session, proposal_id: int) -> Actor:
    """The buddy who was asked: whoever holds the link of the letter acts as them."""
    proposal = _found(session, proposal_id)
    return Actor(name=f"buddy:{proposal.buddy_id}", roles=frozenset({Role.BUDDY}), buddy_id=proposal.buddy_id)


def current(session: Session, request_id: int) -> Proposal | None:
    """The proposal of this request that waits for the buddy or for the parent; there is at most one."""
    return session.scalar(select(Proposal).where(Proposal.request_id == request_id, Proposal.state.in_(WAITING)))


def locked(session: Session, proposal_id: int) -> tuple[Proposal, Request]:
    """A proposal with its request as they are now; the lock is on the request."""
    request = requests.locked(session, _found(session, proposal_id).request_id)
    # Read again: it may have been answered while we waited for the lock on its request.
    return session.get_one(Proposal, proposal_id, populate_existing=True), request


def finish(proposal: Proposal, request: Request, state: ProposalState, now: datetime) -> None:
    """End a proposal without a match: the request is open again."""
    proposal.state, proposal.answered_at = state, now
    request.state, request.changed_at = RequestState.OPEN, now


def check_open(proposal: Proposal, now: datetime) -> None:
    """Raise a kind `Refused` when there is nothing left to answer; what waits for the parent does not end by itself."""
    if proposal.state is ProposalState.WITHDRAWN:
        raise Refused("proposal.withdrawn")
    if proposal.state in (ProposalState.ACCEPTED, ProposalState.DECLINED):
        raise Refused("proposal.answered")
    late = proposal.state is ProposalState.SENT and now >= proposal.answer_by
    if late or proposal.state is ProposalState.EXPIRED:
        raise Refused("proposal.expired")


def _new(session: Session, request_id: int, best: Scored, now: datetime) -> Proposal:
    return Proposal(
        request_id=request_id,
        buddy_id=best.buddy_id,
        score=best.score,
        reasons=as_json(best),
        answer_by=now + time_limits.load(session).buddy_answer,
        plan_id=_used_up(session, request_id, best.buddy_id),
        created_at=now,
    )


def _used_up(session: Session, request_id: int, buddy_id: int) -> int | None:
    """The plan that had prepared precisely this pair; nothing stays prepared for the request."""
    prepared = session.get(PreparedProposal, request_id, populate_existing=True)
    if prepared is None:
        return None
    session.delete(prepared)
    return prepared.plan_id if prepared.buddy_id == buddy_id else None


def _fitting(ranking: Ranking) -> Scored:
    if ranking.shortlist:
        return ranking.shortlist[0]
    for _buddy_id, broken in ranking.refused:
        raise Refused("proposal.does_not_fit", why=", ".join(why_not(broken)))
    raise Refused("not_found")  # the buddy stopped


def _found(session: Session, proposal_id: int) -> Proposal:
    found = session.get(Proposal, proposal_id)
    if found is None:
        raise Refused("not_found")
    return found
