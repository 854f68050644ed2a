"""Plans: a buddy for everybody at once, looked at first, put right by staff, and only then carried out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.matchmaking import pool, shortlist, still_wanted, weights
from domain.matchmaking.solved_plan import solved_text
from domain.refused import Refused
from matching.crowd_text import crowd_text, outcome_text, read_crowd, read_outcome
from matching.everybody import Asker, Crowd, Outcome, Solved, solve
from matching.rules import RULES
from store.models import MatchPlan
from store.queries.matchmaking import plans
from store.states import PlanState

DAYS_IN_WEEK = 7


def make(session: Session, *, by: Actor, now: datetime) -> int:
    """Make a plan of the people as they are now and show it to staff: nobody is asked yet.

    What staff decided in the last plan that was not put aside still holds. A plan that was only looked at is replaced.
    """
    staff_only(by)
    before = plans.newest(session)
    decided = _crowd(before) if before and before.line.state is not PlanState.DROPPED else None
    plan_id = _store(session, crowd_now(session, now, decided=decided), by=by, now=now)
    journal.record(session, "plan.made", ("plan", plan_id), by=by, now=now)
    return plan_id


def pin(session: Session, plan_id: int, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> int:
    """Insist on this pair; gives the new plan, of the people as they are now.

    Raises `Refused("plan.replaced")` when the plan is no longer being looked at.
    """
    crowd = _decided(session, plan_id, by)
    pins = {**crowd.pins, request_id: buddy_id}
    changed = replace(crowd, pins=pins, forbidden=crowd.forbidden - {(request_id, buddy_id)})
    return _adjusted(session, changed, "pin", (request_id, buddy_id), by=by, now=now)


def forbid(session: Session, plan_id: int, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> int:
    """Not this pair; gives the new plan. Raises `Refused` as `pin` does."""
    crowd = _decided(session, plan_id, by)
    pins = {one: other for one, other in crowd.pins.items() if (one, other) != (request_id, buddy_id)}
    changed = replace(crowd, pins=pins, forbidden=crowd.forbidden | {(request_id, buddy_id)})
    return _adjusted(session, changed, "forbid", (request_id, buddy_id), by=by, now=now)


def take_back(session: Session, plan_id: int, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> int:
    """No longer insist on this pair, or forbid it; gives the new plan. Raises `Refused` as `pin` does."""
    crowd = _decided(session, plan_id, by)
    pins = {one: other for one, other in crowd.pins.items() if (one, other) != (request_id, buddy_id)}
    changed = replace(crowd, pins=pins, forbidden=crowd.forbidden - {(request_id, buddy_id)})
    return _adjusted(session, changed, "take_back", (request_id, buddy_id), by=by, now=now)


def drop(session: Session, plan_id: int, *, by: Actor, now: datetime) -> None:
    """Put a plan aside that was only looked at, with all that staff decided in it. Twice is harmless."""
    staff_only(by)
    row = locked(session, plan_id)
    if row.state is PlanState.DROPPED:
        return
    if row.state is not PlanState.PREVIEW:
        raise Refused("plan.replaced")
    row.state = PlanState.DROPPED
    journal.record(session, "plan.dropped", ("plan", plan_id), by=by, now=now)


def crowd_now(session: Session, now: datetime, *, decided: Crowd | None = None) -> Crowd:
    """Every open request and every buddy as they are now, the weights of staff, and what staff decided earlier.

    A request that was put to a buddy is not open, and that buddy's place counts as taken: both stay as they are. Who
    waits so long that we ask first whether a buddy is still wanted is left out.
    """
    unheard = still_wanted.unheard(session, now)
    needs = [one for one in pool.needs(session) if one.request_id not in unheard]
    waiting = {one.request_id: one for one in pool.waiting(session)}
    askers = tuple(
        Asker(need, waiting[need.request_id].days(now) // DAYS_IN_WEEK, waiting[need.request_id].urgency)
        for need in needs
    )
    ids = {need.request_id for need in needs}
    return Crowd(
        askers,
        pool.offers(session, now),
        effective(shortlist.weights(session)),
        pins={one: other for one, other in decided.pins.items() if one in ids} if decided else {},
        kept={one.request_id: one.buddy_id for one in plans.prepared(session)},
        forbidden=_about(ids, decided.forbidden) if decided else frozenset(),
        load_weight=weights.spread(session),
    )


def effective(weights: dict[str, int]) -> dict[str, int]:
    """The weight of every rule, the product's own where staff set none: what a plan needs to be reckoned again."""
    return {rule.key: weights.get(rule.key, rule.weight) for rule in RULES}


def stored(plan: plans.Plan) -> tuple[Crowd, Outcome]:
    """What went into a plan and what came out; raises `Refused("plan.erased")` when it is too old."""
    if plan.input is None or plan.result is None:
        raise Refused("plan.erased")
    return read_crowd(plan.input), read_outcome(plan.result)


def replay(plan: plans.Plan) -> tuple[Solved, bool]:
    """The plan reckoned again from what went into it, and whether the same came out. Raises as `stored` does."""
    crowd, outcome = stored(plan)
    solved = solve(crowd)
    return solved, solved.outcome == outcome


def locked(session: Session, plan_id: int) -> MatchPlan:
    """The plan's row as it is now; whoever changes or applies it holds this lock first."""
    row = session.get(MatchPlan, plan_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def _decided(session: Session, plan_id: int, by: Actor) -> Crowd:
    """The crowd of a plan that is being looked at, under lock."""
    staff_only(by)
    row = locked(session, plan_id)
    if row.state is not PlanState.PREVIEW or row.input is None:
        raise Refused("plan.replaced")
    return read_crowd(row.input)


def _adjusted(session: Session, decided: Crowd, what: str, pair: tuple[int, int], *, by: Actor, now: datetime) -> int:
    plan_id = _store(session, crowd_now(session, now, decided=decided), by=by, now=now)
    request_id, buddy_id = pair
    facts = {"request": request_id, "buddy": buddy_id, "what": what}
    journal.record(session, "plan.adjusted", ("plan", plan_id), by=by, now=now, **facts)
    return plan_id


def _store(session: Session, crowd: Crowd, *, by: Actor, now: datetime) -> int:
    text = crowd_text(crowd)
    solved = solved_text(text)
    previews = select(MatchPlan.id).where(MatchPlan.state == PlanState.PREVIEW)
    session.execute(update(MatchPlan).where(MatchPlan.id.in_(previews)).values(state=PlanState.DROPPED))
    row = MatchPlan(
        made_by=by.label,
        made_at=now,
        weights=dict(crowd.weights),
        asked=len(crowd.askers),
        served=len(solved.outcome.pairs),
        input=text,
        result=outcome_text(solved.outcome),
    )
    session.add(row)
    session.flush()
    return row.id


def _crowd(plan: plans.Plan) -> Crowd | None:
    return read_crowd(plan.input) if plan.input else None


def _about(requests: Iterable[int], pairs: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset(pair for pair in pairs if pair[0] in set(requests))
