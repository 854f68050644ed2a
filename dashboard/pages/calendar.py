"""The calendar: a month of cafés and other gatherings, drafts and those called off too."""

from datetime import time

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import aria, empty_state, icon, link_button, page_header
from dashboard.parts.event_words import NEW, PATH
from dashboard.parts.month import Month, legend, month_grid, month_list, month_of, read_month, span
from domain.event_kinds import kinds
from domain.local_time import instant, wall
from i18n import _, lazy, month
from store.queries import events
from web.services import Services

STEPS = {"calendar-previous": -1, "calendar-next": 1}
MIDNIGHT = time(0)


def layout(maand: str = "") -> Component:
    action = link_button(_("Nieuwe bijeenkomst"), NEW, symbol="plus")
    lead = _("Alle oudercafés en andere bijeenkomsten, ook de concepten.")
    return html.Div(
        [
            page_header(_("Kalender"), lead, action),
            html.Section([_controls(), html.Div(id="calendar-body")], className="card calendar"),
            dcc.Store(id="calendar-month", data=maand),
        ]
    )


def _controls() -> Component:
    return html.Div(
        [
            _step("calendar-previous", "chevron-left", _("Vorige maand")),
            _step("calendar-next", "chevron-right", _("Volgende maand")),
            html.H2(id="calendar-name", **aria(live="polite")),
            dmc.Button(_("Vandaag"), id="calendar-today", variant="default"),
        ],
        className="calendar-controls",
    )


def _step(name: str, symbol: str, said: str) -> Component:
    return dmc.ActionIcon(icon(symbol), id=name, variant="default", size="44", **aria(label=said))


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("calendar-month", "data"),
        Output("calendar-name", "children"),
        Output("calendar-body", "children"),
        Output("page-question", "data", allow_duplicate=True),
        Input("calendar-previous", "n_clicks"),
        Input("calendar-next", "n_clicks"),
        Input("calendar-today", "n_clicks"),
        State("calendar-month", "data"),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(_back: object, _on: object, _now: object, known: object) -> tuple[str, str, Component, str]:
        pressed = ctx.triggered_id if ctx.triggered and ctx.triggered[0]["value"] else ""
        this_month = month_of(wall(services.now())[0])
        shown = read_month(known, this_month.first).moved(STEPS.get(pressed or "", 0))
        shown = this_month if pressed == "calendar-today" else shown
        question = "" if shown == this_month else f"maand={shown.address}"
        return shown.address, month(shown.first).capitalize(), _body(services, shown), question


def _body(services: Services, shown: Month) -> Component:
    start, end = span(shown)
    today = wall(services.now())[0]
    with services.database.reading() as session:
        found = events.between(session, instant(start, MIDNIGHT), instant(end, MIDNIGHT))
        known = kinds(session)
    by_key = {kind.key: kind for kind in known}
    used = [kind for kind in known if any(event.kind == kind.key for event in found)]
    nothing = None
    if not any(month_of(wall(event.starts_at)[0]) == shown for event in found):
        words = _("Plan er een met de knop hierboven. Zij staat dan meteen in deze kalender.")
        nothing = empty_state(_("Geen bijeenkomsten in {month}", month=month(shown.first)), words, symbol="coffee")
    grid = month_grid(shown, found, by_key, today)
    return html.Div([grid, month_list(shown, found, by_key, today), nothing, legend(used) if used else None])


PAGE = Page(
    PATH, lazy("Kalender"), COORDINATOR, layout, register=register, icon="calendar-days", group=WORK, query=("maand",)
)
