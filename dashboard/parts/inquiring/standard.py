"""Standard answers beside the answer that is written: one click puts a text in it, one takes it out again."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria, data
from dashboard.parts.icons import icon
from dashboard.parts.inquiring.looks import STANDARD_ANSWERS
from domain.inquiring.standard_answers import StandardAnswer
from i18n import _

NAME = "inquiry-standard-name"


def standard_buttons(found: Sequence[StandardAnswer]) -> Component:
    """The browser itself puts the text where the cursor is, so that its own undo key knows it too."""
    if not found:
        make = dcc.Link(_("Maak er een."), href=STANDARD_ANSWERS)
        return html.P([_("U hebt nog geen standaardantwoorden."), " ", make], className="note")
    buttons = [
        html.Button(one.name, type="button", title=one.text, className="chip", **data(standard_answer=one.text))
        for one in found
    ]
    undo = dmc.Button(
        _("Haal weer weg"), id="inquiry-take-out", variant="subtle", size="compact-md", leftSection=icon("undo-2"),
        style={"display": "none"},
    )  # fmt: skip
    said = html.Span(id="inquiry-put-in", className="unseen", role="status", **data(said=_("Staat in uw antwoord.")))
    name = html.P(_("Begin met een standaardantwoord"), id=NAME, className="label")
    change = dcc.Link(_("Wijzig deze teksten"), href=STANDARD_ANSWERS, className="note")
    chips = html.Div([*buttons, undo, change, said], className="chips", role="group", **aria(labelledby=NAME))
    return html.Div([name, chips], className="standard-answers")
