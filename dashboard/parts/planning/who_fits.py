"""Who fits one request: the best three with reasons and what each costs in the plan, or what would help."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.candidates import Beside, shortlist, shown
from dashboard.parts.planning.pair_words import pair_menu, what_was_said
from dashboard.parts.planning.request_in_plan import InPlan, in_plan, nobody_fits
from domain.matchmaking.shortlist import of_all
from i18n import _
from store.queries.buddying import buddies
from store.queries.matchmaking import pair_wishes
from store.sessions import Session


def who_fits(session: Session, request_id: int, now: datetime, *, everybody: bool) -> list[Component | None]:
    """What the coordinator reads before choosing, and what was said about buddies for this request."""
    ranking = of_all(session, request_id, now=now)
    said = pair_wishes.of_request(session, request_id)
    wanted = shown(ranking, everybody=everybody)
    names = buddies.names(session, [*wanted, *(one.buddy_id for one in said)])
    plan = in_plan(session, request_id, now) if ranking.shortlist else InPlan()
    menus = {one: pair_menu(one, names.get(one, "")) for one in wanted}
    helps = nobody_fits(session, request_id, now) if ranking.refused and not ranking.shortlist else None
    beside = Beside(plan.beside, menus, helps)
    return [
        html.H2(_("Wie past hier het best bij?")),
        plan.head,
        shortlist(ranking, names, beside, everybody=everybody),
        what_was_said(said, names),
    ]
