"""How it stands with plans: who waits, what is looked at, what is ready; read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dashboard.parts.planning.plan_people import People, people
from domain.matchmaking import prepared, still_wanted
from domain.matchmaking.solved_plan import solved
from matching.everybody import Solved
from store.queries.matchmaking import plans as found
from store.queries.matchmaking import requests
from store.queries.matchmaking.plans import Plan, Prepared
from store.sessions import Session
from store.states import PlanState, RequestState


@dataclass(frozen=True)
class Situation:
    """`locked` parents have a buddy who was asked, `unheard` must first say that they still want one.

    `solved` belongs to `plan`, the one that is being looked at. `fell` gives of the ready pairs that no longer hold the
    rules in the way.
    """

    open: frozenset[int]
    locked: int
    unheard: int
    plan: Plan | None
    solved: Solved | None
    ready: tuple[Prepared, ...]
    fell: Mapping[int, tuple[int, tuple[str, ...]]]
    who: People

    @property
    def changed_since(self) -> bool:
        """Whether other parents wait than those in the plan."""
        return self.solved is not None and set(self.solved.crowd.asker) != set(self.open)


def situation(session: Session, now: datetime) -> Situation:
    """Asks as much of the database for one parent as for hundreds."""
    waiting = requests.listed(session, (RequestState.OPEN, RequestState.PROPOSED))
    every_open = {one.id for one in waiting if one.state is RequestState.OPEN}
    unheard = still_wanted.unheard(session, now)
    still_open = frozenset(every_open - unheard)
    plan = found.newest(session, state=PlanState.PREVIEW)
    reckoned = solved(plan) if plan else None
    ready = found.prepared(session)
    pairs = {one.request_id: one.buddy_id for one in ready}
    fell = prepared.not_any_more(session, pairs, now) if pairs else {}
    about = still_open | pairs.keys() | (reckoned.crowd.asker.keys() if reckoned else set())
    who = people(session, about, now)
    return Situation(still_open, len(waiting) - len(every_open), len(unheard), plan, reckoned, ready, fell, who)
