"""Both doors on one server, and a visitor who goes through them over HTTP."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from dashboard.index import Workplace
from domain.actors import Actor
from store.database import Database
from tests.built import Built, built_for

UPDATE = "/werk/_dash-update-component"
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Doors:
    """A server whose clock stands where the test puts it; `people` says who is behind a session token.

    The server was built before and goes to a later test; `alone` gives one that nobody had and nobody gets, to change.
    """

    database: Database
    now: datetime
    people: dict[str, Actor] = field(default_factory=dict)
    alone: bool = False
    _built: Built = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._built = Built(self) if self.alone else built_for(self)

    @property
    def server(self) -> Flask:
        assert self._built.user is self, "these doors are those of a test that is over"
        return self._built.server

    @property
    def dashboard(self) -> Workplace:
        return self._built.dashboard

    def visitor(self, actor: Actor | None = None) -> "Visitor":
        """A browser of its own, signed in as `actor` when one is given."""
        browser = Visitor(self)
        with browser.client.session_transaction() as session:
            session["csrf"] = "form-token"
            if actor:
                self.people[actor.label] = actor
                session["token"] = actor.label
        return browser

    def output_of(self, *parts: str) -> str:
        """The name under which Dash knows the one callback whose outputs hold all of `parts`."""
        keys: list[str] = list(self.dashboard.callback_map)
        (found,) = [key for key in keys if all(part in key for part in parts)]
        return found

    def heard_by(self, button: str) -> str:
        """The one callback on the server that listens to a button, by its name or the spelling of its wildcard."""
        (found,) = [
            key
            for key, one in self.dashboard.callback_map.items()
            if "callback" in one
            and any(button in (part["id"], f'"{part["id"]}"') or f'"{button}"' in part["id"] for part in one["inputs"])
        ]
        return str(found)


class Visitor:
    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self.client = doors.server.test_client()

    def get(self, address: str) -> TestResponse:
        return self.client.get(address)

    def post(self, address: str, **typed: object) -> TestResponse:
        """Send a form of ours, with its token."""
        return self.client.post(address, data={"csrf_token": "form-token", **typed}, headers=SAME_SITE)

    def call(
        self,
        output: str,
        inputs: Iterable[tuple[Any, str, object]] = (),
        states: Iterable[tuple[Any, str, object]] = (),
        triggered: Iterable[str] | None = None,
    ) -> TestResponse:
        """Call a callback as Dash's own script does. A list stands for what matches a wildcard."""
        given, known = [_sent(*one) for one in inputs], [_sent(*one) for one in states]
        changed = list(triggered) if triggered is not None else [_named(given[0])] if given else []
        body = {
            "output": output,
            "outputs": _outputs(output),
            "inputs": given,
            "state": known,
            "changedPropIds": changed,
        }
        headers = {**SAME_SITE, "X-CSRFToken": "form-token"}
        return self.client.post(UPDATE, json=body, headers=headers)


def many(*values: tuple[Mapping[str, object], str, object]) -> list[dict[str, object]]:
    """What a wildcard matched: `(id, property, value)` each."""
    return [_one(*value) for value in values]


def _sent(name: Any, prop: str, value: object) -> Any:
    return value if name is ... else _one(name, prop, value)


def _one(name: Any, prop: str, value: object) -> dict[str, object]:
    return {"id": name, "property": prop, "value": value}


def _named(one: Any) -> str:
    first = one[0] if isinstance(one, list) else one
    return prop_id(first["id"], first["property"])


def prop_id(name: object, prop: str) -> str:
    """How Dash names a property of a component in what changed."""
    spelled = name if isinstance(name, str) else json.dumps(name, separators=(",", ":"), sort_keys=True)
    return f"{spelled}.{prop}"


def _outputs(output: str) -> Any:
    parts = re.findall(r"((?:\{.*?\}|[^.{}]+))\.([\w@]+?)(?:\.\.\.|\.\.|$)", output.strip("."))
    found = [{"id": json.loads(name) if name.startswith("{") else name, "property": prop} for name, prop in parts]
    return found if output.startswith("..") else found[0]


def text_of(page: TestResponse) -> str:
    """What a reader sees of a page, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.get_data(as_text=True)))


Make = Callable[..., Doors]
