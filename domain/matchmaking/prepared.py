"""From plan to proposals: the pairs of a plan are put ready, and sent when the coordinator says so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.matchmaking import plans, pool, proposals, requests
from domain.refused import Refused
from matching.crowd_text import read_outcome
from matching.hard import broken
from matching.people import Need, Offer
from matching.rank import Scored, as_json
from store.models import Buddy, PreparedProposal, Request
from store.queries.matchmaking import plans as found
from store.states import PlanState


@dataclass(frozen=True)
class Applied:
    """How many pairs were put ready; `fell` gives by request the buddy and the hard rules that came in the way.

    No rules: the request is no longer open, or the buddy stopped.
    """

    ready: int = 0
    fell: Mapping[int, tuple[int, tuple[str, ...]]] = field(default_factory=dict)


def apply(session: Session, plan_id: int, *, by: Actor, now: datetime) -> Applied:
    """Put the pairs of a plan ready in place of all that was ready before; nobody hears of it yet.

    Each pair is checked again under lock, and left out when it no longer holds. Twice is harmless. Raises
    `Refused("plan.replaced")` when the plan was put aside or replaced by a newer one.
    """
    staff_only(by)
    row = plans.locked(session, plan_id)
    if row.state is PlanState.APPLIED:
        return Applied(ready=len([one for one in found.prepared(session) if one.plan_id == plan_id]))
    if row.state is not PlanState.PREVIEW or row.result is None:
        raise Refused("plan.replaced")
    pairs = read_outcome(row.result).pairs
    buddies = {one: scored.buddy_id for one, scored in pairs.items()}
    _lock(session, buddies)
    fell = not_any_more(session, buddies, now)
    ready = {one: scored for one, scored in pairs.items() if one not in fell}
    session.execute(delete(PreparedProposal))
    session.add_all(_prepared(request_id, scored, plan_id, now) for request_id, scored in ready.items())
    row.state, row.applied_at = PlanState.APPLIED, now
    session.flush()
    facts = {"ready": len(ready), "fell": len(fell)}
    journal.record(session, "plan.applied", ("plan", plan_id), by=by, now=now, **facts)
    return Applied(len(ready), fell)


def send(session: Session, request_id: int, *, by: Actor, now: datetime) -> int:
    """Put the prepared pair to the buddy; gives the proposal. All is checked again: raises `Refused` as `propose` does.

    Raises `Refused("plan.not_ready")` when nothing is ready for this request.
    """
    staff_only(by)
    requests.locked(session, request_id)
    row = session.get(PreparedProposal, request_id, populate_existing=True)
    if row is None:
        raise Refused("plan.not_ready")
    return proposals.propose(session, request_id, row.buddy_id, by=by, now=now)


def send_all(session: Session, wanted: Iterable[int], *, by: Actor, now: datetime) -> dict[int, Refused | None]:
    """Send what is ready for these requests; what can't be sent any more stays, and gives why. Twice is harmless."""
    staff_only(by)
    chosen = set(wanted)
    ready = {one.request_id: one.buddy_id for one in found.prepared(session) if one.request_id in chosen}
    _lock(session, ready)
    return {request_id: _attempt(session, request_id, by, now) for request_id in sorted(ready)}


def put_away(session: Session, request_id: int, *, by: Actor, now: datetime) -> None:
    """Nothing is ready for this request any more. Twice is harmless."""
    staff_only(by)
    requests.locked(session, request_id)
    row = session.get(PreparedProposal, request_id, populate_existing=True)
    if row is None:
        return
    session.delete(row)
    journal.record(session, "plan.put_away", ("request", request_id), by=by, now=now, buddy=row.buddy_id)


def not_any_more(session: Session, pairs: Mapping[int, int], now: datetime) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Which of these pairs no longer hold, each with the rules in the way; who is first in `pairs` has the place."""
    needs = {one.request_id: one for one in pool.needs(session)}
    offers = {one.buddy_id: one for one in pool.offers(session, now)}
    taken: Counter[int] = Counter()
    fell = {}
    for request_id, buddy_id in pairs.items():
        keys = _in_the_way(needs.get(request_id), offers.get(buddy_id), taken[buddy_id])
        if keys is None:
            taken[buddy_id] += 1
        else:
            fell[request_id] = buddy_id, keys
    return fell


def _in_the_way(need: Need | None, offer: Offer | None, taken: int) -> tuple[str, ...] | None:
    if need is None or offer is None:
        return ()
    return broken(need, replace(offer, load=offer.load + taken)) or None


def _attempt(session: Session, request_id: int, by: Actor, now: datetime) -> Refused | None:
    try:
        with session.begin_nested():
            send(session, request_id, by=by, now=now)
    except Refused as refused:
        return refused
    return None


def _lock(session: Session, pairs: Mapping[int, int]) -> None:
    """Requests before buddies, each in order: nobody waits for us while we wait for them."""
    session.execute(select(Request.id).where(Request.id.in_(pairs)).order_by(Request.id).with_for_update())
    session.execute(select(Buddy.id).where(Buddy.id.in_(set(pairs.values()))).order_by(Buddy.id).with_for_update())


def _prepared(request_id: int, scored: Scored, plan_id: int, now: datetime) -> PreparedProposal:
    return PreparedProposal(
        request_id=request_id,
        buddy_id=scored.buddy_id,
        plan_id=plan_id,
        score=scored.score,
        reasons=as_json(scored),
        prepared_at=now,
    )
