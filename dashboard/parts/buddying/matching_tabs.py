"""The pages about matching as links beside each other: one place in the navigation, five ways to look."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.routing import is_page
from i18n import _, lazy

PLAN, BOARD, NETWORK = "/werk/koppelen", "/werk/koppelbord", "/werk/netwerk"
COVERAGE, MEASURES = "/werk/dekking", "/werk/koppelcijfers"
TABS = (
    (PLAN, lazy("Koppelen")),
    (BOARD, lazy("Bord")),
    (NETWORK, lazy("Netwerk")),
    (COVERAGE, lazy("Dekking")),
    (MEASURES, lazy("Cijfers")),
)


def matching_tabs(here: str) -> Component:
    """Stands below the heading of a page; `here` is the page's own address. Only to pages that there are."""
    there = [(path, title) for path, title in TABS if is_page(path)]
    links = [html.Li(_here(title) if path == here else _link(path, title)) for path, title in there]
    return html.Nav(html.Ul(links), className="tabs", **aria(label=_("Manieren om naar koppelingen te kijken")))


def _here(title: lazy) -> Component:
    return html.Span(str(title), className="tab here", **aria(current="page"))


def _link(path: str, title: lazy) -> Component:
    return dcc.Link(str(title), href=path, className="tab")
