"""Who may call which callback, over HTTP, with everything an attacker can forge."""

from pathlib import Path

import pytest
from dash import Input, Output, html
from flask import Flask, session
from werkzeug.exceptions import Forbidden

from dashboard.access import Callbacks, Undeclared
from dashboard.build import build
from dashboard.page import COORDINATOR, Page
from i18n import lazy
from tests.dashboard.sample import PEOPLE, call, sample, services, signed_in
from web.server import make_server
from web.services import Services

COUNT = ("counted.children", ("count", "n_clicks", 3))
UPDATE = "/werk/_dash-update-component"
TOKEN = {"X-CSRFToken": "t" * 32}


def test_the_right_role_gets_an_answer(server: Flask) -> None:
    answer = call(signed_in(server, "coordinator"), *COUNT)

    assert (answer.status_code, answer.get_json()["response"]) == (200, {"counted": {"children": "3 keer"}})


def test_a_passer_by_is_told_to_log_in(server: Flask) -> None:
    answer = call(server.test_client(), *COUNT)

    assert answer.status_code == 401


def test_an_ended_session_is_told_to_log_in(server: Flask) -> None:
    answer = call(signed_in(server, "somebody who was signed out"), *COUNT)

    assert answer.status_code == 401


def test_the_wrong_role_is_refused(server: Flask) -> None:
    answer = call(signed_in(server, "buddy"), *COUNT)

    assert answer.status_code == 403


@pytest.mark.parametrize("output", ["nobody.children", "drawer.opened", "..counted.children..", "counted.children@1"])
def test_a_callback_that_is_not_there_is_not_found(server: Flask, output: str) -> None:
    answer = call(signed_in(server, "coordinator"), output, ("count", "n_clicks", 3))

    assert answer.status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"output": ["counted.children"]}', b'{"output": {}}'])
def test_a_malformed_body_is_not_found(server: Flask, body: bytes) -> None:
    client = signed_in(server, "coordinator")

    answer = client.post(UPDATE, data=body, content_type="application/json", headers=TOKEN)

    assert answer.status_code == 404


@pytest.mark.parametrize("token", ["", "x" * 32, "t" * 31, "é"])
def test_without_the_form_token_nothing_is_called(server: Flask, token: str) -> None:
    answer = call(signed_in(server, "coordinator"), *COUNT, token=token.encode().decode("latin-1"))

    assert answer.status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_is_refused_even_with_the_token(server: Flask, site: str) -> None:
    answer = call(signed_in(server, "coordinator"), *COUNT, **{"Sec-Fetch-Site": site})

    assert answer.status_code == 403


def test_the_function_itself_asks_for_the_role_again(tmp_path: Path) -> None:
    own = _bare()
    dash = build(own, services(tmp_path), ())
    callbacks = Callbacks(dash)

    @callbacks(Output("a", "children"), Input("b", "n_clicks"), roles=COORDINATOR)
    def answer(clicks: int) -> int:
        return clicks

    guarded = dash.callback_map["a.children"]["callback"].__wrapped__
    with own.test_request_context("/werk/"), pytest.raises(Forbidden):
        session["token"] = "buddy"
        guarded(1)


def test_a_registered_function_stays_a_plain_function(tmp_path: Path) -> None:
    callbacks = Callbacks(build(_bare(), services(tmp_path), ()))

    @callbacks(Output("a", "children"), Input("b", "n_clicks"), roles=COORDINATOR)
    def answer(clicks: int) -> int:
        return clicks + 1

    assert answer(1) == 2


def test_a_page_without_roles_does_not_start(tmp_path: Path) -> None:
    page = Page("/werk/open", lazy("Open"), frozenset(), html.Div)

    with pytest.raises(Undeclared, match="/werk/open"):
        sample(tmp_path, (page,))


def test_a_callback_with_no_roles_does_not_start(tmp_path: Path) -> None:
    def register(callbacks: Callbacks, _services: Services) -> None:
        callbacks(Output("open", "children"), Input("b", "n_clicks"), roles=())(str)

    page = Page("/werk/open", lazy("Open"), COORDINATOR, html.Div, register)

    with pytest.raises(Undeclared, match=r"open\.children"):
        sample(tmp_path, (page,))


def test_a_callback_behind_our_back_does_not_start(tmp_path: Path) -> None:
    def register(callbacks: Callbacks, _services: Services) -> None:
        callbacks._dash.callback(Output("open", "children"), Input("b", "n_clicks"))(str)

    page = Page("/werk/open", lazy("Open"), COORDINATOR, html.Div, register)

    with pytest.raises(Undeclared, match=r"open\.children"):
        sample(tmp_path, (page,))


def _bare() -> Flask:
    return make_server(secret_key=b"s" * 32, load_actor=PEOPLE.get, secure_cookies=False)
