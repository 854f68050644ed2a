"""The parts of the settings as links beside each other, each a page of its own."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.pieces import page_header
from domain.actors import Role
from i18n import _, lazy

HOME = "/werk/instellingen"
TOPICS, REGIONS, MATCHING, LETTERS = (f"{HOME}/{part}" for part in ("onderwerpen", "regios", "matching", "berichten"))
CLOSED_DAYS, PUPILS = f"{HOME}/gesloten-dagen", f"{HOME}/leerlingen"
DANGER_WORDS = f"{HOME}/woorden-van-gevaar"
SCHOOLS = f"{HOME}/namen"
AUTOMATIONS, TIME_LIMITS = f"{HOME}/automatiseringen", f"{HOME}/termijnen"
ROLES = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
TABS = (
    (HOME, lazy("Organisatie")),
    (TOPICS, lazy("Onderwerpen")),
    (REGIONS, lazy("Regio's")),
    (PUPILS, lazy("Leerlingen")),
    (CLOSED_DAYS, lazy("Gesloten dagen")),
    (MATCHING, lazy("Matching")),
    (TIME_LIMITS, lazy("Termijnen")),
    (DANGER_WORDS, lazy("Woorden van gevaar")),
    (SCHOOLS, lazy("Namen in verhalen")),
    (AUTOMATIONS, lazy("Automatiseringen")),
    (LETTERS, lazy("Berichten")),
)


def settings_page(here: str, *content: Component | None) -> Component:
    """A part of the settings below its heading; `here` is its address."""
    links = [html.Li(_here(title) if path == here else _link(path, title)) for path, title in TABS]
    head = page_header(_("Instellingen"), _("Wat bij uw steunpunt hoort. Een wijziging werkt meteen."))
    tabs = html.Nav(html.Ul(links), className="tabs", **aria(label=_("Onderdelen van de instellingen")))
    return html.Div([head, tabs, *[part for part in content if part]])


def _here(title: lazy) -> Component:
    return html.Span(str(title), className="tab here", **aria(current="page"))


def _link(path: str, title: lazy) -> Component:
    return dcc.Link(str(title), href=path, className="tab")
