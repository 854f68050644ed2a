"""Both sides say yes: first the buddy, then the parent, and a match starts at the second yes."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import catalogue, journal, time_limits
from domain.actors import Actor
from domain.allowed import own_or_staff, parent_or_staff
from domain.buddying import buddies
from domain.care import care
from domain.matchmaking import pair_wishes, pool, proposals
from domain.post.quiet_hours import answerable
from domain.refused import Refused
from matching.hard import broken
from store.models import Buddy, Match, Proposal, Request
from store.states import ProposalState, RequestState

# What must still hold when a match starts. Wishes and pauses were weighed by who said yes; room is counted apart.
MUST_HOLD = frozenset({"untrained", "certificate", "consent", "earlier", "acquainted", "veto"})


def accept_for_buddy(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> None:
    """The buddy says yes: the parent is asked now, and has some days to answer. Twice is harmless.

    Room is counted again under lock: raises `Refused("proposal.full")` when the last place was taken meanwhile, and a
    kind one when the proposal was withdrawn, has expired, or was answered with no.
    """
    proposal, request = proposals.locked(session, proposal_id)
    own_or_staff(by, proposal.buddy_id)
    buddy = buddies.locked(session, proposal.buddy_id)
    if proposal.state in (ProposalState.AGREED, ProposalState.ACCEPTED):
        return
    proposals.check_open(proposal, now)
    if buddy.stopped_at is not None or buddies.running(session, buddy.id) + _agreed(session, buddy) >= buddy.max_load:
        raise Refused("proposal.full")
    proposal.state, proposal.agreed_at, proposal.reminded_at = ProposalState.AGREED, now, None
    proposal.answer_by = answerable(now + time_limits.load(session).parent_answer)
    request.changed_at = now
    journal.record(session, "proposal.agreed", ("proposal", proposal_id), by=by, now=now)


def accept_for_parent(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> int:
    """The parent says yes, or staff who asked by phone: the match starts. Returns its id, the same one the second time.

    Room and the hard rules that can't be waived are checked again under lock. Raises `Refused("proposal.no_room_left")`
    when the buddy can't after all (then `fall_through` lets the request go on), and a kind one when the proposal is
    over. A yes after the time to answer counts as long as nobody ended the proposal.
    """
    parent_or_staff(by)
    proposal, request = proposals.locked(session, proposal_id)
    buddy = buddies.locked(session, proposal.buddy_id)
    if proposal.state is ProposalState.ACCEPTED:
        return session.scalars(select(Match.id).where(Match.proposal_id == proposal_id)).one()
    _check_agreed(proposal, now)
    if not _is_possible(session, proposal, buddy, now):
        raise Refused("proposal.no_room_left")
    proposal.state, proposal.answered_at = ProposalState.ACCEPTED, now
    journal.record(session, "proposal.accepted", ("proposal", proposal_id), by=by, now=now)
    return _start(session, proposal, request, by=by, now=now)


def decline_for_parent(
    session: Session, proposal_id: int, reason: str | None = None, *, by: Actor, now: datetime
) -> None:
    """The parent says no, with or without one of the listed reasons: the next may be asked. Twice is harmless."""
    parent_or_staff(by)
    proposal, request = proposals.locked(session, proposal_id)
    if proposal.state is ProposalState.DECLINED and proposal.declined_by == proposals.PARENT:
        return
    _check_agreed(proposal, now)
    if reason is not None:
        term = catalogue.entry(session, "term", f"parent_decline_reason.{reason}")
        if term.data.get("acquainted"):
            pair_wishes.acquainted(session, request.id, proposal.buddy_id, by=by, now=now)
    proposal.decline_reason, proposal.declined_by = reason, proposals.PARENT
    request.wanted_at = now  # who says no to this buddy looks for another: that is a fresh word
    proposals.finish(proposal, request, ProposalState.DECLINED, now)
    journal.record(session, "proposal.parent_declined", ("proposal", proposal_id), by=by, now=now, reason=reason)


def fall_through(session: Session, proposal_id: int, *, by: Actor, now: datetime) -> None:
    """End a proposal whose buddy can't after all: the request is open for the next. Harmless when they can, or twice.

    The parent did nothing wrong, so the waiting time stays.
    """
    parent_or_staff(by)
    proposal, request = proposals.locked(session, proposal_id)
    buddy = buddies.locked(session, proposal.buddy_id)
    if proposal.state is not ProposalState.AGREED or _is_possible(session, proposal, buddy, now):
        return
    proposals.finish(proposal, request, ProposalState.WITHDRAWN, now)
    journal.record(session, "proposal.fell_through", ("proposal", proposal_id), by=by, now=now)


def _start(session: Session, proposal: Proposal, request: Request, *, by: Actor, now: datetime) -> int:
    request.state, request.changed_at = RequestState.MATCHED, now
    match = Match(proposal_id=proposal.id, request_id=request.id, buddy_id=proposal.buddy_id, started_at=now)
    session.add(match)
    session.flush()
    journal.record(session, "match.started", ("match", match.id), by=by, now=now)
    care.plan(session, match, now=now)
    return match.id


def _check_agreed(proposal: Proposal, now: datetime) -> None:
    if proposal.state is ProposalState.SENT:
        raise Refused("proposal.not_agreed")
    proposals.check_open(proposal, now)


def _is_possible(session: Session, proposal: Proposal, buddy: Buddy, now: datetime) -> bool:
    if buddy.stopped_at is not None or buddies.running(session, buddy.id) >= buddy.max_load:
        return False
    (offer,) = pool.offers(session, now, buddy.id)
    return MUST_HOLD.isdisjoint(broken(pool.need(session, proposal.request_id), offer))


def _agreed(session: Session, buddy: Buddy) -> int:
    """How many parents are being asked on the word of this buddy."""
    query = select(func.count()).where(Proposal.buddy_id == buddy.id, Proposal.state == ProposalState.AGREED)
    return session.scalar(query) or 0
