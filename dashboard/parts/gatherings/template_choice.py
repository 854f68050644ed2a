"""The templates that a new gathering can begin with, as links above its form."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.gatherings.event_words import NEW, TEMPLATES
from dashboard.parts.icons import icon
from domain.gatherings.event_templates import templates
from i18n import _
from store.sessions import Session


def template_choice(session: Session, chosen: str, day: str = "") -> Component | None:
    """Nothing when there are no templates yet."""
    found = templates(session)
    if not found:
        return None
    more = f"&datum={day}" if day else ""
    links = [
        html.Li(
            html.Span([icon("check"), one.name], className="choice here", **aria(current="true"))
            if one.key == chosen
            else dcc.Link(one.name, href=f"{NEW}?sjabloon={one.key}{more}", className="choice")
        )
        for one in found
    ]
    head = html.Strong(_("Begin met een sjabloon"), id="template-choice-name")
    manage = dcc.Link(_("Sjablonen beheren"), href=TEMPLATES)
    return html.Nav(
        [head, html.Ul(links), manage], className="template-choice", **aria(labelledby="template-choice-name")
    )
