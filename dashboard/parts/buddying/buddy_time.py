"""On the page of a buddy: how much time is free and why not more, and a rest after a heavy match."""

from datetime import date, datetime
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.availability.days_off_card import number_of
from dashboard.parts.availability.free_weeks import last_day
from dashboard.parts.availability.why_words import why
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, notice
from dashboard.parts.toasts import toast
from domain.availability.why_not import why_not
from domain.buddying.rest import rest
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _, day
from store.queries.buddying import buddies as found
from store.queries.buddying.buddies import BuddyRow
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

CHANGED = "rest-changed"
UNTIL = "rest-until"


def time_card() -> Component:
    """For a buddy who is there; it says how things stand once it is on screen."""
    until = dmc.DatePickerInput(
        id=UNTIL,
        label=_("Even adem tot"),
        description=_("Na een zware koppeling. Tot die dag vragen wij deze buddy niet voor een nieuwe ouder."),
        placeholder=_("Kies een datum"),
        leftSection=icon("calendar"),
        clearable=True,
    )
    buttons = [
        dmc.Button(_("Geef even adem"), id="rest-start", variant="default"),
        dmc.Button(_("Weer vragen"), id="rest-end", variant="default", style={"display": "none"}),
    ]
    inside = [html.Div(id="buddy-time", className="stack"), until, html.Div(buttons, className="actions")]
    return card(html.Div([*inside, dcc.Store(id=CHANGED)], className="stack"), title=_("Tijd en rust"))


def register_time_card(callbacks: Callbacks, services: Services) -> None:
    """What the card does; once per dashboard. Whose time it is, stands in the store `buddy-number`."""

    @callbacks(
        Output("buddy-time", "children"),
        Output("rest-end", "style"),
        Output(UNTIL, "value"),
        Input(CHANGED, "data"),
        Input("buddy-changed", "data"),
        State("buddy-number", "data"),
        roles=COORDINATOR,
    )
    def show(_changed: object, _standing: object, number: object) -> tuple[list[Component], dict[str, str], str | None]:
        with services.database.reading() as session:
            row = found.one(session, number_of(number))
            now = services.now()
            until = _resting(row, now)
            said = _said(session, row, until, now) if row else []
        return said, {} if until else {"display": "none"}, str(until) if until else None

    _register_resting(callbacks, services)


def _register_resting(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(UNTIL, "error"),
        Output(CHANGED, "data"),
        Input("rest-start", "n_clicks"),
        Input("rest-end", "n_clicks"),
        State(UNTIL, "value"),
        State("buddy-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(_started: object, _ended: object, until: object, number: object) -> tuple[Any, Any]:
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            return no_update, no_update
        now, starts = services.now(), ctx.triggered_id == "rest-start"
        chosen = _day(until) if starts else None
        if starts and (chosen is None or chosen <= wall(now)[0]):
            return say(Refused("buddy.rest_past")), no_update
        with services.database.writing() as session:
            rest(session, number_of(number), chosen, by=current_actor(), now=now)
        toast(_("Bewaard."))
        return "", now.isoformat()


def _said(session: Session, row: BuddyRow, until: date | None, now: datetime) -> list[Component]:
    today = wall(now)[0]
    balance = why_not(session, row.id, today, last_day(today), now=now, new_parent=True)
    head = html.H3(_("De komende vier weken"))
    parts: list[Component] = [html.Div([head, html.P(why(balance, row.name))], className="fields")]
    if until:
        parts.append(notice(_("Even adem tot {day}.", day=day(until, year=True)), symbol="pause"))
    return parts


def _resting(row: BuddyRow | None, now: datetime) -> date | None:
    until = row.rest_until if row else None
    return until if until and wall(now)[0] < until else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
