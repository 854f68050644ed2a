"""Moving between pages without loading everything again, and the first page of a visit."""

import logging
from dataclasses import dataclass

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.index import page_title
from dashboard.page import EVERYONE
from dashboard.routing import HOME, Router
from web.errors import message_for
from web.languages import page_before
from web.services import Services
from web.sessions import current_actor

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Arrival:
    """The page that somebody comes in on, drawn, with its address as the browser writes it."""

    pathname: str
    search: str
    drawn: Component
    title: str


def arrival(router: Router, services: Services) -> Arrival | None:
    """The page that asks for its layout, which the browser tells beside the question; None where it does not.

    It then stands there without a second question to the server. A page that can't be drawn is left to `visit`,
    which says on screen what went wrong.
    """
    asked = page_before()
    if asked is None or router.find(asked.path) is None:
        return None
    search = f"?{asked.query}" if asked.query else ""
    try:
        return Arrival(asked.path, search, *_draw(router, asked.path, search, services))
    except Exception as error:  # noqa: BLE001 - whatever it is, `visit` meets it again
        log.info("%s is drawn by its own question: %r", asked.path, error)
        return None


def register_visits(callbacks: Callbacks, router: Router, services: Services) -> None:
    """Fill `page` for each next address, after asking whether this actor may see it."""

    @callbacks(
        Output("page", "children"),
        Output("page-title", "data"),
        Input("address", "pathname"),
        Input("address", "search"),
        roles=EVERYONE,
        prevent_initial_call=True,
    )
    def visit(pathname: object, search: object) -> tuple[Component, str]:
        path = pathname if isinstance(pathname, str) else HOME
        return _draw(router, path, search if isinstance(search, str) else "", services)


def _draw(router: Router, pathname: str, search: str, services: Services) -> tuple[Component, str]:
    found = router.find(pathname)
    if found is None:
        return _refusal(404)
    if not current_actor().has(*found.page.roles):
        return _refusal(403)
    return found.draw(search, services), page_title(str(found.page.title))


def _refusal(code: int) -> tuple[Component, str]:
    message = message_for(code)
    return html.Div([html.H1(message.title), html.P(message.sentence)]), page_title(message.title)
