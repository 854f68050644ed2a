"""A small dashboard to test the frame with: two people and a few pages, no database."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.build import build
from dashboard.page import Page
from domain.actors import Actor, Role
from domain.organisation import Organisation
from store.database import Database
from store.keys import Keyring
from tests.dashboard.sample_pages import PAGES
from web.server import make_server
from web.services import Services

PEOPLE = {
    "coordinator": Actor("Marieke de Vries", frozenset({Role.COORDINATOR}), account_id=1),
    "buddy": Actor("Anna El Idrissi", frozenset({Role.BUDDY}), account_id=2, buddy_id=3),
}


def services(folder: Path) -> Services:
    keys = Keyring(encryption=(b"1" * 32,), index=b"i" * 32)
    return Services(Database(f"sqlite:///{folder}/unused.db", keys), lambda: datetime(2026, 11, 24, 10, tzinfo=UTC), "")


def sample(folder: Path, pages: tuple[Page, ...] = PAGES) -> Flask:
    """A server with the sample dashboard; a token is the name of a person."""
    server = make_server(
        secret_key=b"s" * 32,
        load_actor=PEOPLE.get,
        secure_cookies=False,
        organisation=lambda: Organisation(invented="yes"),
    )
    build(server, services(folder), pages)
    return server


def signed_in(server: Flask, token: str, form_token: str = "t" * 32) -> FlaskClient:
    client = server.test_client()
    with client.session_transaction() as session:
        session.update(token=token, csrf=form_token)
    return client


def call(
    client: FlaskClient, output: str, *inputs: tuple[str, str, object], token: str = "t" * 32, **headers: str
) -> TestResponse:
    """Call a callback as the browser does."""
    id_, property_ = output.rsplit(".", 1)
    body: dict[str, Any] = {
        "output": output,
        "outputs": {"id": id_, "property": property_},
        "inputs": [{"id": id_, "property": property_, "value": value} for id_, property_, value in inputs],
        "changedPropIds": [f"{id_}.{property_}" for id_, property_, _value in inputs][:1],
    }
    return client.post("/werk/_dash-update-component", json=body, headers={"X-CSRFToken": token, **headers})
