"""Servers with both doors that one test after another may have: building one takes longer than most tests."""

from datetime import datetime
from typing import Protocol

from dashboard.build import build as add_dashboard
from domain import organisation
from domain.actors import Actor
from public.build import make_public
from store.database import Database
from tests.sharing import AFTER_EACH
from web.server import make_server
from web.services import Services

_free: list["Built"] = []
_taken: list["Built"] = []


class User(Protocol):
    """Whose database, time and people a server works with."""

    database: Database
    now: datetime
    people: dict[str, Actor]


class Built:
    def __init__(self, user: User) -> None:
        self.user = user
        self.services = Services(user.database, lambda: self.user.now, "https://steunpunt.example")
        self.server = make_server(
            secret_key=b"s" * 32,
            load_actor=lambda token: self.user.people.get(token),
            secure_cookies=False,
            organisation=organisation.Organisation,
        )
        self.server.register_blueprint(make_public(self.services))
        self.dashboard = add_dashboard(self.server, self.services)

    def hand_to(self, user: User) -> "Built":
        self.user = user
        object.__setattr__(self.services, "database", user.database)  # frozen, because only here it ever changes
        return self


def built_for(user: User) -> Built:
    """A server that nobody else has during this test."""
    _taken.append(_free.pop().hand_to(user) if _free else Built(user))
    return _taken[-1]


def give_back() -> None:
    """The test is over: the next one may have its servers."""
    _free.extend(_taken)
    _taken.clear()


AFTER_EACH.append(give_back)
