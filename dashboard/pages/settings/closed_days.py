"""The days on which the support point is closed, beside the holidays that the product knows already."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import (
    card,
    confirm,
    empty_state,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    table,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.attributes import aria
from dashboard.parts.dialog import DIALOG
from dashboard.parts.fields import field_id
from dashboard.parts.gatherings.closed_gatherings import links, warning
from dashboard.parts.setup.setup_tabs import CLOSED_DAYS, ROLES, settings_page
from dashboard.parts.tables import Cell
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form
from domain.gatherings import closed_days
from domain.local_time import wall
from i18n import _, day, lazy
from store.queries.gatherings import closures
from store.queries.gatherings.closures import ClosureFacts
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM = "closure"
REMOVE = "closure-"


def closure_form() -> Form:
    return Form(
        FORM,
        (
            Field("name", FieldKind.TEXT, _("Waarom"), required=True, most=80, placeholder=_("Studiedag")),
            Field("first_day", FieldKind.DATE, _("Eerste dag"), required=True),
            Field("last_day", FieldKind.DATE, _("Laatste dag"), _("Leeg als het één dag is.")),
        ),
    )


def layout() -> Component:
    add = dmc.Button(_("Voeg toe"), id="closure-add", leftSection=icon("plus"))
    known = html.P(_("Feestdagen en de schoolvakanties van elke gemeente kent het programma al."))
    why = html.P(_("Een reeks bijeenkomsten slaat gesloten dagen over, en u ziet ze als u een datum kiest."))
    mine = card(
        known, why, dcc.Store(id="closure-changed"), html.Div(id="closure-list"),
        title=_("Dagen dat u gesloten bent"),
    )  # fmt: skip
    there = html.Div(id="closure-gatherings", **aria(live="polite"))
    fields = html.Div([*form_controls(closure_form()), there], className="fields")
    new = card(fields, html.Div(add, className="actions seats-actions"), title=_("Nieuwe gesloten dagen"))
    return settings_page(CLOSED_DAYS, mine, new)


def register(callbacks: Callbacks, services: Services) -> None:
    _register_adding(callbacks, services)
    _register_list(callbacks, services)
    _register_warning(callbacks, services)


def _register_warning(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("closure-gatherings", "children"),
        Input(field_id(FORM, "first_day"), "value"),
        Input(field_id(FORM, "last_day"), "value"),
        Input("closure-changed", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def warn(first: object, last: object, _changed: object) -> Component | None:
        try:
            start = date.fromisoformat(str(first))
            end = date.fromisoformat(str(last)) if last else start
        except ValueError:
            return None  # not yet a day; adding says what is wrong
        with services.database.reading() as session:
            return warning(closed_days.still_planned(session, start, end, now=services.now()))


def _register_adding(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("closure-changed", "data"),
        Input("closure-add", "n_clicks"),
        field_values(FORM),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def add(_clicks: object, values: list[object]) -> tuple[list[str | None], Any]:
        form, now = closure_form(), services.now()

        def write(checked: Checked) -> None:
            first, last = checked.values["first_day"], checked.values.get("last_day")
            first = first if isinstance(first, date) else wall(now)[0]
            last = last if isinstance(last, date) else first
            with services.database.writing() as session:
                closed_days.add(session, checked.text("name"), first, last, by=current_actor(), now=now)

        errors = attempt(form, typed(form, values), write)
        if not errors:
            toast(_("Toegevoegd. Bijeenkomsten die er al staan, blijven staan."))
        return errors_of(form, errors), no_update if errors else now.isoformat()


def _register_list(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("closure-changed", "data", allow_duplicate=True),
        Input({"type": DIALOG, "name": ALL, "part": "yes"}, "n_clicks"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def remove(clicks: list[int | None]) -> Any:  # noqa: ANN401 - when it changed, or nothing new
        pressed = str(ctx.triggered_id["name"]) if any(clicks) and ctx.triggered_id else ""
        number = pressed.removeprefix(REMOVE)
        if not pressed.startswith(REMOVE) or not number.isdecimal():
            return no_update
        now = services.now()
        with services.database.writing() as session:
            closed_days.remove(session, int(number), by=current_actor(), now=now)
        toast(_("Weggehaald."))
        return f"{now.isoformat()} {number}"

    @callbacks(Output("closure-list", "children"), Input("closure-changed", "data"), roles=ROLES)
    def show(_changed: object) -> Component:
        with services.database.reading() as session:
            now = services.now()
            found = closures.between(session, wall(now)[0])
            planned = _planned(session, found, now)
        if not found:
            return empty_state(_("U hebt nog geen gesloten dagen"), _("Voeg ze hieronder toe."), symbol="calendar")
        caption = _("Dagen dat u gesloten bent")
        heads = [_("Waarom"), _("Wanneer"), _("Staat er nog"), _("Weghalen")]
        return table(heads, [_row(one, planned) for one in found], caption=caption)


def _planned(session: Session, found: Sequence[ClosureFacts], now: datetime) -> Sequence[EventFacts]:
    """Everything from the first closed day to the last; each row takes its own from it."""
    if not found:
        return ()
    first, last = min(one.first_day for one in found), max(one.last_day for one in found)
    return closed_days.still_planned(session, first, last, now=now)


def _row(one: ClosureFacts, planned: Sequence[EventFacts]) -> list[Cell]:
    there = [event for event in planned if one.first_day <= wall(event.starts_at)[0] <= one.last_day]
    days = day(one.first_day, year=True)
    if one.last_day != one.first_day:
        days = _("{first} tot en met {last}", first=days, last=day(one.last_day, year=True))
    remove = confirm(
        f"{REMOVE}{one.id}",
        _("Haal weg"),
        title=_("{name} weghalen?", name=one.name),
        sentence=_("Bent u op deze dagen toch open? Datums die al overgeslagen zijn, blijven overgeslagen."),
        yes=_("Ja, haal weg"),
    )
    return [one.name, days, links(there) if there else _("Niets"), remove]


PAGE = Page(CLOSED_DAYS, lazy("Gesloten dagen"), ROLES, layout, register)
