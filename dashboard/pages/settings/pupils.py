"""How many pupils go to school per municipality: pasted from a spreadsheet, looked at first, then kept."""

from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, empty_state, errors_of, field_errors, field_values, form_controls, icon, toast, typed
from dashboard.parts.attempt import attempt
from dashboard.parts.attributes import aria
from dashboard.parts.fields import field_id
from dashboard.parts.setup.pupil_tables import known, preview
from dashboard.parts.setup.setup_tabs import PUPILS, ROLES, settings_page
from dashboard.parts.trends.filters import school_year_name
from domain import pupils
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.local_time import wall
from i18n import _, lazy
from store.queries.numbers import pupils as numbers
from trends.periods import month_of, school_year_of
from web.services import Services
from web.sessions import current_actor

FORM = "pupils"
YEARS_BACK = 6


def pupils_form(now: datetime) -> Form:
    this = _this_year(now)
    years = tuple(Option(str(year), school_year_name(year)) for year in range(this, this - YEARS_BACK, -1))
    lines = _("Twee kolommen uit een spreadsheet: gemeente en leerlingen. Wat er van dit jaar al stond, vervalt.")
    return Form(
        FORM,
        (
            Field("school_year", FieldKind.CHOICE, _("Schooljaar"), required=True, options=years),
            Field(
                "source", FieldKind.TEXT, _("Waar komen de aantallen vandaan?"), required=True,
                most=pupils.LONGEST_SOURCE, placeholder=_("DUO, 1 oktober 2026"),
            ),
            Field(
                "lines", FieldKind.LONG_TEXT, _("Gemeente, leerlingen"), lines, required=True,
                placeholder="Alkmaar\t21.345\nBergen (NH.)\t4.120",
            ),
        ),
    )  # fmt: skip


def _this_year(now: datetime) -> int:
    return school_year_of(month_of(wall(now)[0]))


def layout(services: Services) -> Component:
    now = services.now()
    why = _(
        "Weten we van elke gemeente in uw regio hoeveel leerlingen er zijn? Dan staat bij Trends en Beleid, in de "
        "tabel, ook hoeveel vragen er zijn per 1.000 leerlingen."
    )
    save = dmc.Button(_("Bewaar"), id="pupils-save", leftSection=icon("check"))
    start = {"school_year": str(_this_year(now))}
    new = card(
        html.P(why),
        html.Div(form_controls(pupils_form(now), start), className="fields"),
        html.Div(id="pupils-preview", **aria(live="polite")),
        html.Div(save, className="actions"),
        title=_("Aantallen invullen"),
    )
    mine = card(dcc.Store(id="pupils-changed"), html.Div(id="pupils-list"), title=_("Wat we weten"))
    return settings_page(PUPILS, new, mine)


def register(callbacks: Callbacks, services: Services) -> None:
    _register_preview(callbacks, services)
    _register_saving(callbacks, services)


def _register_preview(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("pupils-preview", "children"),
        Input(field_id(FORM, "lines"), "value"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def look(words: object) -> Component | None:
        if not (isinstance(words, str) and words.strip()):
            return None
        with services.database.reading() as session:
            return preview(pupils.read(session, words), numbers.region(session))

    @callbacks(
        Output("pupils-list", "children"),
        Input("pupils-changed", "data"),
        Input(field_id(FORM, "school_year"), "value"),
        roles=ROLES,
    )
    def show(_changed: object, year: object) -> Component:
        chosen = int(year) if isinstance(year, str) and year.isdecimal() else _this_year(services.now())
        with services.database.reading() as session:
            of_year, inside = numbers.of_year(session, chosen), numbers.region(session)
        if not of_year.pupils:
            nothing = _("Van {year} is nog niets ingevuld", year=school_year_name(chosen))
            return empty_state(nothing, _("Plak de aantallen hierboven."), symbol="graduation-cap")
        return known(of_year, inside, school_year_name(chosen))


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("pupils-changed", "data"),
        Input("pupils-save", "n_clicks"),
        field_values(FORM),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: list[object]) -> tuple[list[str | None], Any]:
        now = services.now()
        form = pupils_form(now)

        def write(checked: Checked) -> None:
            year, words, source = (checked.text(key) for key in ("school_year", "lines", "source"))
            with services.database.writing() as session:
                pupils.change(session, int(year), words, source, by=current_actor(), now=now)

        errors = attempt(form, typed(form, values), write)
        if not errors:
            toast(_("Bewaard."))
        return errors_of(form, errors), no_update if errors else now.isoformat()


PAGE = Page(PUPILS, lazy("Leerlingen"), ROLES, layout, register)
