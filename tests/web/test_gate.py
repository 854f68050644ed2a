"""The gate for writes: our own forms pass, everything else is refused, and nothing typed is lost."""

import pytest
from flask.testing import FlaskClient

TOKEN = "t" * 32
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def reader(client: FlaskClient) -> FlaskClient:
    with client.session_transaction() as session:
        session["csrf"] = TOKEN
    return client


def test_a_form_with_its_token_passes(reader: FlaskClient) -> None:
    answer = reader.post("/form", data={"csrf_token": TOKEN, "wish": "koffie"}, headers=OURS)

    assert answer.text == "received koffie"


def test_a_header_with_the_token_passes(reader: FlaskClient) -> None:
    answer = reader.post("/form", data={"wish": "thee"}, headers={"X-CSRFToken": TOKEN})

    assert answer.text == "received thee"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_way_of_writing_passes_without_the_token(reader: FlaskClient, method: str) -> None:
    answer = getattr(reader, method)("/form")

    assert answer.status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "t", "té"])
def test_a_wrong_token_is_refused(reader: FlaskClient, token: str) -> None:
    answer = reader.post("/form", data={"csrf_token": token, "wish": "koffie"})

    assert answer.status_code == 403


def test_an_empty_token_does_not_match_an_empty_session(client: FlaskClient) -> None:
    answer = client.post("/form", data={"csrf_token": "", "wish": "koffie"})

    assert answer.status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_is_refused_even_with_the_token(reader: FlaskClient, site: str) -> None:
    answer = reader.post("/form", data={"csrf_token": TOKEN, "wish": "koffie"}, headers={"Sec-Fetch-Site": site})

    assert (answer.status_code, "koffie" in answer.text) == (403, False)


def test_a_form_that_stood_open_too_long_can_be_sent_again(client: FlaskClient) -> None:
    first = client.post("/form", data={"csrf_token": "old", "wish": '"koffie" & thee'}, headers=OURS)
    with client.session_transaction() as session:
        token = session["csrf"]

    second = client.post("/form", data={"csrf_token": token, "wish": '"koffie" & thee'}, headers=OURS)

    assert (first.status_code, 'value="&#34;koffie&#34; &amp; thee"' in first.text) == (403, True)
    assert second.text == 'received "koffie" & thee'


def test_a_password_is_never_shown_again(client: FlaskClient) -> None:
    answer = client.post("/form", data={"csrf_token": "old", "password": "geheim"}, headers=OURS)

    assert (answer.status_code, "geheim" in answer.text) == (403, False)


def test_a_callback_of_an_ended_session_is_told_to_log_in(client: FlaskClient) -> None:
    answer = client.post("/werk/_dash-update-component", json={})

    assert answer.status_code == 401
