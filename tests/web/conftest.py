"""A bare server without pages but a few to try it with, and a browser."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, Response, abort, render_template_string, request
from flask.testing import FlaskClient

from domain.actors import Actor, Role
from domain.organisation import Organisation
from domain.refused import Refused
from store.database import Busy
from tests.browser.chromium import chromium, open_page, serving
from web import headers, sessions
from web.errors import refuse
from web.server import make_server

__all__ = ["chromium", "open_page"]

PEOPLE = {
    "coordinator": Actor("Marieke de Vries", frozenset({Role.COORDINATOR}), account_id=1),
    "nobody": Actor("Gone"),
}
MakeServer = Callable[..., Flask]


def _answer_form() -> str:
    return f"received {request.form['wish']}"


def _form() -> str:
    return render_template_string('<form method="post" action="/form">{{ form_token() }}</form>')


def _sign_in(token: str) -> str:
    sessions.sign_in(token)
    return "in"


def _sign_out() -> str:
    return str(sessions.sign_out())


def _whoami() -> str:
    sessions.require(Role.COORDINATOR)
    return sessions.current_actor().name


def _framed() -> str:
    headers.embeddable()
    return "<p>agenda</p>"


def _secret() -> str:
    headers.keep_address_private()
    return "<p>link</p>"


def _fail(how: str) -> Response:
    if how == "bug":
        raise ZeroDivisionError
    if how == "refused":
        raise Refused("not_found")
    if how == "busy":
        raise Busy
    return refuse(410) if how == "link" else abort(int(how))


@pytest.fixture
def make() -> MakeServer:
    def make_(**options: object) -> Flask:
        settings = {"secret_key": b"s" * 32, "load_actor": PEOPLE.get, "secure_cookies": False, **options}
        server = make_server(**settings)  # type: ignore[arg-type]
        server.add_url_rule("/form", "form", _form)
        server.add_url_rule("/form", "answer_form", _answer_form, methods=["POST"])
        server.add_url_rule("/in/<token>", "in", _sign_in)
        server.add_url_rule("/out", "out", _sign_out)
        server.add_url_rule("/whoami", "whoami", _whoami)
        server.add_url_rule("/framed", "framed", _framed)
        server.add_url_rule("/secret", "secret", _secret)
        server.add_url_rule("/fail/<how>", "fail", _fail, methods=["GET", "POST"])
        server.add_url_rule("/api/fail/<how>", "api_fail", _fail)
        return server

    return make_


@pytest.fixture
def server(make: MakeServer) -> Flask:
    return make(organisation=lambda: Organisation(phone="072 123 45 67", email="hulp@example.nl", invented="yes"))


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


@pytest.fixture
def url(server: Flask) -> Iterator[str]:
    with serving(server) as address:
        yield address
