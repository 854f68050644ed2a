"""Uploading the borders of the municipalities, and taking them away again."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.parts import card, confirm, confirmed, icon, toast
from dashboard.parts.attributes import aria
from dashboard.parts.setup.import_file import content_of
from dashboard.parts.setup.region_map_which import WHICH, answers, which
from dashboard.parts.setup.setup_tabs import ROLES
from domain import region_map, region_shapes
from domain.refused import Refused
from domain.region_names import Which
from domain.texts import say
from i18n import _, day
from store.queries.numbers import region_map as stored
from web.services import Services
from web.sessions import current_actor

USE = "region-map-use"


def region_map_card() -> Component:
    face = [
        dmc.Button(_("Kies een kaart"), leftSection=icon("upload")),
        html.Span(_("GeoJSON, hoogstens {n} MB", n=region_shapes.MOST_MEGABYTES)),
    ]
    source = dmc.TextInput(
        id="region-map-source",
        label=_("Bron"),
        description=_("Van wie de kaart is en onder welke voorwaarden. Vul dit eerst in."),
    )
    remove = confirm(
        "region-map-remove",
        _("Haal de kaart weg"),
        title=_("De kaart weghalen?"),
        sentence=_("Daarna staan de gemeenten weer als tegels op de kaart."),
        yes=_("Ja, haal weg"),
    )
    return card(
        html.P(
            _("Met een kaart van uw gemeenten ziet u bij “Trends” en “Beleid” de echte grenzen, ook zonder internet.")
        ),
        html.Div(id="region-map-now", className="note", role="status"),
        html.Div(source, className="fields"),
        dcc.Upload(face, id="region-map-upload", className="drop", accept=".json,.geojson"),
        html.Div(id="region-map-said", className="error", role="alert"),
        html.Div(id="region-map-asked", **aria(live="polite")),
        html.Div([_undo(), remove], className="actions"),
        *_stores(),
        title=_("Kaart van de regio"),
    )


def _undo() -> Component:
    button = dmc.Button(_("Ongedaan maken"), id="region-map-undo", variant="default", leftSection=icon("undo-2"))
    return html.Div(button, id="region-map-can-undo", hidden=True)


def _stores() -> list[Component]:
    too_large = say(Refused("region_map.too_large", megabytes=region_shapes.MOST_MEGABYTES))
    return [
        dcc.Store(id="region-map-file"),
        dcc.Store(id="region-map-changed"),
        dcc.Store(id="region-map-put"),
        dcc.Store(id="region-map-label", data=_("Bestand met de kaart")),
        dcc.Store(id="region-map-too-large", data=too_large),
    ]


def register(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside("uploads.named", Output("region-map-upload", "className"), Input("region-map-label", "data"))
    callbacks.clientside(
        "uploads.offered",
        Output("region-map-file", "data"),
        Output("region-map-said", "children"),
        Input("region-map-upload", "contents"),
        State("region-map-upload", "filename"),
        State("region-map-too-large", "data"),
    )
    for part in (_register_putting, _register_choosing, _register_removing, _register_undoing, _register_showing):
        part(callbacks, services)


def _register_putting(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("region-map-put", "data"),
        Output("region-map-asked", "children"),
        Output("region-map-said", "children", allow_duplicate=True),
        Input("region-map-file", "data"),
        State("region-map-source", "value"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def offer(file: Mapping[str, str] | None, source: object) -> tuple[int | None, Component | None, str]:
        try:
            found = _asked(services, file) if file else ()
            if file and not found:
                return _put(services, file, str(source or ""), {}), None, ""
        except Refused as refused:
            return None, None, say(refused)
        return None, which(found, use=USE) if found else None, ""


def _register_choosing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("region-map-put", "data", allow_duplicate=True),
        Output("region-map-asked", "children", allow_duplicate=True),
        Output("region-map-said", "children", allow_duplicate=True),
        Input(USE, "n_clicks"),
        State("region-map-file", "data"),
        State("region-map-source", "value"),
        State({"type": WHICH, "place": ALL}, "id"),
        State({"type": WHICH, "place": ALL}, "value"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def use(
        clicks: object, file: Mapping[str, str] | None, source: object, ids: list[Any], values: list[object]
    ) -> Any:  # noqa: ANN401
        if not (clicks and file):
            return no_update, no_update, no_update
        try:
            return _put(services, file, str(source or ""), answers(ids, values)), None, ""
        except Refused as refused:
            return no_update, no_update, say(refused)


def _register_removing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("region-map-changed", "data", allow_duplicate=True),
        confirmed("region-map-remove"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def remove(clicks: object) -> str:
        if clicks:
            with services.database.writing() as session:
                region_map.remove(session, by=current_actor(), now=services.now())
        return services.now().isoformat()


def _register_undoing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("region-map-put", "data", allow_duplicate=True),
        Input("region-map-undo", "n_clicks"),
        State("region-map-put", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def undo(clicks: object, number: object) -> object:
        if not (clicks and isinstance(number, int)):
            return no_update
        with services.database.writing() as session:
            region_map.undo(session, number, by=current_actor(), now=services.now())
        toast(_("De kaart van daarvoor is terug."))
        return None


def _register_showing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("region-map-now", "children"),
        Output("region-map-can-undo", "hidden"),
        Input("region-map-changed", "data"),
        Input("region-map-put", "data"),
        roles=ROLES,
    )
    def show(_changed: object, number: object) -> tuple[str, bool]:
        with services.database.reading() as session:
            found = stored.outlines(session)
        return _now(found), found is None or not isinstance(number, int)


def _now(found: stored.Outlines | None) -> str:
    if found is None:
        return _("Er is nog geen kaart: de gemeenten staan als tegels.")
    return _("{name}, van {day}. {source}", name=found.name, day=day(found.uploaded_at, year=True), source=found.source)


def _asked(services: Services, file: Mapping[str, str]) -> tuple[Which, ...]:
    with services.database.reading() as session:
        return region_map.questions(session, content_of(file))


def _put(services: Services, file: Mapping[str, str], source: str, chosen: Mapping[str, str]) -> int:
    name, by, now = str(file.get("name", "")), current_actor(), services.now()
    with services.database.writing() as session:
        number = region_map.put(session, content_of(file), name=name, source=source, by=by, now=now, chosen=chosen)
    toast(_("De kaart staat klaar."))
    return number
