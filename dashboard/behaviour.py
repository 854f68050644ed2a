"""What happens in the browser alone: navigation, drawer, dialogs, colours of charts, focus on errors."""

from dash import ALL, MATCH, Input, Output, State

from dashboard.access import Callbacks
from dashboard.parts.chart import GRAPH, PICTURE, SOURCE
from dashboard.parts.dialog import DIALOG
from dashboard.parts.fields import FIELD


def register_behaviour(callbacks: Callbacks) -> None:
    callbacks.clientside("shell.arrive", Output("drawer", "opened"), Input("page-title", "data"))
    callbacks.clientside(
        "shell.openDrawer",
        Output("drawer", "opened", allow_duplicate=True),
        Input("burger", "n_clicks"),
        prevent_initial_call=True,
    )
    callbacks.clientside("shell.scheme", Output("scheme", "data"), Input("address", "id"))
    _register_charts(callbacks)
    callbacks.clientside(
        "shell.openDialog",
        Output({"type": DIALOG, "name": MATCH, "part": "modal"}, "opened"),
        *(Input({"type": DIALOG, "name": MATCH, "part": part}, "n_clicks") for part in ("open", "cancel", "yes")),
        prevent_initial_call=True,
    )
    callbacks.clientside(
        "shell.errors",
        Output("page-title", "id"),
        Input({"type": FIELD, "form": ALL, "key": ALL}, "error"),
        prevent_initial_call=True,
    )
    callbacks.clientside(
        "shell.address", Output("page-question", "id"), Input("page-question", "data"), prevent_initial_call=True
    )


def _register_charts(callbacks: Callbacks) -> None:
    callbacks.clientside(
        "shell.paint",
        Output({"type": GRAPH, "chart": MATCH}, "figure"),
        Input({"type": SOURCE, "chart": MATCH}, "data"),
        Input("scheme", "data"),
    )
    callbacks.clientside(
        "shell.savePicture",
        Output({"type": PICTURE, "chart": MATCH, "as": MATCH}, "n_clicks"),
        Input({"type": PICTURE, "chart": MATCH, "as": MATCH}, "n_clicks"),
        State({"type": PICTURE, "chart": MATCH, "as": MATCH}, "id"),
        State({"type": SOURCE, "chart": MATCH}, "data"),
        prevent_initial_call=True,
    )
