"""A sentence tried on the words of danger, also on words that are not saved yet."""

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.parts import badge, card, icon
from dashboard.parts.setup.setup_tabs import ROLES
from domain import crisis_words
from domain.crisis import MOST_READ
from i18n import _

SAY, UNLESS = "danger-say", "danger-unless"


def card_to_try() -> Component:
    sentence = dmc.TextInput(
        id="danger-sentence",
        label=_("Een zin zoals iemand hem schrijft"),
        description=_("Wij bewaren hem niet."),
    )
    look = dmc.Button(_("Kijk of dit waarschuwt"), id="danger-look", variant="default", leftSection=icon("search"))
    said = html.Div(id="danger-said", role="status")
    return card(
        html.Div([sentence, html.Div([look, said], className="actions")], className="stack"), title=_("Probeer een zin")
    )


def register(callbacks: Callbacks) -> None:
    @callbacks(
        Output("danger-said", "children"),
        Input("danger-look", "n_clicks"),
        Input("danger-sentence", "n_submit"),
        State("danger-sentence", "value"),
        State({"type": SAY, "key": ALL}, "value"),
        State({"type": UNLESS, "key": ALL}, "value"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def look(clicks: object, submits: object, sentence: object, say: list[object], unless: list[object]) -> Component:
        if not clicks and not submits:
            raise PreventUpdate  # the page was drawn: nobody pressed
        words = crisis_words.words(_lines(say), _lines(unless))
        if words.found_in(str(sentence or "")[:MOST_READ]):
            return badge(_("waarschuwt"), "warn", symbol="triangle-alert")
        return badge(_("waarschuwt niet"))


def _lines(typed: list[object]) -> list[str]:
    return [line for one in typed for line in str(one or "").splitlines()]
