"""The views that somebody keeps: open, other name, how often by mail, throw away."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import INSIGHT, POLICY, Page
from dashboard.parts import card, confirmed, empty_state, icon, page_header, toast
from dashboard.parts.reporting.keep_view import DIALOG_NAME, NAME, RHYTHM, rhythm_choice, rhythm_of
from domain.refused import Refused
from domain.reporting import views
from domain.reporting.views import Rhythm, View
from domain.texts import say
from i18n import _, day, lazy
from store.queries.improving import saved_views
from store.queries.improving.saved_views import SavedViewRow
from web.services import Services
from web.sessions import current_actor

PATH = "/werk/weergaven"
CHANGE, REMOVE, FIELD = "view-change", "view-remove", "view-field"


def layout() -> Component:
    head = page_header(
        _("Weergaven"), _("Wat u bewaarde van Beleid en Trends. Per mail gaan alleen vrijgegeven cijfers.")
    )
    stores = [dcc.Store(id="views-changed"), dcc.Store(id="view-removed")]
    undo = dmc.Button(_("Ongedaan maken"), id="view-undo", variant="default", leftSection=icon("undo-2"))
    return html.Div([head, html.Div(undo, id="view-can-undo", hidden=True), html.Div(id="views-list"), *stores])


def register(callbacks: Callbacks, services: Services) -> None:
    _register_keeping(callbacks, services)
    _register_changes(callbacks, services)
    _register_removing(callbacks, services)

    @callbacks(Output("views-list", "children"), Input("views-changed", "data"), roles=POLICY)
    def show(_changed: object) -> Component:
        with services.database.reading() as session:
            found = saved_views.of_account(session, current_actor().account_id or 0)
        if not found:
            sentence = _("Open Beleid, kies wat u wilt zien en bewaar het daar onder een naam.")
            return empty_state(_("Nog niets bewaard"), sentence, symbol="star")
        return html.Div([_card(one) for one in found], className="stack")


def _register_keeping(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(NAME, "value"),
        confirmed(DIALOG_NAME),
        State("address", "pathname"),
        State("page-question", "data"),
        State(NAME, "value"),
        State(RHYTHM, "value"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def keep(clicks: object, path: object, query: object, name: object, rhythm: object) -> Any:  # noqa: ANN401
        if not clicks:
            return no_update
        view = View(str(name or ""), str(path), str(query or ""), rhythm_of(rhythm))
        try:
            with services.database.writing() as session:
                views.keep(session, view, by=current_actor(), now=services.now())
        except Refused as refused:
            toast(say(refused), tone="bad")
            return no_update
        toast(_("Bewaard bij Weergaven."))
        return ""


def _register_changes(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("views-changed", "data", allow_duplicate=True),
        Input({"type": CHANGE, "view": ALL}, "n_clicks"),
        State({"type": FIELD, "view": ALL, "field": "name"}, "value"),
        State({"type": FIELD, "view": ALL, "field": "rhythm"}, "value"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def change(_clicks: object, names: list[object], rhythms: list[object]) -> Any:  # noqa: ANN401 - see keep
        number = _pressed()
        if number is None:
            return no_update
        place = [one["id"]["view"] for one in ctx.inputs_list[0]].index(number)
        name, rhythm = str(names[place] or ""), rhythm_of(rhythms[place])
        try:
            with services.database.writing() as session:
                views.change(session, number, name, rhythm, by=current_actor(), now=services.now())
        except Refused as refused:
            toast(say(refused), tone="bad")
            return no_update
        toast(_("Bewaard."))
        return services.now().isoformat()


def _register_removing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("views-changed", "data", allow_duplicate=True),
        Output("view-removed", "data"),
        Output("view-can-undo", "hidden"),
        Input({"type": REMOVE, "view": ALL}, "n_clicks"),
        Input("view-undo", "n_clicks"),
        State("view-removed", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def remove(_clicks: object, _undo: object, was: object) -> Any:  # noqa: ANN401 - see keep
        by, now = current_actor(), services.now()
        if ctx.triggered_id == "view-undo" and isinstance(was, dict):
            back = View(str(was.get("name")), str(was.get("path")), str(was.get("query")), rhythm_of(was.get("rhythm")))
            with services.database.writing() as session:
                views.keep(session, back, by=by, now=now)
            return now.isoformat(), None, True
        number = _pressed()
        if number is None:
            return no_update, no_update, no_update
        with services.database.writing() as session:
            gone = views.remove(session, number, by=by, now=now)
        toast(_("Weggehaald: {name}", name=gone.name))
        kept = {"name": gone.name, "path": gone.path, "query": gone.query, "rhythm": gone.rhythm.value}
        return now.isoformat(), kept, False


def _pressed() -> int | None:
    """The view whose button was pressed; buttons that were only just drawn report too."""
    pressed = isinstance(ctx.triggered_id, dict) and ctx.triggered[0]["value"]
    return int(ctx.triggered_id["view"]) if pressed else None


def _card(one: SavedViewRow) -> Component:
    fields: list[Component] = [
        dmc.TextInput(id={"type": FIELD, "view": one.id, "field": "name"}, label=_("Naam"), value=one.name),
        rhythm_choice({"type": FIELD, "view": one.id, "field": "rhythm"}, Rhythm(one.rhythm)),
    ]
    buttons = [
        dmc.Button(_("Bewaar"), id={"type": CHANGE, "view": one.id}, variant="default", leftSection=icon("check")),
        dmc.Button(_("Haal weg"), id={"type": REMOVE, "view": one.id}, variant="default", leftSection=icon("trash-2")),
    ]
    mailed = _("Laatst gemaild op {day}.", day=day(one.mailed_on, year=True)) if one.mailed_on else ""
    link = dcc.Link([icon("arrow-right"), _("Open deze weergave")], href=one.address)
    parts = [html.P(link), html.Div(fields, className="fields"), html.Div(buttons, className="actions")]
    return card(*parts, html.P(mailed, className="note") if mailed else None, title=one.name)


PAGE = Page(PATH, lazy("Weergaven"), POLICY, layout, register, icon="star", group=INSIGHT)
