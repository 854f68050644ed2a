"""Signing in over HTTP, with the real accounts behind it."""

from urllib.parse import quote

import pytest
from flask import Flask

from tests.dashboard.signing_in import MAIL, PASSWORD, account_id, server, sign_in, status_of_work

__all__ = ["account_id", "server"]


@pytest.mark.usefixtures("account_id")
def test_the_right_password_opens_the_work(server: Flask) -> None:
    client = server.test_client()

    answer = sign_in(client, email=" Tess@Example.NL ")

    assert (answer.status_code, answer.location, status_of_work(client)) == (302, "/werk/", 200)


@pytest.mark.usefixtures("account_id")
@pytest.mark.parametrize(
    ("wanted", "place"),
    [("/werk/trends?jaar=2026", "/werk/trends?jaar=2026"), ("//evil.example", "/werk/"),
     ("https://evil.example", "/werk/"),
     ("/\\evil.example", "/werk/"), ("/a\r\nSet-Cookie: x", "/werk/")],
)  # fmt: skip
def test_whoever_came_from_a_page_of_ours_goes_back_there_and_nowhere_else(
    server: Flask, wanted: str, place: str
) -> None:
    assert sign_in(server.test_client(), naar=wanted).location == place


def test_the_page_remembers_where_the_reader_was_going(server: Flask) -> None:
    page = server.test_client().get(f"/inloggen?naar={quote('/werk/trends?jaar=2026')}").get_data(as_text=True)

    assert 'name="naar" value="/werk/trends?jaar=2026"' in page


@pytest.mark.usefixtures("account_id")
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(server: Flask) -> None:
    wrong = sign_in(server.test_client(), password="iets anders")
    unknown = sign_in(server.test_client(), email="nobody@example.nl")

    said = [answer.get_data(as_text=True).split('class="errors"')[1].split("</div>")[0] for answer in (wrong, unknown)]
    assert (wrong.status_code, unknown.status_code, said[0]) == (400, 400, said[1])


@pytest.mark.usefixtures("account_id")
def test_a_refusal_keeps_the_address_and_never_the_password(server: Flask) -> None:
    page = sign_in(server.test_client(), password="iets anders").get_data(as_text=True)

    assert (f'value="{MAIL}"' in page, "iets anders" in page) == (True, False)


@pytest.mark.usefixtures("account_id")
def test_the_ninth_attempt_in_a_quarter_of_an_hour_is_refused_also_when_it_is_right(server: Flask) -> None:
    client = server.test_client()
    for _attempt in range(8):
        sign_in(client, password="iets anders")

    assert (sign_in(client).status_code, status_of_work(client)) == (429, 302)


@pytest.mark.usefixtures("account_id")
def test_signing_in_needs_a_form_of_ours(server: Flask) -> None:
    answer = server.test_client().post("/inloggen", data={"email": MAIL, "password": PASSWORD})

    assert answer.status_code == 403


@pytest.mark.usefixtures("account_id")
def test_whoever_is_signed_in_is_not_asked_again(server: Flask) -> None:
    client = server.test_client()
    sign_in(client)

    assert client.get("/inloggen?naar=/werk/trends").location == "/werk/trends"
