"""Regions per sector with their municipalities, and the villages that the product knows."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import (
    aria,
    card,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    page_header,
    table,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.setup import region_map_card
from dashboard.parts.setup.setup_tabs import REGIONS, ROLES, settings_page
from dashboard.parts.tables import Cell
from domain import forms, regions
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.refused import Refused
from i18n import _, lazy
from store.queries import choices, setup
from store.queries.setup import PlaceRow, RegionRow
from web.services import Services
from web.sessions import current_actor

REGION, PLACE = "region", "place"
FORGET = "place-forget"


def region_form(options: tuple[Option, ...]) -> Form:
    name = Field("name", FieldKind.TEXT, _("Naam"), required=True, most=80)
    inside = Field("municipalities", FieldKind.CHOICES, _("Gemeenten"), required=True, options=options)
    return Form(REGION, (name, inside))


def place_form(options: tuple[Option, ...]) -> Form:
    place = Field("place", FieldKind.TEXT, _("Dorp of wijk"), required=True, most=80)
    return Form(PLACE, (place, Field("municipality", FieldKind.CHOICE, _("Gemeente"), required=True, options=options)))


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        found = setup.regions(session)
        names = {one.code: one.name for one in choices.municipalities(session)}
        sectors = forms.labels(forms.terms(session, "sector"))
        options = forms.options(session, "municipalities")
    columns = [_("Regio"), _("Soort onderwijs"), _("Gemeenten")]
    drawn = table(columns, [_region(one, sectors, names) for one in found], caption=_("Regio's"))
    add = dmc.Button(_("Voeg toe"), id="place-add", leftSection=icon("plus"))
    fields = html.Div(form_controls(place_form(options)), className="fields")
    villages = card(
        html.P(_("Zo herkennen we een dorp of een oude gemeente, ook bij het importeren.")),
        dcc.Store(id="place-changed"), html.Div(id="place-list"), fields, html.Div(add, className="actions"),
        title=_("Dorpen en oude namen"),
    )  # fmt: skip
    return settings_page(REGIONS, card(drawn, title=_("Regio's")), villages, region_map_card.region_map_card())


def _region(one: RegionRow, sectors: Mapping[str, str], names: Mapping[str, str]) -> list[Cell]:
    link = dcc.Link(f"{one.name} ({sectors.get(one.sector, one.sector)})", href=f"{REGIONS}/{one.id}")
    return [link, sectors.get(one.sector, one.sector), ", ".join(names.get(code, code) for code in one.municipalities)]


def one_layout(services: Services, number: int) -> Component:
    with services.database.reading() as session:
        row = next((one for one in setup.regions(session) if one.id == number), None)
        options = forms.options(session, "municipalities")
    if row is None:
        return html.Div([page_header(_("Deze regio is er niet"), back=(REGIONS, _("Regio's")))])
    values = {"name": row.name, "municipalities": row.municipalities}
    save = dmc.Button(_("Bewaar"), id="region-save", leftSection=icon("check"))
    fields = html.Div(form_controls(region_form(options), values), className="fields")
    sheet = card(fields, html.Div(save, className="actions"))
    return html.Div(
        [page_header(row.name, back=(REGIONS, _("Regio's"))), dcc.Store(id="region-number", data=number), sheet]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_region(callbacks, services)
    _register_places(callbacks, services)
    _register_forgetting(callbacks, services)
    region_map_card.register(callbacks, services)


def _register_region(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(REGION),
        Input("region-save", "n_clicks"),
        field_values(REGION),
        State("region-number", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: list[object], number: int) -> list[str | None]:
        form = region_form(_municipalities(services))

        def write(checked: Checked) -> None:
            by, now = current_actor(), services.now()
            with services.database.writing() as session:
                inside = checked.chosen("municipalities")
                regions.change(session, number, checked.text("name"), inside, by=by, now=now)

        errors = attempt(form, typed(form, values), write)
        if not errors:
            toast(_("Bewaard."))
        return errors_of(form, errors)


def _municipalities(services: Services) -> tuple[Option, ...]:
    with services.database.reading() as session:
        return forms.options(session, "municipalities")


def _register_places(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(PLACE),
        Output("place-changed", "data"),
        Input("place-add", "n_clicks"),
        field_values(PLACE),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def add(_clicks: object, values: list[object]) -> tuple[list[str | None], Any]:
        form = place_form(_municipalities(services))

        def write(checked: Checked) -> None:
            by, now = current_actor(), services.now()
            with services.database.writing() as session:
                regions.add_place(session, checked.text("place"), checked.text("municipality"), by=by, now=now)

        errors = attempt(form, typed(form, values), write)
        return errors_of(form, errors), no_update if errors else services.now().isoformat()


def _register_forgetting(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("place-changed", "data", allow_duplicate=True),
        Input({"type": FORGET, "place": ALL}, "n_clicks"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def forget(clicks: Sequence[int | None]) -> Any:  # noqa: ANN401 - when it changed, or nothing new
        pressed = ctx.triggered_id
        if not (isinstance(pressed, Mapping) and any(clicks)):
            return no_update
        if not isinstance(pressed["place"], str):
            raise Refused("not_found")
        with services.database.writing() as session:
            regions.remove_place(session, pressed["place"], by=current_actor(), now=services.now())
        return f"{services.now().isoformat()} {pressed['place']}"

    @callbacks(Output("place-list", "children"), Input("place-changed", "data"), roles=ROLES)
    def show(_changed: object) -> Component:
        with services.database.reading() as session:
            rows = [_place(one) for one in setup.places(session)]
        return table([_("Naam"), _("Gemeente"), _("Weghalen")], rows, caption=_("Dorpen en oude namen"))


def _place(one: PlaceRow) -> list[Cell]:
    label = aria(label=_("Haal {place} weg", place=one.place))
    button = dmc.ActionIcon(
        icon("trash-2"), id={"type": FORGET, "place": one.place}, variant="subtle", size="lg", **label
    )
    return [one.place, one.municipality, button]


PAGE = Page(REGIONS, lazy("Regio's"), ROLES, layout, register)
ONE_PAGE = Page(f"{REGIONS}/<int:number>", lazy("Regio"), ROLES, one_layout)
