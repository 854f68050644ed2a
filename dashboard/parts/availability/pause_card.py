"""A pause: no new proposals, without a reason, until a day or for as long as it takes."""

from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, COORDINATOR
from dashboard.parts.availability.days_off_card import number_of
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, notice
from domain.allowed import own_or_staff
from domain.buddying import buddies
from domain.refused import Refused
from domain.texts import say
from i18n import _, day
from store.queries.buddying.free_time import Terms, terms_of
from web.services import Services
from web.sessions import current_actor

CHANGED = "pause-changed"
UNTIL = "pause-until"
OWN_OR_STAFF = BUDDY | COORDINATOR


def pause_card() -> Component:
    """For the buddy, and for the coordinator who helps; it says how things stand once it is on screen."""
    until = dmc.DatePickerInput(
        id=UNTIL,
        label=_("Weer beschikbaar vanaf"),
        description=_("Leeg als u dat nog niet weet."),
        placeholder=_("Kies een datum"),
        leftSection=icon("calendar"),
        clearable=True,
    )
    buttons = [
        dmc.Button(_("Neem pauze"), id="pause-start", leftSection=icon("pause"), variant="default"),
        dmc.Button(_("Ik ben er weer"), id="pause-end", leftSection=icon("check"), style={"display": "none"}),
    ]
    inside = [
        html.Div(id="pause-said", role="status"),
        html.Div(until, className="filters"),
        html.Div(buttons, className="actions"),
        dcc.Store(id=CHANGED),
    ]
    return card(html.Div(inside, className="stack"), title=_("Pauze"))


def register_pause(callbacks: Callbacks, services: Services) -> None:
    """What the card does; once per dashboard. Whose pause it is, stands in the store `week-of`."""
    _register_standing(callbacks, services)
    _register_switching(callbacks, services)


def _register_standing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("pause-said", "children"),
        Output("pause-start", "children"),
        Output("pause-end", "children"),
        Output("pause-end", "style"),
        Output(UNTIL, "value"),
        Input(CHANGED, "data"),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
    )
    def show(_changed: object, number: object) -> tuple[Component, str, str, dict[str, str], str | None]:
        by = current_actor()
        own_or_staff(by, number_of(number))
        with services.database.reading() as session:
            terms = terms_of(session, number_of(number))
        paused = terms is not None and terms.paused
        until = terms.paused_until if terms and paused else None
        start = _("Bewaar deze dag") if paused else _("Neem pauze")
        end = _("Ik ben er weer") if by.buddy_id == number else _("Weer beschikbaar")
        return _said(terms), start, end, {} if paused else {"display": "none"}, str(until) if until else None


def _register_switching(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(UNTIL, "error"),
        Output(CHANGED, "data"),
        Input("pause-start", "n_clicks"),
        Input("pause-end", "n_clicks"),
        State(UNTIL, "value"),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def act(_started: object, _ended: object, until: object, number: object) -> tuple[Any, Any]:
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            return no_update, no_update
        try:
            _switch(services, number_of(number), until, starts=ctx.triggered_id == "pause-start")
        except Refused as refused:
            if refused.field is None:
                raise
            return say(refused), no_update
        return "", services.now().isoformat()


def _switch(services: Services, number: int, until: object, *, starts: bool) -> None:
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        if starts:
            buddies.pause(session, number, until=_day(until), by=by, now=now)
        else:
            buddies.resume(session, number, by=by, now=now)


def _said(terms: Terms | None) -> Component:
    if terms is None or not terms.paused:
        return html.P(_("Even rust? U hoeft niet te zeggen waarom. U krijgt dan geen voorstellen."))
    said = _("Met pauze: er komen nu geen voorstellen.")
    if terms.paused_until:
        said = _("Met pauze: er komen geen voorstellen tot {day}.", day=day(terms.paused_until, year=True))
    return notice(said, symbol="pause")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        raise Refused("buddy.pause_past", field="until") from None
