"""Sessions: what the cookie holds, who it makes you, and how it ends."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import MakeServer


def test_signing_in_makes_somebody_known(client: FlaskClient) -> None:
    client.get("/in/coordinator")

    assert client.get("/whoami").text == "Marieke de Vries"


def test_signing_in_throws_away_what_was_planted_before(client: FlaskClient) -> None:
    with client.session_transaction() as session:
        session.update(csrf="planted", other="planted")

    client.get("/in/coordinator")

    with client.session_transaction() as session:
        assert (session["csrf"] != "planted", "other" in session) == (True, False)


def test_signing_out_gives_back_the_token_and_forgets_it(client: FlaskClient) -> None:
    client.get("/in/coordinator")

    answer = client.get("/out")

    assert (answer.text, client.get("/whoami").status_code) == ("coordinator", 302)


@pytest.mark.parametrize("token", ["unknown", "nobody"])
def test_a_session_that_has_ended_leads_to_the_log_in_page(client: FlaskClient, token: str) -> None:
    client.get(f"/in/{token}")

    answer = client.get("/whoami?x=1")

    assert (answer.status_code, answer.location) == (302, "/inloggen?naar=%2Fwhoami%3Fx%3D1")


def test_a_forged_cookie_makes_nobody_known(client: FlaskClient) -> None:
    client.set_cookie("rodedraad", "eyJ0b2tlbiI6ImNvb3JkaW5hdG9yIn0.aaaaaa.forged")

    assert client.get("/whoami").status_code == 302


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(make: MakeServer) -> None:
    client = make(secure_cookies=True).test_client()

    cookies = client.get("/in/coordinator", base_url="https://localhost").headers.getlist("Set-Cookie")

    ours = next(cookie for cookie in cookies if cookie.startswith("rodedraad="))
    assert [part in ours for part in ("HttpOnly", "SameSite=Lax", "Secure")] == [True, True, True]


def test_the_form_token_is_readable_by_scripts_and_equal_to_the_signed_one(client: FlaskClient) -> None:
    client.get("/form")

    readable = client.get_cookie("_csrf_token")
    with client.session_transaction() as session:
        assert readable is not None
        assert (readable.value, readable.http_only) == (session["csrf"], False)


def test_a_page_without_a_form_sets_no_cookie(client: FlaskClient) -> None:
    answer = client.get("/framed")

    assert "Set-Cookie" not in answer.headers
