"""What was just done, said where it was done: it takes the focus, so that eyes and screen readers are there too."""

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks


def news(name: str, role: str = "alert") -> Component:
    """Room for it; fill its children, and register it once with `register_news`."""
    return html.Div(id=name, role=role, tabIndex="-1", className="news")


def register_news(callbacks: Callbacks, name: str) -> None:
    """A wrong field gets the focus by itself, and then the news does not."""
    callbacks.clientside("shell.news", Output(name, "id"), Input(name, "children"), prevent_initial_call=True)
