"""The settings over HTTP: a part drawn, a form of it sent."""

from datetime import datetime
from typing import Any

from domain.actors import Actor, Role
from store.database import Database
from tests.doors import Doors, Visitor, many


def staff(database: Database, now: datetime, role: Role = Role.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(Actor(name="Tess", roles=frozenset({role}), account_id=1))


def drawn(visitor: Visitor, path: str) -> str:
    pathname, _, search = path.partition("?")
    inputs = [("address", "pathname", f"/werk/instellingen{pathname}"), ("address", "search", f"?{search}")]
    return visitor.call("..page.children...page-title.data..", inputs).get_data(as_text=True)


def fields(form: str, **values: object) -> Any:
    return (
        ...,
        "",
        many(*(({"type": "field", "form": form, "key": key}, "value", value) for key, value in values.items())),
    )


def send(visitor: Visitor, name: str, button: str, *states: Any) -> str:
    output = visitor.doors.output_of(*name.split("|"))
    return visitor.call(output, [(button, "n_clicks", 1)], states).get_data(as_text=True)
