"""The public pages on a server of their own, with a clock that the test moves."""

from datetime import datetime

import pytest
from flask import Flask

from domain.organisation import Organisation
from public.build import make_public
from store.database import Database
from tests.public.visitor import Clock, Visitor
from web.server import make_server
from web.services import Services

ORGANISATION = Organisation(phone="072 123 45 67", email="steunpunt@example.nl")
ADDRESS = "https://steunpunt.example.nl"


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


def site(database: Database, clock: Clock, organisation: Organisation = ORGANISATION) -> Flask:
    server = make_server(
        secret_key=b"k" * 32,
        load_actor=lambda _token: None,
        secure_cookies=False,
        trusted_proxies=1,
        organisation=lambda: organisation,
    )
    server.register_blueprint(make_public(Services(database, clock, ADDRESS)))
    return server


@pytest.fixture
def server(database: Database, clock: Clock) -> Flask:
    return site(database, clock)


@pytest.fixture
def visitor(server: Flask, clock: Clock) -> Visitor:
    """Somebody who visits the pages of `database`, on SQLite and on PostgreSQL."""
    return Visitor(server.test_client(), clock)


@pytest.fixture
def passer_by(sqlite: Database, clock: Clock) -> Visitor:
    """Somebody who visits the pages of `sqlite`, where the database does not matter."""
    return Visitor(site(sqlite, clock).test_client(), clock)
