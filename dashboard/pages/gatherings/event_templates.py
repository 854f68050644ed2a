"""The templates of gatherings: begin with one, give it another name, or throw it away."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import aria, card, confirm, empty_state, link_button, page_header, toast
from dashboard.parts.dialog import DIALOG
from dashboard.parts.gatherings.event_words import NEW, PATH, TEMPLATES
from domain.gatherings import event_templates
from domain.gatherings.event_templates import Template
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from web.services import Services
from web.sessions import current_actor

NAME, RENAME, REMOVE = "template-new-name", "template-rename", "remove-template "
CHANGED = Output("templates-changed", "data", allow_duplicate=True)


def layout() -> Component:
    lead = _("Een sjabloon bewaart alles van een bijeenkomst, behalve de datum.")
    stores = [dcc.Store(id="templates-changed")]
    head = page_header(_("Sjablonen"), lead, back=(PATH, _("Kalender")))
    return html.Div([head, card(html.Div(id="templates-list")), *stores])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("templates-list", "children"), Input("templates-changed", "data"), roles=COORDINATOR)
    def show(_changed: object) -> Component:
        with services.database.reading() as session:
            found = event_templates.templates(session)
        if not found:
            words = _("Open een bijeenkomst in de kalender, kies ‘Meer’ en dan ‘Bewaar als sjabloon’.")
            return empty_state(_("Nog geen sjablonen"), words, symbol="copy")
        return html.Ul([_row(one) for one in found], className="templates")

    _register_renaming(callbacks, services)
    _register_removing(callbacks, services)


def _register_renaming(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        CHANGED,
        Output({"type": NAME, "key": ALL}, "error"),
        Input({"type": RENAME, "key": ALL}, "n_clicks"),
        State({"type": NAME, "key": ALL}, "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def rename(_clicks: object, _names: object) -> tuple[Any, list[str | None]]:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        typed, wanted = ctx.states_list[0], ctx.triggered_id["key"]
        name = next((one.get("value") for one in typed if one["id"]["key"] == wanted), None)
        now = services.now()
        try:
            with services.database.writing() as session:
                event_templates.rename(session, str(wanted), str(name or ""), by=current_actor(), now=now)
        except Refused as refused:
            return no_update, [say(refused) if one["id"]["key"] == wanted else None for one in typed]
        toast(_("De naam is bewaard."))
        return f"{wanted} {now.isoformat()}", [None] * len(typed)


def _register_removing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        CHANGED,
        Input({"type": DIALOG, "name": ALL, "part": "yes"}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def remove(_clicks: object) -> str:
        asked: Any = ctx.triggered_id
        name = str(asked["name"]) if asked and ctx.triggered[0]["value"] else ""
        if not name.startswith(REMOVE):
            raise PreventUpdate
        now = services.now()
        with services.database.writing() as session:
            event_templates.remove(session, name.removeprefix(REMOVE), by=current_actor(), now=now)
        toast(_("Het sjabloon is weg."))
        return f"{name} {now.isoformat()}"


def _row(one: Template) -> Component:
    said = _("Naam van {name}", name=one.name)
    field = dmc.TextInput(id={"type": NAME, "key": one.key}, value=one.name, **aria(label=said))
    save = dmc.Button(_("Bewaar naam"), id={"type": RENAME, "key": one.key}, variant="default")
    remove = confirm(
        REMOVE + one.key,
        _("Verwijder"),
        title=_("Sjabloon verwijderen?"),
        sentence=_("{name} gaat weg. Bijeenkomsten die ermee gemaakt zijn, blijven.", name=one.name),
        yes=_("Ja, verwijder"),
    )
    begin = link_button(_("Begin hiermee"), f"{NEW}?sjabloon={one.key}", symbol="plus", primary=False)
    return html.Li([field, html.Div([save, begin, remove], className="actions")])


PAGE = Page(TEMPLATES, lazy("Sjablonen"), COORDINATOR, layout, register=register)
