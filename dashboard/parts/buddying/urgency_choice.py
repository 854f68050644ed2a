"""How urgent a request is: three buttons in a row, saved at once."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.pieces import badge
from dashboard.parts.toasts import toast
from domain.matchmaking import urgency
from domain.refused import Refused
from i18n import _, lazy
from store.queries.matchmaking import requests
from web.services import Services
from web.sessions import current_actor

CHOICE = "request-urgency"
WORDS = {
    urgency.USUAL: (lazy("Gewoon"), "plain"),
    urgency.HURRY: (lazy("Haast"), "warn"),
    urgency.URGENT: (lazy("Dringend"), "bad"),
}


def urgency_choice(level: int) -> Component:
    """Who is in a hurry goes before who waits a little longer."""
    ways = [{"value": str(each), "label": str(word)} for each, (word, _tone) in WORDS.items()]
    label = html.Span(_("Hoeveel haast?"), id=f"{CHOICE}-label")
    buttons = dmc.SegmentedControl(id=CHOICE, data=ways, value=str(level), **aria(labelledby=f"{CHOICE}-label"))
    return html.Div([label, buttons], className="urgency")


def urgency_badge(level: int) -> Component | None:
    """Nothing for who is in no hurry."""
    if level not in WORDS or level == urgency.USUAL:
        return None
    word, tone = WORDS[level]
    return badge(str(word).lower(), tone, symbol="zap")


def register_urgency(callbacks: Callbacks, services: Services) -> None:
    """For a page with `urgency_choice`, the number of the request in `request-number` and `request-changed`."""

    @callbacks(
        Output("request-changed", "data", allow_duplicate=True),
        Input(CHOICE, "value"),
        State("request-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def choose(value: object, number: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        level, now = int(value) if isinstance(value, str) and value.isdecimal() else -1, services.now()
        with services.database.writing() as session:
            asked = requests.one(session, number)
            if asked is None:
                raise Refused("not_found")
            # Buttons that were only just drawn report too.
            if asked.urgency == level:
                raise PreventUpdate
            urgency.change(session, number, level, by=current_actor(), now=now)
        toast(_("Bewaard. In een volgend plan telt het mee."))
        return now.isoformat()
