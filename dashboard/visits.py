"""Moving between pages without loading everything again."""

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.index import page_title
from dashboard.page import EVERYONE
from dashboard.routing import HOME, Router
from web.errors import message_for
from web.services import Services
from web.sessions import current_actor


def register_visits(callbacks: Callbacks, router: Router, services: Services) -> None:
    """Fill `page` for each address, after asking whether this actor may see it."""

    @callbacks(
        Output("page", "children"),
        Output("page-title", "data"),
        Input("address", "pathname"),
        Input("address", "search"),
        roles=EVERYONE,
    )
    def visit(pathname: object, search: object) -> tuple[Component, str]:
        found = router.find(pathname if isinstance(pathname, str) else HOME)
        if found is None:
            return _refusal(404)
        if not current_actor().has(*found.page.roles):
            return _refusal(403)
        drawn = found.draw(search if isinstance(search, str) else "", services)
        return drawn, page_title(str(found.page.title))


def _refusal(code: int) -> tuple[Component, str]:
    message = message_for(code)
    return html.Div([html.H1(message.title), html.P(message.sentence)]), page_title(message.title)
