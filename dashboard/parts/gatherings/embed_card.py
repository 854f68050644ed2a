"""The public agenda of each region on somebody else's site: its address, and what that site puts into its page."""

from html import escape

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import card
from i18n import _
from store.queries.gatherings import events
from store.sessions import Session


def embed_card(session: Session, public_url: str) -> Component | None:
    """Nothing as long as there is no region."""
    regions = events.regions(session)
    if not regions:
        return None
    lead = _("School of gemeente kan de openbare agenda op de eigen site tonen. Zij loopt vanzelf mee.")
    return card(html.P(lead), *(_region(key, name, public_url) for key, name in regions.items()), title=_("Delen"))


def _region(key: str, name: str, public_url: str) -> Component:
    address = f"{public_url}/agenda/{key}"
    title = _("Oudercafés in {region}", region=name)
    page = html.P(html.A(address, href=address, target="_blank", rel="noopener"), className="address")
    buttons = [
        _copy(address, _("Kopieer link")),
        _copy(snippet(address, title), _("Kopieer code voor een website")),
        _copy(f"{address}.ics", _("Kopieer agendalink")),
    ]
    return html.Div([html.H3(name), page, html.Div(buttons, className="actions")])


def snippet(address: str, title: str) -> str:
    """What another site puts into its page; it asks for nothing but this frame."""
    frame = f'<iframe src="{escape(address)}/insluiten" title="{escape(title)}" width="100%" height="640"'
    return f'{frame} loading="lazy" style="border:0"></iframe>'


def _copy(value: str, label: str) -> Component:
    return dmc.CopyButton(
        value=value, children=label, copiedChildren=_("Gekopieerd"), buttonProps={"variant": "default"}
    )
