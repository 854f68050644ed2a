"""A question before something that can't be taken back lightly."""

import dash_mantine_components as dmc
from dash import Input, html
from dash.development.base_component import Component

from dashboard.parts.attributes import data
from i18n import _

DIALOG = "dialog"


def _id(name: str, part: str) -> dict[str, str]:
    return {"type": DIALOG, "name": name, "part": part}


def confirm(name: str, opener: str, *, title: str, sentence: str, yes: str, danger: bool = True,
            ask: Component | None = None) -> Component:  # fmt: skip
    """A button called `opener` that asks first; listen to the yes with `confirmed(name)`.

    `ask` is what else it asks.
    """
    colour = "red" if danger else "teal"
    buttons = [
        dmc.Button(_("Toch niet"), id=_id(name, "cancel"), variant="default", **data(autofocus="true")),
        dmc.Button(yes, id=_id(name, "yes"), color=colour),
    ]
    return html.Span(
        [
            dmc.Button(opener, id=_id(name, "open"), variant="default"),
            dmc.Modal(
                [html.P(sentence), ask, dmc.Group(buttons, justify="flex-end")], id=_id(name, "modal"), title=title
            ),
        ]
    )


def confirmed(name: str) -> Input:
    """The input that changes when the reader says yes to the dialog `name`."""
    return Input(_id(name, "yes"), "n_clicks")
