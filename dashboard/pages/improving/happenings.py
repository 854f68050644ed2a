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
    field_values,
    filled,
    form_controls,
    notice,
    page_header,
    table,
    typed,
)
from dashboard.parts.improving.marker_form import FORM, KINDS, as_plan, marker_form, values_of
from dashboard.parts.improving.marker_saving import OPENED, VALUES, opened, register_saving
from dashboard.parts.improving.signal_words import PATH
from dashboard.parts.news import news, register_news
from dashboard.parts.set_aside import aside_room, asides, register_aside, to_fields, with_typed
from dashboard.parts.tables import Cell
from domain.improving import markers
from domain.refused import Refused
from i18n import _, day, lazy
from store.queries.numbers import happenings
from store.queries.numbers.happenings import MarkerFacts
from web.services import Services
from web.sessions import current_actor

DO = "marker-act"
CHANGE, REMOVE = "change", "remove"


def layout() -> Component:
    lead = _("Wat er buiten uw werk gebeurde en de vragen kan veranderen.")
    save = dmc.Button(_("Opslaan"), id="marker-save")
    empty = dmc.Button(_("Leegmaken"), id="marker-empty", variant="default")
    fields = html.Div(form_controls(marker_form()), className="fields")
    return html.Div(
        [
            page_header(_("Wetten, termijnen en campagnes"), lead, back=(PATH, _("Verbeteren"))),
            *(dcc.Store(id=one) for one in ("marker-changed", OPENED, "marker-removed")),
            news("marker-undo", role="status"),
            html.Div(id="marker-list"),
            news("marker-said"),
            card(
                aside_room(FORM), fields, html.Div([save, empty], className="actions"), title=_("Toevoegen of wijzigen")
            ),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    register_saving(callbacks, services)
    register_news(callbacks, "marker-said")
    register_news(callbacks, "marker-undo")
    register_aside(callbacks, FORM, OPENED, POLICY)
    _register_list(callbacks, services)
    _register_acts(callbacks, services)
    _register_undo(callbacks, services)


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
        Output("marker-said", "children", allow_duplicate=True),
        Output(OPENED, "data", allow_duplicate=True),
        Output(f"{FORM}-aside", "data", allow_duplicate=True),
        Output("marker-changed", "data", allow_duplicate=True),
        Output("marker-removed", "data"),
        Input({"type": DO, "what": ALL, "number": ALL}, "n_clicks"),
        field_values(FORM),
        State(OPENED, "data"),
        asides(FORM),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def act(clicks: list[object], values: list[object], seen: object, aside: object) -> tuple[Any, ...]:
        pressed = ctx.triggered_id
        if not any(clicks) or not pressed:
            raise PreventUpdate  # the list was drawn: nobody pressed
        form, number, now = marker_form(), int(pressed["number"]), services.now()
        if pressed["what"] == CHANGE:
            return _open(services, number, with_typed(aside, typed(form, values), seen))
        with services.database.writing() as session:
            was = markers.remove(session, number, by=current_actor(), now=now)
        left = [no_update for _one in form.fields]
        # What stood in the form about this one becomes something new.
        mine = isinstance(seen, dict) and seen.get("key") == str(number)
        stamp = f"{now.isoformat()} {number}"
        return left, no_update, None if mine else no_update, no_update, stamp, values_of(was) if was else None


def _open(services: Services, number: int, aside: list[Any]) -> tuple[Any, ...]:
    with services.database.reading() as session:
        now = opened(services, session, number)
    if now is None:
        raise Refused("not_found")
    return filled(marker_form(), now.values), None, now.as_data(), aside, no_update, None


def _register_undo(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("marker-undo", "children"), Input("marker-removed", "data"), roles=POLICY)
    def offer(was: object) -> Component | None:
        if not isinstance(was, dict):
            return None
        if was.get("back"):
            return notice(html.P(_("{name} staat er weer.", name=str(was["name"]))), tone="good", symbol="check")
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
        if not clicks or not isinstance(was, dict) or was.get("back"):
            return no_update, no_update
        plan, now = as_plan(was), services.now()
        with services.database.writing() as session:
            markers.add(session, plan, by=current_actor(), now=now)
        return f"{now.isoformat()} back", {"name": plan.name, "back": True}


def _row(one: MarkerFacts) -> list[Cell]:
    when = day(one.starts_on, year=True)
    if one.ends_on:
        when = _("{first} tot en met {last}", first=when, last=day(one.ends_on, year=True))
    change = _button(CHANGE, one, _("Wijzig"), _("Wijzig: {name}", name=one.name))
    remove = _button(REMOVE, one, _("Haal weg"), _("Haal weg: {name}", name=one.name))
    return [one.name, str(KINDS[one.kind]), when, html.Div([change, remove], className="actions pair")]


def _button(what: str, one: MarkerFacts, words: str, label: str) -> Component:
    key = {"type": DO, "what": what, "number": one.id}
    to = to_fields(FORM) if what == CHANGE else {}
    return dmc.Button(words, id=key, size="compact-md", variant="default", **aria(label=label), **to)


PAGE = Page(f"{PATH}/gebeurtenissen", lazy("Wetten, termijnen en campagnes"), POLICY, layout, register=register)
