"""Proposals: one request put to one buddy, who says yes, no, or nothing in time."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue, journal, links
from domain.actors import Actor, Role
from domain.allowed import own_or_staff, staff_only
from domain.buddying import buddies, requests, shortlist
from domain.refused import Refused
from matching.explain import why_not
from matching.rank import Ranking, Scored, as_json
from store.models import Match, Proposal, Request
from store.states import LinkPurpose, ProposalState, RequestState

ANSWER_WITHIN = timedelta(hours=24)
LINK_LIVES_ON = timedelta(days=30)


def propose(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> int:
    """Put a request to a buddy, who has a day to answer; score and reasons are stored as they are now.

    The hard rules, capacity among them, are checked again under lock. The same proposal twice is harmless.
    Raises `Refused` when the request is not open, when somebody else is asked, or when a hard rule is broken.
    """
    staff_only(by)
    request = requests.locked(session, request_id)
    buddies.locked(session, buddy_id)
    waiting = _waiting(session, request_id)
    if waiting and waiting.buddy_id == buddy_id:
        return waiting.id
    if waiting or request.state is not RequestState.OPEN:
        raise Refused("proposal.not_open")
    best = _fitting(shortlist.of_one(session, request_id, buddy_id, now=now))
    row = _sent(request_id, buddy_id, best, now)
    session.add(row)
    request.state, request.changed_at = RequestState.PROPOSED, now
    session.flush()
    facts = {"request": request_id, "buddy": buddy_id, "score": best.score}
    journal.record(session, "proposal.sent", ("proposal", row.id), by=by, now=now, **facts)
    return row.id


def accept(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> int:
    """The buddy says yes: the match starts at once. Returns its id, the same one when the yes came before.

    Room is counted again under lock: raises `Refused("proposal.full")` when the last place was taken meanwhile, and a
    kind one when the proposal was withdrawn, has expired, or was answered with no.
    """
    proposal, request = _locked(session, proposal_id)
    own_or_staff(by, proposal.buddy_id)
    buddy = buddies.locked(session, proposal.buddy_id)
    if proposal.state is ProposalState.ACCEPTED:
        return session.scalars(select(Match.id).where(Match.proposal_id == proposal_id)).one()
    _check_open(proposal, now)
    if buddy.stopped_at is not None or buddies.running(session, buddy.id) >= buddy.max_load:
        raise Refused("proposal.full")
    proposal.state, proposal.answered_at = ProposalState.ACCEPTED, now
    request.state, request.changed_at = RequestState.MATCHED, now
    match = Match(proposal_id=proposal_id, request_id=request.id, buddy_id=buddy.id, started_at=now)
    session.add(match)
    session.flush()
    journal.record(session, "proposal.accepted", ("proposal", proposal_id), by=by, now=now)
    journal.record(session, "match.started", ("match", match.id), by=by, now=now)
    return match.id


def decline(session: Session, proposal_id: int, reason: str | None = None, *, by: Actor, now: datetime) -> None:
    """The buddy says no, with or without one of the listed reasons: the next may be asked. Twice is harmless."""
    proposal, request = _locked(session, proposal_id)
    own_or_staff(by, proposal.buddy_id)
    if proposal.state is ProposalState.DECLINED:
        return
    _check_open(proposal, now)
    if reason is not None:
        catalogue.entry(session, "term", f"decline_reason.{reason}")
    proposal.decline_reason = reason
    _finish(proposal, request, ProposalState.DECLINED, now)
    journal.record(session, "proposal.declined", ("proposal", proposal_id), by=by, now=now, reason=reason)


def withdraw(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> None:
    """The coordinator takes the question back before it was answered. Twice is harmless."""
    staff_only(by)
    proposal, request = _locked(session, proposal_id)
    if proposal.state is ProposalState.WITHDRAWN:
        return
    if proposal.state is not ProposalState.SENT:
        raise Refused("proposal.answered")
    _finish(proposal, request, ProposalState.WITHDRAWN, now)
    journal.record(session, "proposal.withdrawn", ("proposal", proposal_id), by=by, now=now)


def expire(session: Session, *, by: Actor, now: datetime) -> int:
    """End every proposal whose time is over, so that the next can be asked. Returns how many; twice is harmless."""
    due = select(Proposal.id).where(Proposal.state == ProposalState.SENT, Proposal.answer_by <= now)
    # In the order of their requests, which are locked one by one: two clocks can't wait for each other.
    ordered = session.scalars(due.order_by(Proposal.request_id)).all()
    return sum(_expire(session, each, by=by, now=now) for each in ordered)


def link(session: Session, proposal_id: int, *, now: datetime) -> str:
    """A secret for `<public_url>/link/<secret>`, where the buddy answers; it outlives the answer."""
    until = _found(session, proposal_id).answer_by + LINK_LIVES_ON
    return links.make(session, LinkPurpose.PROPOSAL, proposal_id, until=until, now=now)


def answering(session: Session, proposal_id: int) -> Actor:
    """The buddy who was asked: whoever holds the link of the letter acts as them."""
    proposal = _found(session, proposal_id)
    return Actor(name=f"buddy:{proposal.buddy_id}", roles=frozenset({Role.BUDDY}), buddy_id=proposal.buddy_id)


def _expire(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> bool:
    proposal, request = _locked(session, proposal_id)
    if proposal.state is not ProposalState.SENT:
        return False
    _finish(proposal, request, ProposalState.EXPIRED, now)
    journal.record(session, "proposal.expired", ("proposal", proposal_id), by=by, now=now)
    return True


def _finish(proposal: Proposal, request: Request, state: ProposalState, now: datetime) -> None:
    proposal.state, proposal.answered_at = state, now
    request.state, request.changed_at = RequestState.OPEN, now


def _fitting(ranking: Ranking) -> Scored:
    if ranking.shortlist:
        return ranking.shortlist[0]
    for _buddy_id, broken in ranking.refused:
        raise Refused("proposal.does_not_fit", why=", ".join(why_not(broken)))
    raise Refused("not_found")  # the buddy stopped


def _sent(request_id: int, buddy_id: int, best: Scored, now: datetime) -> Proposal:
    return Proposal(
        request_id=request_id,
        buddy_id=buddy_id,
        score=best.score,
        reasons=as_json(best),
        answer_by=now + ANSWER_WITHIN,
        created_at=now,
    )


def _waiting(session: Session, request_id: int) -> Proposal | None:
    return session.scalar(
        select(Proposal).where(Proposal.request_id == request_id, Proposal.state == ProposalState.SENT)
    )


def _locked(session: Session, proposal_id: int) -> tuple[Proposal, Request]:
    request = requests.locked(session, _found(session, proposal_id).request_id)
    # Read again: it may have been answered while we waited for the lock on its request.
    return session.get_one(Proposal, proposal_id, populate_existing=True), request


def _found(session: Session, proposal_id: int) -> Proposal:
    found = session.get(Proposal, proposal_id)
    if found is None:
        raise Refused("not_found")
    return found


def _check_open(proposal: Proposal, now: datetime) -> None:
    if proposal.state is ProposalState.WITHDRAWN:
        raise Refused("proposal.withdrawn")
    if proposal.state in (ProposalState.ACCEPTED, ProposalState.DECLINED):
        raise Refused("proposal.answered")
    if proposal.state is ProposalState.EXPIRED or now >= proposal.answer_by:
        raise Refused("proposal.expired")
