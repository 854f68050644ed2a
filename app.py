"""The front door: settings from the environment become a database and a server with both doors; exposes `server`."""

import gc
from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask

from config import Settings, open_database
from dashboard.build import build as add_dashboard
from dashboard.sign_in import add_sign_in
from domain import accounts, organisation
from domain.actors import Actor
from public.build import make_public
from store.database import Database
from store.schema import check
from web.server import make_server
from web.services import Services


def clock() -> datetime:
    return datetime.now(UTC)


def create(settings: Settings, *, now: Callable[[], datetime] = clock) -> Flask:
    """A server for one support point. Raises `WrongVersion` when its database is not of this program's version."""
    return serve(open_database(settings), settings, now=now)


def serve(database: Database, settings: Settings, *, now: Callable[[], datetime] = clock) -> Flask:
    """The same on a database that is open already; the one who opened it closes it."""
    check(database)
    services = Services(database, now, settings.public_url)
    server = make_server(
        secret_key=settings.secret_key,
        load_actor=lambda token: _actor(services, token),
        secure_cookies=settings.secure_cookies,
        trusted_proxies=settings.trusted_proxies,
        organisation=lambda: _organisation(services),
        logo=lambda: _logo(services),
    )
    add_sign_in(server, services)
    server.register_blueprint(make_public(services))
    add_dashboard(server, services)
    return server


def _actor(services: Services, token: str) -> Actor | None:
    with services.database.reading() as session:
        actor = accounts.actor(session, token, now=services.now())
    return actor if actor.roles else None


def _organisation(services: Services) -> organisation.Organisation:
    with services.database.reading() as session:
        return organisation.load(session)


def _logo(services: Services) -> tuple[str, bytes, datetime] | None:
    with services.database.reading() as session:
        return organisation.picture(session, "logo")


def __getattr__(name: str) -> Flask:
    """`app.server` is made when a web server asks for it, so that importing this module reads no environment."""
    if name == "server":
        server = create(Settings.from_environment())
        # What stays for ever is not searched for garbage again, and the rest not after every few hundred objects: the
        # first held up one answer in a few dozen by 0.2 s, the second took a seventh of the time of every answer.
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 10, 10)
        return server
    raise AttributeError(name)
