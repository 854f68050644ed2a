"""One plan as it was made: by whom, with which weights, who got whom; and the same answer reckoned once more."""

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import Column, card, icon, notice, page_header, table
from dashboard.parts.facts import Fact, facts
from dashboard.parts.planning.plan_history import made_by, state_of
from dashboard.parts.planning.plan_ids import PATH
from dashboard.parts.planning.plan_people import REQUESTS, People, people
from dashboard.parts.planning.plan_preview import proof
from dashboard.parts.tables import Cell
from domain import catalogue
from domain.matchmaking import plans
from domain.matchmaking.weights import CATALOGUE
from domain.refused import Refused
from domain.texts import say
from i18n import _, day_and_time, lazy
from matching.everybody import Crowd, Outcome
from store.queries import journal
from store.queries.matchmaking import plans as found
from store.queries.matchmaking.plans import Plan
from store.sessions import Session
from web.services import Services


def layout(number: int) -> Component:
    return html.Div([dcc.Store(id="one-plan-number", data=number), html.Div(id="one-plan")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("one-plan", "children"), Input("one-plan-number", "data"), roles=COORDINATOR)
    def show(number: int) -> Component:
        with services.database.reading() as session:
            plan = found.one(session, number)
            back = (PATH, _("Koppelen"))
            if plan is None:
                return page_header(_("Dit plan is er niet"), back=back)
            title = _("Plan van {when}", when=day_and_time(plan.line.made_at))
            parts = [page_header(title, back=back), _known(session, plan), *_contents(session, plan, services)]
            return html.Div(parts, className="stack")

    @callbacks(
        Output("plan-again", "children"),
        Input("plan-again-go", "n_clicks"),
        State("one-plan-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("plan-again-go", "loading"), True, False)],
    )
    def again(clicks: object, number: int) -> Component:
        if not clicks:
            raise PreventUpdate
        with services.database.reading() as session:
            plan = found.one(session, number)
        if plan is None:
            raise Refused("not_found")
        solved, same = plans.replay(plan)
        return _same(proof(solved.crowd, solved.outcome)) if same else _different()


def _known(session: Session, plan: Plan) -> Component:
    names = journal.names(session, {plan.line.made_by})
    rows: list[Fact] = [
        (_("Gemaakt door"), made_by(plan.line, names)),
        (_("Stand"), state_of(plan.line)),
        (_("Ouders die wachtten"), str(plan.line.asked)),
        (_("Met een buddy in het plan"), str(plan.line.served)),
    ]
    if plan.line.applied_at:
        rows.append((_("Klaargezet op"), day_and_time(plan.line.applied_at)))
    words = {one.key: one.label for one in catalogue.entries(session, CATALOGUE, all_of_them=True)}
    weights = [(words.get(key, key), weight) for key, weight in plan.weights.items() if weight]
    drawn = table([_("Regel"), Column(_("Gewicht"), numeric=True)], weights, caption=_("Hoe zwaar telde elke regel?"))
    folded = html.Details([html.Summary(_("Hoe zwaar telde elke regel?")), drawn], className="more")
    return card(facts(rows), folded)


def _contents(session: Session, plan: Plan, services: Services) -> list[Component]:
    try:
        crowd, outcome = plans.stored(plan)
    except Refused as refused:
        return [notice(html.P(say(refused)))]
    who = people(session, tuple(crowd.asker), services.now())
    go = dmc.Button(_("Reken opnieuw na"), id="plan-again-go", leftSection=icon("rotate-cw"), variant="default")
    said = html.P(_("Uit wat er toen in ging, moet hetzelfde komen. Dat kunt u hier zelf nagaan."))
    told = html.Div(id="plan-again", role="status")
    check = card(said, html.Div(go, className="actions"), told, title=_("Klopt het?"))
    return [_who_got_whom(crowd, outcome, who), check]


def _who_got_whom(crowd: Crowd, outcome: Outcome, who: People) -> Component:
    rows: list[list[Cell]] = [
        [
            dcc.Link(who.parent(one), href=f"{REQUESTS}/{one}"),
            who.buddy(scored.buddy_id),
            _("{points} van 100", points=round(scored.score / 10)),
            _decided(crowd, one, scored.buddy_id),
        ]
        for one, scored in outcome.pairs.items()
    ]
    rows += [
        [dcc.Link(who.parent(one), href=f"{REQUESTS}/{one}"), _("nog niemand"), "", ""] for one in outcome.unmatched
    ]
    title = _("Wie kreeg wie")
    return card(table([_("Ouder"), _("Buddy"), _("Past"), _("Let op")], rows, caption=title), title=title)


def _decided(crowd: Crowd, request_id: int, buddy_id: int) -> str:
    if crowd.pins.get(request_id) == buddy_id:
        return _("vastgezet")
    return _("bewaard uit vorige plan") if crowd.kept.get(request_id) == buddy_id else ""


def _same(proven: str) -> Component:
    return notice(html.P(_("Er komt precies hetzelfde uit.")), html.P(proven), tone="good", symbol="circle-check")


def _different() -> Component:
    sentence = _("Er komt iets anders uit: de regels in het programma zijn sindsdien veranderd. Maak een nieuw plan.")
    return notice(html.P(sentence), tone="warn", symbol="triangle-alert")


PAGE = Page(f"{PATH}/<int:number>", lazy("Plan"), COORDINATOR, layout, register=register)
