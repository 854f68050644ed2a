"""One request against the plan as it stands: what another buddy would cost, or what would help who has nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import badge, card, link_button, notice
from dashboard.parts.planning.plan_ids import PATH
from dashboard.parts.planning.plan_others import what_forcing_costs
from dashboard.parts.planning.plan_people import People, people
from dashboard.parts.planning.plan_unmatched import why
from domain.matchmaking import plans
from domain.matchmaking.solved_plan import solved
from i18n import _
from matching.everybody import Crowd, solve
from matching.insist import Choice, choices
from matching.near_misses import explain
from store.queries.matchmaking import plans as found
from store.queries.matchmaking.plans import Plan
from store.sessions import Session
from store.states import PlanState


@dataclass(frozen=True)
class InPlan:
    """`beside` has by buddy what to say about choosing them; empty when no plan knows this request."""

    head: Component | None = None
    beside: Mapping[int, list[Component]] = field(default_factory=dict)


def in_plan(session: Session, request_id: int, now: datetime) -> InPlan:
    """Against the plan that is being looked at, or else the one from which a proposal for this request is ready."""
    plan = _plan(session, request_id)
    if plan is None or plan.input is None:
        return InPlan()
    reckoned = solved(plan)
    if request_id not in reckoned.crowd.asker:
        return InPlan()
    who = people(session, tuple(reckoned.crowd.asker), now)
    pair = reckoned.outcome.pairs.get(request_id)
    chosen = pair.buddy_id if pair else None
    beside = {one.scored.buddy_id: _beside(one, chosen, who) for one in choices(reckoned, request_id).best}
    return InPlan(_head(chosen, who), beside)


def nobody_fits(session: Session, request_id: int, now: datetime) -> Component | None:
    """What is missing and the smallest change that would help, of the people as they are now."""
    crowd: Crowd = plans.crowd_now(session, now)
    if request_id not in crowd.asker:
        return None
    who = people(session, (request_id,), now)
    one = explain(solve(crowd), request_id)
    return card(*why(one, len(crowd.offers), who, here=True), title=_("Wat zou helpen"), className="plan-why")


def _plan(session: Session, request_id: int) -> Plan | None:
    looked_at = found.newest(session, state=PlanState.PREVIEW)
    if looked_at is not None:
        return looked_at
    ready = next((one for one in found.prepared(session) if one.request_id == request_id), None)
    return found.one(session, ready.plan_id) if ready and ready.plan_id else None


def _head(buddy_id: int | None, who: People) -> Component:
    if buddy_id is None:
        said = _("In het plan heeft deze ouder nog geen buddy. Bij elke buddy leest u wat het kost.")
    else:
        name = who.buddy(buddy_id)
        said = _("In het plan staat {name}. Bij een andere buddy leest u wat dat kost.", name=name)
    return notice(html.P(said), link_button(_("Naar het plan"), PATH, primary=False), symbol="network")


def _beside(one: Choice, chosen: int | None, who: People) -> list[Component]:
    if one.scored.buddy_id == chosen:
        return [html.Div(badge(_("staat in het plan"), "good", symbol="check"))]
    return what_forcing_costs(one, who)
