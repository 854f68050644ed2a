"""Time that runs out on a proposal: a reminder by daylight, the end of a buddy's day, a parent who stays silent."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from domain import journal, time_limits
from domain.actors import Actor
from domain.local_time import instant, wall
from domain.matchmaking import proposals
from domain.post.quiet_hours import EVENING, is_quiet, waking
from domain.time_limits import TimeLimits
from store.models import JournalLine, Proposal, Request
from store.queries.buddying.buddies import WAITING
from store.states import ProposalState

DAY = timedelta(days=1)
LAST_POST = time(19, 45)  # what would fall in the night goes at the last moment of the evening before
SILENT = "proposal.parent_silent"


def tend(session: Session, *, by: Actor, now: datetime) -> int:
    """Remind who did not answer yet and end what is over; gives how many proposals were touched. Twice is harmless."""
    _lock_all(session, now)
    return expire(session, by=by, now=now) + _raise_silence(session, by=by, now=now) + remind(session, by=by, now=now)


def expire(session: Session, *, by: Actor, now: datetime) -> int:
    """End every proposal whose buddy did not answer in time, so that the next can be asked. Gives how many."""

    def end(proposal: Proposal, request: Request) -> bool:
        proposals.finish(proposal, request, ProposalState.EXPIRED, now)
        journal.record(session, "proposal.expired", ("proposal", proposal.id), by=by, now=now)
        return True

    return _each(session, _is_over(ProposalState.SENT, now), end)


def remind(session: Session, *, by: Actor, now: datetime) -> int:
    """Remind each buddy and parent once who has little time left to answer, never at night. Gives how many."""
    if is_quiet(now):
        return 0
    limits = time_limits.load(session)
    before = {ProposalState.SENT: limits.buddy_reminder, ProposalState.AGREED: limits.parent_reminder}
    kinds = {ProposalState.SENT: "proposal.reminded", ProposalState.AGREED: "proposal.parent_reminded"}

    def tell(proposal: Proposal, _request: Request) -> bool:
        asked_at = proposal.agreed_at or proposal.created_at
        if now < remind_at(asked_at, proposal.answer_by, before[proposal.state]):
            return False
        proposal.reminded_at = now
        journal.record(session, kinds[proposal.state], ("proposal", proposal.id), by=by, now=now)
        return True

    return _each(session, _to_remind(now, limits), tell)


def _lock_all(session: Session, now: datetime) -> None:
    """What the three rounds are about, in the one order that everybody keeps who locks several requests.

    A later round would begin at the front again, and wait for somebody who waits for what an earlier round holds.
    """
    over = Proposal.state.in_(WAITING) & (Proposal.answer_by <= now)
    near = _to_remind(now, time_limits.load(session))
    wanted = select(Proposal.request_id).where(over | near)
    session.execute(select(Request.id).where(Request.id.in_(wanted)).order_by(Request.id).with_for_update())


def _to_remind(now: datetime, limits: TimeLimits) -> ColumnElement[bool]:
    # Both clock changes included, no reminder comes earlier than this before its end.
    near = Proposal.answer_by.between(now, now + max(limits.buddy_reminder, limits.parent_reminder) + DAY)
    return Proposal.state.in_(WAITING) & Proposal.reminded_at.is_(None) & near


def remind_at(asked_at: datetime, answer_by: datetime, before: timedelta) -> datetime:
    """When somebody is reminded: `before` the end; from the night to the evening before, or else to the morning."""
    planned = answer_by - before
    if not is_quiet(planned):
        return planned
    day, at = wall(planned)
    evening = instant(day if at >= EVENING else day - DAY, LAST_POST)
    return evening if evening > asked_at else waking(planned)


def _raise_silence(session: Session, *, by: Actor, now: datetime) -> int:
    """A parent who is late loses nothing: it is written down once, and the coordinator calls."""

    def tell(proposal: Proposal, _request: Request) -> bool:
        subject = (JournalLine.subject_kind == "proposal", JournalLine.subject_id == proposal.id)
        if session.scalar(select(JournalLine.id).where(*subject, JournalLine.kind == SILENT).limit(1)):
            return False
        journal.record(session, SILENT, ("proposal", proposal.id), by=by, now=now)
        return True

    return _each(session, _is_over(ProposalState.AGREED, now), tell)


def _is_over(state: ProposalState, now: datetime) -> ColumnElement[bool]:
    return (Proposal.state == state) & (Proposal.answer_by <= now)


def _each(session: Session, condition: ColumnElement[bool], act: Callable[[Proposal, Request], bool]) -> int:
    """Do `act` to each proposal for which the condition still holds under the lock of its request."""
    # In the order of their requests, which are locked one by one: two clocks can't wait for each other.
    due = session.scalars(select(Proposal.id).where(condition).order_by(Proposal.request_id, Proposal.id)).all()
    return sum(_one(session, each, condition, act) for each in due)


def _one(
    session: Session, proposal_id: int, condition: ColumnElement[bool], act: Callable[[Proposal, Request], bool]
) -> bool:
    proposal, request = proposals.locked(session, proposal_id)
    still = session.scalar(select(Proposal.id).where(Proposal.id == proposal_id, condition))
    return still is not None and act(proposal, request)
