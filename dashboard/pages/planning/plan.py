"""A buddy for everybody at once: a plan to look at and put right, proposals that are ready, and sending them."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import aria, page_header, toast
from dashboard.parts.availability.appointment_typed import number_of
from dashboard.parts.buddying.matching_tabs import PLAN, matching_tabs
from dashboard.parts.dialog import DIALOG
from dashboard.parts.planning.plan_acts import carry_out
from dashboard.parts.planning.plan_history import history, made_by
from dashboard.parts.planning.plan_ids import DO, OTHERS, row_id
from dashboard.parts.planning.plan_others import other_buddies
from dashboard.parts.planning.plan_people import people
from dashboard.parts.planning.plan_preview import ALL as SHOW_ALL
from dashboard.parts.planning.plan_preview import preview, start
from dashboard.parts.planning.plan_sending import register_sending, send_dialog
from dashboard.parts.planning.plan_situation import Situation, situation
from dashboard.parts.planning.prepared_list import prepared_list, still_ready
from domain.matchmaking.solved_plan import solved
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from matching.insist import choices
from store.queries import journal
from store.queries.matchmaking import plans as found
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

TOLD = "plan-told"


def layout() -> Component:
    sentence = _(
        "Een buddy voor iedereen tegelijk. U kijkt eerst, past aan en stuurt zelf; niemand krijgt vanzelf bericht."
    )
    return html.Div(
        [
            page_header(_("Koppelen"), sentence),
            matching_tabs(PLAN),
            html.Div(id=TOLD, role="status", tabIndex=-1),
            html.P(_("Even rekenen…"), className="plan-busy", **aria(hidden="true")),
            html.Div(id="plan", className="stack"),
            dmc.Drawer(html.Div(id="plan-others"), id="plan-drawer", title="", position="right", size="lg"),
            send_dialog(),
            *(dcc.Store(id=name) for name in ("plan-changed", "plan-all", "plan-focus")),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    _register_acts(callbacks, services)
    _register_others(callbacks, services)
    register_sending(callbacks, services)
    callbacks.clientside(
        "plan.focus", Output("plan-focus", "id"), Input("plan", "children"), Input("plan-focus", "data")
    )


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("plan", "children"), Input("plan-changed", "data"), Input("plan-all", "data"), roles=COORDINATOR)
    def show(_changed: object, everybody: object) -> list[Component | None]:
        with services.database.reading() as session:
            return _drawn(session, situation(session, services.now()), everybody=everybody is True)

    @callbacks(Output("plan-all", "data"), Input(SHOW_ALL, "n_clicks"), roles=COORDINATOR, prevent_initial_call=True)
    def show_all(clicks: object) -> bool:
        if not clicks:
            raise PreventUpdate
        return True


def _drawn(session: Session, now: Situation, *, everybody: bool) -> list[Component | None]:
    earlier = found.listed(session)
    names = journal.names(session, {one.made_by for one in earlier})
    if now.plan and now.solved:
        by = made_by(now.plan.line, names)
        return [
            *preview(now, now.plan, now.solved, by, everybody=everybody),
            still_ready(now),
            history(earlier, names),
        ]
    return [start(now), prepared_list(now), history(earlier, names)]


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("plan-changed", "data"),
        Output("plan-drawer", "opened"),
        Output(TOLD, "children"),
        Output("plan-focus", "data"),
        Input({"type": DO, "what": ALL, "plan": ALL, "request": ALL, "buddy": ALL}, "n_clicks"),
        Input({"type": DIALOG, "name": ALL, "part": "yes"}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("plan", "className"), "stack busy", "stack")],
    )
    def act(_clicks: object, _yes: object) -> tuple[Any, ...]:
        # Buttons that were only just drawn report too; their count is still empty.
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        now = services.now()
        try:
            with services.database.writing() as session:
                done = carry_out(session, ctx.triggered_id, by=current_actor(), now=now)
        except Refused as refused:
            # A colleague was first, perhaps: the reader sees how it stands now.
            toast(say(refused), tone="bad")
            return now.isoformat(), False, None, TOLD
        toast(done.sentence)
        focus = row_id(done.request_id) if done.request_id else TOLD
        return now.isoformat(), False, done.told, focus


def _register_others(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("plan-drawer", "opened", allow_duplicate=True),
        Output("plan-drawer", "title"),
        Output("plan-others", "children"),
        Input({"type": OTHERS, "plan": ALL, "request": ALL}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def others(_clicks: object) -> tuple[bool, str, Component]:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        plan_id, request_id = number_of(ctx.triggered_id, "plan"), number_of(ctx.triggered_id, "request")
        with services.database.reading() as session:
            plan = found.one(session, plan_id)
            reckoned = solved(plan) if plan else None
            if reckoned is None or request_id not in reckoned.crowd.asker:
                raise Refused("not_found")
            who = people(session, tuple(reckoned.crowd.asker), services.now())
        title = _("Een buddy voor {parent}", parent=who.parent(request_id))
        return True, title, other_buddies(plan_id, request_id, choices(reckoned, request_id), who)


PAGE = Page(PLAN, lazy("Koppelen"), COORDINATOR, layout, register=register, icon="network", group=WORK)
