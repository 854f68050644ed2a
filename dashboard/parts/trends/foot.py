"""What stands below each figure: how it is computed, and buttons to save it as a picture or a sheet."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.chart import PICTURE
from dashboard.parts.icons import icon
from dashboard.parts.trends.methods import METHODS_PATH, Method, anchor, in_words
from i18n import _

SAVE = "trend-save"
SHEETS = ("csv", "xlsx")
PICTURES = ("png", "svg")


def how(method: Method) -> Component:
    """“Hoe is dit berekend?”, folded away."""
    summary = html.Summary([icon("circle-help"), _("Hoe is dit berekend?")])
    more = dcc.Link(_("Alles over hoe we rekenen"), href=f"{METHODS_PATH}#{anchor(method)}")
    return html.Details([summary, *(html.P(one) for one in in_words(method)), html.P(more)], className="twin how")


def save(prefix: str, key: str, *, picture: bool) -> Component:
    """Buttons for the numbers as a sheet and, when there is one, for the picture; pictures are made in the browser."""
    sheets = [_button({"type": SAVE, "page": prefix, "chart": key, "as": kind}, kind) for kind in SHEETS]
    chart = f"{prefix}-{key}"
    pictures = [_button({"type": PICTURE, "chart": chart, "as": kind}, kind) for kind in PICTURES if picture]
    return html.Div([html.Span(_("Bewaar als")), *pictures, *sheets], className="saves")


def _button(name: dict[str, str], kind: str) -> Component:
    return dmc.Button(kind.upper(), id=name, variant="subtle", size="compact-md")
