"""The dashboard put together: pages, callbacks, gate, look and safety, on a server that is passed in."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from dash.development.base_component import Component
from flask import Flask

from dashboard.access import Callbacks
from dashboard.attendance_api import add_attendance
from dashboard.behaviour import register_behaviour
from dashboard.failures import show_failure
from dashboard.gate import add_gate
from dashboard.index import Workplace
from dashboard.look import SCRIPTS, add_look
from dashboard.page import Page
from dashboard.pages import PAGES
from dashboard.routing import HOME, Router, add_router
from dashboard.shell import shell
from dashboard.visits import arrival, register_visits
from web.assets import assets_of
from web.headers import content_security
from web.services import Services
from web.sessions import current_actor
from web.sizes import take_files


def build(server: Flask, services: Services, pages: Sequence[Page] = PAGES) -> Workplace:
    """Add the dashboard to `server`. Raises `Undeclared` when a page or a callback doesn't say who may use it."""
    router = Router(pages)
    add_router(server, router)
    take_files(server, HOME)
    add_look(assets_of(server))
    dash = _workplace(server, router, services)
    callbacks = Callbacks(dash)
    register_visits(callbacks, router, services)
    register_behaviour(callbacks)
    for page in pages:
        if page.register:
            page.register(callbacks, services)
    callbacks.audit(pages)
    add_gate(server, router, callbacks)
    add_attendance(server, services)
    _allow_scripts(server, dash)
    return dash


def _workplace(server: Flask, router: Router, services: Services) -> Workplace:
    def layout() -> Component:
        actor = current_actor()
        return shell(actor, router.seen_by(actor), arrival(router, services))

    dash = Workplace(
        __name__,
        server=cast(Any, server),  # its annotation forgets that a Flask may be given
        requests_pathname_prefix=HOME,
        routes_pathname_prefix=HOME,
        include_assets_files=False,
        external_scripts=[assets_of(server).url(name) for name in SCRIPTS],
        suppress_callback_exceptions=True,
        use_async=False,
        use_pages=False,
        enable_mcp=False,
        update_title="",
        on_error=show_failure,
        add_log_handler=False,
    )
    dash.router = router
    dash.layout = layout
    return dash


def _allow_scripts(server: Flask, dash: Workplace) -> None:
    """Allow Dash's own inline scripts by their hash, and the styles that Mantine makes while it draws."""
    with server.test_request_context(HOME):
        first_page: Callable[[], str] = dash.index
        first_page()
    hashes = " ".join(sorted(set(dash.csp_hashes())))
    content_security(server).relax(
        HOME,
        {
            "script-src": f"'self' {hashes}",
            "style-src-elem": "'self' 'unsafe-inline'",
            "style-src-attr": "'none'",
        },
    )
