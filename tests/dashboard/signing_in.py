"""A server with one account, and a browser that signs in."""

from datetime import datetime

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
