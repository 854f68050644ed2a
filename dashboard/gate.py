"""The gate on every address of the dashboard: closed unless something here opens it."""

from dash.exceptions import DependencyException
from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from dashboard.access import Callbacks
from dashboard.routing import HOME, Router
from web.errors import refuse, sign_in_first
from web.sessions import current_actor

UPDATE = f"{HOME}_dash-update-component"
FILES = f"{HOME}_dash-component-suites/"
FOR_EVERYONE_SIGNED_IN = {f"{HOME}_dash-layout", f"{HOME}_dash-dependencies", f"{HOME}_reload-hash"}


class Gate:
    def __init__(self, router: Router, callbacks: Callbacks) -> None:
        self.router = router
        self.callbacks = callbacks

    def check(self) -> Response | None:
        """An answer that refuses or redirects, or None to let the request in."""
        path = request.path
        if not path.startswith(HOME) or path.startswith(FILES):
            return None
        if path == UPDATE:
            return self._check_callback()
        if path in FOR_EVERYONE_SIGNED_IN:
            return None if current_actor().roles else refuse(401)
        return self._check_page(path)

    def _check_callback(self) -> Response | None:
        if not current_actor().roles:
            return refuse(401)
        try:
            body = request.get_json(silent=True)
        except RecursionError:  # brackets in brackets, thousands deep
            return refuse(404)
        output = body.get("output") if isinstance(body, dict) else None
        roles = self.callbacks.roles.get(output) if isinstance(output, str) else None
        if roles is None:
            return refuse(404)
        return None if current_actor().has(*roles) else refuse(403)

    def _check_page(self, path: str) -> Response | None:
        visit = self.router.find(path)
        actor = current_actor()
        if not actor.roles:
            return sign_in_first()
        if path == HOME and (visit is None or not actor.has(*visit.page.roles)):
            home = self.router.home_of(actor)
            return redirect(home) if home != HOME else refuse(404)
        if visit is None:
            return refuse(404)
        return None if actor.has(*visit.page.roles) else refuse(403)


def add_gate(server: Flask, router: Router, callbacks: Callbacks) -> None:
    server.before_request(Gate(router, callbacks).check)
    server.register_error_handler(DependencyException, lambda _unknown_file: refuse(404))
    server.add_url_rule(HOME.rstrip("/"), "work", lambda: redirect(HOME))
