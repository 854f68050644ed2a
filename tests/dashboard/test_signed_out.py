"""Signing out, and what ends with a session: on the server, in other browsers, with another password."""

from datetime import datetime

import pytest
from flask import Flask

from domain import accounts
from domain.actors import CLOCK, Role
from store.database import Database
from tests.dashboard.signing_in import MAIL, PASSWORD, account_id, send, server, sign_in, status_of_work

__all__ = ["account_id", "server"]


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
