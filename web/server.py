"""One Flask server for both doors: sessions, languages, safety, compression and friendly errors."""

from flask import Flask, Response, redirect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as AnyResponse

from domain.organisation import Organisation
from web.assets import add_assets, asset
from web.compression import add_compression
from web.drawing import add_drawing
from web.errors import add_errors
from web.gate import add_gate
from web.headers import add_headers
from web.languages import add_languages
from web.look import add_look
from web.organisation import LoadLogo, LoadOrganisation, add_organisation, no_logo
from web.sessions import LoadActor, add_sessions
from web.sizes import add_sizes


def make_server(
    *,
    secret_key: bytes,
    load_actor: LoadActor,
    secure_cookies: bool,
    trusted_proxies: int = 0,
    organisation: LoadOrganisation = Organisation,
    logo: LoadLogo = no_logo,
) -> Flask:
    """A server without pages; `load_actor` turns a session token into an actor, or None when it has ended.

    `trusted_proxies` is how many proxies stand in front and may say where a request came from.
    """
    server = Flask(__name__, static_folder=None)
    server.secret_key = secret_key
    add_sizes(server)
    _trust(server, trusted_proxies)
    add_compression(server)  # the last to touch an answer, so the first to be added
    add_headers(server)
    add_sessions(server, load_actor=load_actor, secure_cookies=secure_cookies)
    add_languages(server)
    add_gate(server)
    add_assets(server)
    add_organisation(server, organisation, logo)
    add_look(server)
    add_drawing(server)
    add_errors(server)
    server.add_url_rule("/healthz", "health", _health)
    server.add_url_rule("/favicon.ico", "favicon", _favicon)
    return server


def _trust(server: Flask, hops: int) -> None:
    if hops:
        # Flask's documented way to put something in front of itself.
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _health() -> Response:
    return Response("ok\n", mimetype="text/plain")


def _favicon() -> AnyResponse:
    return redirect(asset("favicon.svg"))
