"""Whose support point this is: its facts on every page, and its logo."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask, Response, current_app, g, request

from domain.organisation import Organisation
from web.assets import assets_of

PRODUCT = "Rode Draad"
LOGO = "/logo"

LoadOrganisation = Callable[[], Organisation]
LoadLogo = Callable[[], tuple[str, bytes, datetime] | None]


def no_logo() -> None:
    """A support point that uploaded no logo of its own."""


def current_organisation() -> Organisation:
    """The organisation, asked once a request."""
    if "organisation" not in g:
        g.organisation = current_app.extensions["organisation"]()
    organisation: Organisation = g.organisation
    return organisation


def _logo() -> Response:
    """The uploaded logo, or the mark of the product."""
    load: LoadLogo = current_app.extensions["logo"]
    uploaded = load()
    ours = assets_of(current_app).files["logo.svg"]
    mimetype, content = uploaded[:2] if uploaded else (ours.mimetype, ours.content)
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = "public, max-age=300"
    response.add_etag()
    response.make_conditional(request)
    return response


def add_organisation(server: Flask, organisation: LoadOrganisation, logo: LoadLogo) -> None:
    server.extensions["organisation"] = organisation
    server.extensions["logo"] = logo
    server.add_url_rule(LOGO, "logo", _logo)
