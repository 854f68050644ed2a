"""Today: signals that nobody decided about yet."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.improving.signal_words import PATH
from dashboard.parts.pieces import card
from i18n import _, n_


def new_signals(count: int) -> list[Component]:
    """One line with the way to them; nothing while there are none."""
    if not count:
        return []
    words = n_("{n} nieuw signaal: kies wat u ermee doet", "{n} nieuwe signalen: kies wat u ermee doet", count)
    line = html.Li([icon("bell"), dcc.Link(words, href=f"{PATH}?signalen=nieuw")])
    return [card(html.Ul([line], className="list"), title=_("Signalen"))]
