"""A few quiet choices behind one button: with the keyboard and by voice as easy as with a finger."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from i18n import _


def more_menu(choices: Sequence[Component]) -> Component:
    """Folds away what is seldom needed; Escape, and a click elsewhere, close it."""
    head = html.Summary([icon("ellipsis"), _("Meer")], className="link-button second")
    return html.Details([head, html.Div(list(choices), className="sheet")], className="menu more-choices")


def menu_link(text: str, href: str, symbol: str) -> Component:
    return dcc.Link([icon(symbol), text], href=href, className="menu-item")
