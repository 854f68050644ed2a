"""Somebody with bad intentions: signs in as anybody may, and sends what no page of ours would send."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from dashboard.pages import PAGES
from store.database import Database
from store.models import Account, Buddy, Letter, Match, Request, SignUp, Table
from store.states import MatchState

UPDATE = "/werk/_dash-update-component"
NUMBERS = (1, 2, 27, 10**12)
ACTS = ("yes", "no", "spoke", "help", "end", "__class__")
VALUES: tuple[object, ...] = (
    *NUMBERS[:4],
    None,
    True,
    "",
    "2",
    "*",
    "%",
    "' OR 1=1 --",
    [],
    [2, 3],
    {},
    {"index": 2},
    "../1",
    "<b>x",
    "é" * 5000,
)
HEADERS = {"Sec-Fetch-Site": "same-origin"}
KEPT_APART = {"signed_in", "attempt"}


@dataclass(frozen=True)
class Secrets:
    pattern: re.Pattern[str]

    def found_in(self, answer: TestResponse) -> set[str]:
        text = answer.get_data(as_text=True)
        readable = json.dumps(answer.get_json(), ensure_ascii=False) if answer.is_json and text else text
        headers = " ".join(value for _name, value in answer.headers)
        return set(self.pattern.findall(f"{readable} {headers}"))


def secrets(database: Database, buddy_id: int | None = None) -> Secrets:
    """Every name, mail address and phone of people, but for the buddy's own and those of parents in their care."""
    with database.reading() as session:
        mine = set(
            session.scalars(
                select(Match.request_id).where(Match.buddy_id == buddy_id, Match.state == MatchState.RUNNING)
            )
        )
        people: list[tuple[Buddy | Request | SignUp, bool]] = [
            (one, one.id == buddy_id) for one in session.scalars(select(Buddy))
        ]
        people += [(one, one.id in mine) for one in session.scalars(select(Request))]
        people += [(one, False) for one in session.scalars(select(SignUp))]
        known, strange = set[str](), set[str]()
        for one, own in people:
            (known if own else strange).update(filter(None, (one.name, one.email, one.phone)))
        strange |= {one.email for one in session.scalars(select(Account))}
        strange |= {one.address for one in session.scalars(select(Letter)) if one.address}
        known |= set(session.scalars(select(Account.email).where(Account.buddy_id == buddy_id)))
    words = "|".join(re.escape(one) for one in sorted(strange - known))
    return Secrets(re.compile(rf"(?<!\w)(?:{words})(?!\w)"))


State = Mapping[tuple[str, tuple[object, ...]], tuple[object, ...]]


def state_of(database: Database) -> State:
    """Every row of every table, by table and key; who is signed in and what was tried is kept apart."""
    rows = {}
    with database.engine.connect() as connection:
        for table in Table.metadata.sorted_tables:
            if table.name not in KEPT_APART:
                for row in connection.execute(select(table)).mappings():
                    rows[table.name, tuple(row[key.name] for key in table.primary_key)] = tuple(map(repr, row.items()))
    return rows


def changed(before: State, after: State) -> set[tuple[str, str]]:
    """The tables and rows that differ."""
    return {
        (table, " ".join(after.get((table, key), before.get((table, key), ()))))  # type: ignore[arg-type]
        for table, key in before.keys() | after.keys()
        if before.get((table, key)) != after.get((table, key))
    }


