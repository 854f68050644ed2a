"""What happened meanwhile: laws, terms and campaigns, as charts show them; added, changed, taken away and put back."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import POLICY, Page
from dashboard.parts import (
    aria,
    card,
    empty_state,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    notice,
    page_header,
    table,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.fields import FIELD
from dashboard.parts.improving.marker_form import FORM, KINDS, marker_form, plan_of, values_of
from dashboard.parts.improving.signal_words import PATH
from dashboard.parts.tables import Cell
from domain.checking import Checked, check
from domain.improving import markers
from domain.improving.markers import MarkerPlan
from i18n import _, day, lazy
from store.queries import happenings
from store.queries.happenings import MarkerFacts
from web.services import Services
from web.sessions import current_actor

DO = "marker-act"
CHANGE, REMOVE = "change", "remove"
VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)


def layout() -> Component:
    lead = _("Wat er buiten uw werk gebeurde en de vragen kan veranderen.")
    save = dmc.Button(_("Opslaan"), id="marker-save")
    empty = dmc.Button(_("Leegmaken"), id="marker-empty", variant="default")
    fields = html.Div(form_controls(marker_form()), className="fields")
    return html.Div(
        [
            page_header(_("Wetten, termijnen en campagnes"), lead, back=(PATH, _("Verbeteren"))),
            dcc.Store(id="marker-changed"),
            dcc.Store(id="marker-number"),
            dcc.Store(id="marker-removed"),
            html.Div(id="marker-undo", role="status"),
            html.Div(id="marker-list"),
            card(fields, html.Div([save, empty], className="actions"), title=_("Toevoegen of wijzigen")),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_saving(callbacks, services)
    _register_list(callbacks, services)
    _register_acts(callbacks, services)
    _register_undo(callbacks, services)


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("marker-changed", "data"),
        Output("marker-number", "data"),
        Input("marker-save", "n_clicks"),
        Input("marker-empty", "n_clicks"),
        field_values(FORM),
        State("marker-number", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def save(pressed: object, emptied: object, values: list[object], number: object) -> tuple[Any, ...]:
        if not (pressed or emptied):
            raise PreventUpdate  # the page was drawn: nobody pressed
        form, now = marker_form(), services.now()
        nothing = [None for _one in form.fields]
        if ctx.triggered_id == "marker-empty":
            return nothing, nothing, no_update, None

        def write(checked: Checked) -> None:
            _write(services, number if isinstance(number, int) else None, plan_of(checked))

        errors = attempt(form, typed(form, values), write)
        if errors:
            return errors_of(form, errors), [no_update for _one in form.fields], no_update, no_update
        toast(_("Opgeslagen."))
        return nothing, nothing, now.isoformat(), None


def _write(services: Services, number: int | None, plan: MarkerPlan) -> None:
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        if number is None:
            markers.add(session, plan, by=by, now=now)
        else:
            markers.change(session, number, plan, by=by, now=now)


def _register_list(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("marker-list", "children"), Input("marker-changed", "data"), roles=POLICY)
    def show(_changed: object) -> Component:
        with services.database.reading() as session:
            found = happenings.markers(session)
        if not found:
            sentence = _("Zet er een wet, een termijn of een campagne bij.")
            return card(empty_state(_("Nog niets toegevoegd"), sentence, symbol="calendar"))
        columns = [_("Wat"), _("Soort"), _("Wanneer"), _("Wijzigen")]
        return card(table(columns, [_row(one) for one in found], caption=_("Wetten, termijnen en campagnes")))


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        VALUES,
        Output("marker-number", "data", allow_duplicate=True),
        Output("marker-changed", "data", allow_duplicate=True),
        Output("marker-removed", "data"),
        Input({"type": DO, "what": ALL, "number": ALL}, "n_clicks"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def act(clicks: list[object]) -> tuple[Any, ...]:
        form, pressed = marker_form(), ctx.triggered_id
        left = [no_update for _one in form.fields]
        if not any(clicks) or not pressed:
            return left, no_update, no_update, no_update
        number, now = int(pressed["number"]), services.now()
        if pressed["what"] == CHANGE:
            with services.database.reading() as session:
                one = next((found for found in happenings.markers(session) if found.id == number), None)
            values = values_of(one) if one else {}
            return [values.get(field.key) for field in form.fields], number, no_update, None
        with services.database.writing() as session:
            was = markers.remove(session, number, by=current_actor(), now=now)
        return left, None, f"{now.isoformat()} {number}", values_of(was) if was else None


def _register_undo(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("marker-undo", "children"), Input("marker-removed", "data"), roles=POLICY)
    def offer(was: object) -> Component | None:
        if not isinstance(was, dict):
            return None
        back = dmc.Button(_("Zet terug"), id="marker-back", variant="default")
        return notice(html.P(_("{name} is weggehaald.", name=str(was.get("name", "")))), back, symbol="undo-2")

    @callbacks(
        Output("marker-changed", "data", allow_duplicate=True),
        Output("marker-removed", "data", allow_duplicate=True),
        Input("marker-back", "n_clicks"),
        State("marker-removed", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def put_back(clicks: object, was: object) -> tuple[Any, Any]:
        checked = check(marker_form(), was if isinstance(was, dict) else {})
        if not clicks or checked.errors:
            return no_update, no_update
        now = services.now()
        with services.database.writing() as session:
            markers.add(session, plan_of(checked), by=current_actor(), now=now)
        toast(_("Teruggezet."))
        return f"{now.isoformat()} back", None


def _row(one: MarkerFacts) -> list[Cell]:
    when = day(one.starts_on, year=True)
    if one.ends_on:
        when = _("{first} tot en met {last}", first=when, last=day(one.ends_on, year=True))
    change = _button(CHANGE, one, _("Wijzig"), _("Wijzig: {name}", name=one.name))
    remove = _button(REMOVE, one, _("Haal weg"), _("Haal weg: {name}", name=one.name))
    return [one.name, str(KINDS[one.kind]), when, html.Div([change, remove], className="actions")]


def _button(what: str, one: MarkerFacts, words: str, label: str) -> Component:
    key = {"type": DO, "what": what, "number": one.id}
    return dmc.Button(words, id=key, size="compact-md", variant="default", **aria(label=label))


PAGE = Page(f"{PATH}/gebeurtenissen", lazy("Wetten, termijnen en campagnes"), POLICY, layout, register=register)
