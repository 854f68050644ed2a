"""Names that are looked for in stories: the schools of the region, pasted or uploaded; and who else looks."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, icon, toast
from dashboard.parts.attributes import aria
from dashboard.parts.setup.import_file import content_of
from dashboard.parts.setup.schools_said import changed, others_known, preview, second_reader
from dashboard.parts.setup.setup_tabs import ROLES, SCHOOLS, settings_page
from domain.refused import Refused
from domain.stories import schools
from domain.texts import say
from i18n import _, lazy, n_
from store.queries.stories import known_names
from web.services import Services
from web.sessions import current_actor

LINES, OPENED = "schools-lines", "schools-opened"


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        known, others = known_names.schools(session), known_names.counts(session)
    why = _(
        "Staat de naam van een school in een verhaal? Dan wijzen wij die aan, ook als iemand geen hoofdletters typt."
    )
    lines = dmc.Textarea(
        id=LINES, label=_("Scholen, één per regel"), value="\n".join(known), autosize=True, minRows=6, maxRows=16,
        description=_("Typ of plak een lijst, of kies een bestand. Kolommen mogen ook: wij zoeken de naam."),
        placeholder="De Regenboog\nJan Arentsz\nObs 't Kompas",
    )  # fmt: skip
    save = dmc.Button(_("Bewaar"), id="schools-save", leftSection=icon("check"))
    undo = dmc.Button(_("Ongedaan maken"), id="schools-undo", variant="default", leftSection=icon("undo-2"))
    buttons = html.Div([save, html.Div(undo, id="schools-can-undo", hidden=True)], className="actions")
    mine = card(
        html.P(why), *_stores(known), html.Div([lines, _upload()], className="fields"),
        html.Div(id="schools-file", className="error", role="alert"),
        html.Div(id="schools-said", className="error", role="alert"),
        html.Div([html.Div(id="schools-preview", **aria(live="polite")), buttons], className="stack"),
        title=_("Scholen in uw regio"),
    )  # fmt: skip
    return settings_page(SCHOOLS, mine, others_known(others), second_reader())


def _stores(known: Sequence[str]) -> list[Component]:
    """What the list was when it was opened, and before it was last kept; both may be long, and neither is secret."""
    return [
        dcc.Store(id=OPENED, data=list(known)),
        dcc.Store(id="schools-before"),
        dcc.Store(id="schools-label", data=_("Bestand met scholen")),
    ]


def _upload() -> Component:
    face = [
        dmc.Button(_("Kies een bestand"), leftSection=icon("upload"), variant="default"),
        html.Span(_("CSV of tekst")),
    ]
    return dcc.Upload(face, id="schools-upload", className="drop", accept=".csv,.txt,.tsv")


def register(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside("uploads.named", Output("schools-upload", "className"), Input("schools-label", "data"))
    _register_looking(callbacks)
    _register_saving(callbacks, services)
    _register_undoing(callbacks, services)


def _register_looking(callbacks: Callbacks) -> None:
    @callbacks(Output("schools-preview", "children"), Input(LINES, "value"), State(OPENED, "data"), roles=ROLES)
    def look(typed: object, opened: Sequence[str]) -> Component:
        return preview(schools.read(str(typed or "")), opened)

    @callbacks(
        Output(LINES, "value", allow_duplicate=True),
        Output("schools-file", "children"),
        Input("schools-upload", "contents"),
        State(LINES, "value"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def add(contents: str | None, typed: object) -> tuple[Any, str]:
        if not contents:
            return no_update, ""
        try:
            found = schools.read(schools.text_of(content_of({"contents": contents})))
        except Refused as refused:
            return no_update, say(refused)
        here = schools.read(str(typed or "")).names
        return "\n".join(schools.merged((), here, found.names)), ""


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(LINES, "value"),
        Output(OPENED, "data"),
        Output("schools-before", "data"),
        Output("schools-said", "children"),
        Input("schools-save", "n_clicks"),
        State(LINES, "value"),
        State(OPENED, "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(clicks: object, typed: object, opened: list[str]) -> tuple[Any, Any, Any, Any]:
        if not clicks:
            return no_update, no_update, no_update, no_update
        words = str(typed or "")
        try:
            kept = _keep(services, words, opened)
        except Refused as refused:
            stored = _stored(services)
            if schools.fingerprint(stored) == schools.fingerprint(opened):
                return no_update, no_update, no_update, say(refused)
            both = schools.merged(opened, schools.read(words).names, stored)
            return "\n".join(both), stored, None, [html.P(say(refused)), changed(opened, stored)]
        toast(n_("Bewaard: {n} school.", "Bewaard: {n} scholen.", len(kept)))
        return "\n".join(kept), kept, opened, ""


def _register_undoing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(LINES, "value", allow_duplicate=True),
        Output(OPENED, "data", allow_duplicate=True),
        Output("schools-before", "data", allow_duplicate=True),
        Output("schools-said", "children", allow_duplicate=True),
        Input("schools-undo", "n_clicks"),
        State("schools-before", "data"),
        State(OPENED, "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def undo(clicks: object, before: list[str] | None, opened: list[str]) -> tuple[Any, Any, Any, Any]:
        if not clicks or before is None:
            return no_update, no_update, no_update, no_update
        try:
            kept = _keep(services, "\n".join(before), opened)
        except Refused as refused:
            return no_update, no_update, None, say(refused)
        toast(_("De lijst van daarvoor is terug."))
        return "\n".join(kept), kept, None, ""

    @callbacks(Output("schools-can-undo", "hidden"), Input("schools-before", "data"), roles=ROLES)
    def show(before: Mapping[str, str] | None) -> bool:
        return before is None


def _keep(services: Services, words: str, opened: Sequence[str]) -> tuple[str, ...]:
    seen = schools.fingerprint(opened)
    with services.database.writing() as session:
        schools.change(session, words, seen=seen, by=current_actor(), now=services.now())
    return _stored(services)


def _stored(services: Services) -> tuple[str, ...]:
    with services.database.reading() as session:
        return known_names.schools(session)


PAGE = Page(SCHOOLS, lazy("Namen in verhalen"), ROLES, layout, register)