class Attacker:
    """A browser with a session of its own and full control of what it sends."""

    def __init__(self, server: Flask) -> None:
        self.client: FlaskClient = server.test_client()
        self.form_token = ""

    def sign_in(self, email: str, password: str) -> "Attacker":
        typed = {"email": email, "password": password, "csrf_token": self.token("/inloggen")}
        assert self.client.post("/inloggen", data=typed, headers=HEADERS).status_code == 302
        self.form_token = self.token("/mijn-wachtwoord")
        return self

    def token(self, page: str = "/inloggen") -> str:
        self.client.get(page)
        with self.client.session_transaction() as session:
            return str(session.get("csrf", ""))

    def callbacks(self) -> list[dict[str, Any]]:
        """Every callback that the server knows, as the server itself tells whoever is signed in."""
        found = self.client.get("/werk/_dash-dependencies").get_json()
        return [one for one in found if not one["clientside_function"]]

    def send(self, body: object, **headers: str) -> TestResponse:
        sent = {**HEADERS, "X-CSRFToken": self.form_token, **headers}
        return self.client.post(UPDATE, json=body, headers=sent)


def forged(callback: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What can be sent to one callback: every kind of value, every number in a wildcard, and too little."""
    output = callback["output"]
    bare = {"output": output, "outputs": _outputs(output)}
    for value in VALUES:
        yield _filled(bare, callback, value, {})
    wild = sorted({key for one in (*callback["inputs"], *callback["state"]) for key in _wild(one["id"])})
    choices = [ACTS if key in ("what", "part") else NUMBERS for key in wild]
    if wild:
        for combination in product(*choices):
            yield _filled(bare, callback, 1, dict(zip(wild, combination, strict=True)))
    yield bare
    yield {**bare, "inputs": None, "state": 7, "changedPropIds": "x"}
    yield {**bare, "outputs": [], "inputs": [], "changedPropIds": ["own-pause-button.n_clicks"]}


def _filled(
    bare: dict[str, Any], callback: dict[str, Any], value: object, wild: Mapping[str, object]
) -> dict[str, Any]:
    inputs = [_given(one, value, wild) for one in callback["inputs"]]
    state = [_given(one, value, wild) for one in callback["state"]]
    changed_ids = [_name(inputs[0])] if inputs else []
    return {**bare, "inputs": inputs, "state": state, "changedPropIds": changed_ids}


def _given(one: dict[str, Any], value: object, wild: Mapping[str, object]) -> Any:
    keys = _wild(one["id"])
    if not keys:
        return {"id": one["id"], "property": one["property"], "value": value}
    name = {**json.loads(one["id"]), **{key: wild.get(key, 2) for key in keys}}
    return [{"id": name, "property": one["property"], "value": value}]


def _wild(name: str) -> list[str]:
    return [key for key, value in json.loads(name).items() if isinstance(value, list)] if name.startswith("{") else []


def _name(given: Any) -> str:
    first = given[0] if isinstance(given, list) else given
    name = first["id"]
    spelled = name if isinstance(name, str) else json.dumps(name, separators=(",", ":"), sort_keys=True)
    return f"{spelled}.{first['property']}"


def _outputs(output: str) -> Any:
    parts = re.findall(r"((?:\{.*?\}|[^.{}]+))\.([\w@]+?)(?:\.\.\.|\.\.|$)", output.strip("."))
    found = [{"id": json.loads(name) if name.startswith("{") else name, "property": prop} for name, prop in parts]
    return found if output.startswith("..") else found[0]


def addresses() -> Iterator[str]:
    """Every page of the dashboard, about each of several numbers, with questions that other pages ask."""
    for page in PAGES:
        for number in NUMBERS if "<" in page.path else (0,):
            address = re.sub(r"<[^>]+>", str(number), page.path)
            yield from (address, f"{address}?number=2&buddy=2&request=2&services=1&tab=*")


def opened(attacker: Attacker, address: str) -> TestResponse:
    """The page as it is drawn inside the frame."""
    path, _mark, search = address.partition("?")
    (visit,) = [one for one in attacker.callbacks() if "page-title" in one["output"]]
    inputs = [_given(one, {"pathname": path, "search": f"?{search}"}[one["property"]], {}) for one in visit["inputs"]]
    outputs = _outputs(visit["output"])
    return attacker.send(
        {"output": visit["output"], "outputs": outputs, "inputs": inputs, "changedPropIds": ["address.pathname"]}
    )
