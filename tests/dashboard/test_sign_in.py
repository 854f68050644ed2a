"""Signing in and out over HTTP, with the real accounts behind it."""

from datetime import datetime
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.build import build
from dashboard.sign_in import add_sign_in
from domain import accounts
from domain.actors import CLOCK, Actor, Role
from public.build import make_public
from store.database import Database
from web.server import make_server
from web.services import Services

MAIL, PASSWORD = "tess@example.nl", "een heel lang wachtwoord"
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def server(sqlite: Database, now: datetime) -> Flask:
    services = Services(sqlite, lambda: now, "https://steunpunt.example")

    def load(token: str) -> Actor:
        with sqlite.reading() as session:
            return accounts.actor(session, token, now=now)

    made = make_server(secret_key=b"s" * 32, load_actor=load, secure_cookies=False)
    add_sign_in(made, services)
    made.register_blueprint(make_public(services))
    build(made, services)
    return made


@pytest.fixture
def account_id(sqlite: Database, now: datetime) -> int:
    with sqlite.writing() as session:
        return accounts.add(
            session, name="Tess", email=MAIL, password=PASSWORD, roles=[Role.COORDINATOR], by=CLOCK, now=now
        )


def send(client: FlaskClient, address: str, **typed: str) -> TestResponse:
    client.get("/inloggen")
    with client.session_transaction() as session:
        token = session.get("csrf", "")
    return client.post(address, data={"csrf_token": token, **typed}, headers=SAME_SITE)


def sign_in(client: FlaskClient, password: str = PASSWORD, **typed: str) -> TestResponse:
    return send(client, "/inloggen", **{"email": MAIL, "password": password, **typed})


def status_of_work(client: FlaskClient) -> int:
    return client.get("/werk/vragen").status_code


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
def test_signing_out_ends_the_session_on_the_server_too(server: Flask) -> None:
    client = server.test_client()
    sign_in(client)
    with client.session_transaction() as session:
        kept = dict(session)

    answer = send(client, "/uitloggen")
    with client.session_transaction() as session:
        session.update(kept)

    assert (answer.location, status_of_work(client)) == ("/", 302)


def test_signing_out_twice_is_harmless(server: Flask) -> None:
    assert send(server.test_client(), "/uitloggen").status_code == 302


@pytest.mark.usefixtures("account_id")
def test_signing_in_needs_a_form_of_ours(server: Flask) -> None:
    answer = server.test_client().post("/inloggen", data={"email": MAIL, "password": PASSWORD})

    assert answer.status_code == 403


@pytest.mark.usefixtures("account_id")
def test_whoever_is_signed_in_is_not_asked_again(server: Flask) -> None:
    client = server.test_client()
    sign_in(client)

    assert client.get("/inloggen?naar=/werk/trends").location == "/werk/trends"


def test_an_account_that_is_switched_off_gets_nowhere(
    server: Flask, sqlite: Database, account_id: int, now: datetime
) -> None:
    client = server.test_client()
    sign_in(client)
    with sqlite.writing() as session:
        accounts.change(session, account_id, roles=[Role.COORDINATOR], active=False, by=CLOCK, now=now)

    assert (status_of_work(client), sign_in(client).status_code) == (302, 400)


@pytest.mark.usefixtures("account_id")
def test_another_password_signs_out_the_other_browsers_only(server: Flask) -> None:
    here, elsewhere = server.test_client(), server.test_client()
    sign_in(here)
    sign_in(elsewhere)

    answer = send(here, "/mijn-wachtwoord", old=PASSWORD, password="nog een lang woord", again="nog een lang woord")

    assert (answer.status_code, status_of_work(here), status_of_work(elsewhere)) == (200, 200, 302)


@pytest.mark.usefixtures("account_id")
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"old": "fout", "password": "nog een lang woord"}, "Dit is niet uw wachtwoord van nu."),
        ({"old": PASSWORD, "password": "kort"}, "Kies een wachtwoord van minstens 10 tekens."),
        (
            {"old": PASSWORD, "password": "nog een lang woord", "again": "anders"},
            "De twee nieuwe wachtwoorden zijn niet gelijk.",
        ),
    ],
)
def test_a_password_is_only_changed_when_all_is_right(server: Flask, typed: dict[str, str], sentence: str) -> None:
    client = server.test_client()
    sign_in(client)

    answer = send(client, "/mijn-wachtwoord", **{"again": typed["password"], **typed})

    assert (
        answer.status_code,
        sentence in answer.get_data(as_text=True),
        sign_in(server.test_client()).status_code,
    ) == (400, True, 302)


def test_a_stranger_can_not_reach_the_password_page(server: Flask) -> None:
    assert server.test_client().get("/mijn-wachtwoord").location == "/inloggen?naar=%2Fmijn-wachtwoord"


def test_who_was_signed_out_while_typing_reads_that_the_words_come_back_also_after_a_mistake(
    server: Flask, account_id: int
) -> None:
    client, said = server.test_client(), "wat u typte, staat dan weer in het antwoord"
    first = client.get("/inloggen?naar=/werk/&bewaard=ja").text
    again = send(client, "/inloggen", email=MAIL, password="mis", bewaard="ja").text

    assert (said in first, said in again, said in client.get("/inloggen").text) == (True, True, False)
