"""A trend page as somebody gets it who types an address: what the page says, and its files."""

import csv
import io
import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook

from dashboard.parts.reporting.report_acts import FILE
from dashboard.parts.trends.kind import Kind
from tests.flows.attacker import Attacker, _filled, _outputs, opened
from tests.flows.policy_reader import _walk

Rows = list[list[Any]]
BUTTONS = {"csv": "file", "xlsx": "book"}


@dataclass
class TrendPage:
    """The page for policy, or the exact one, in the hands of one reader."""

    reader: Attacker
    kind: Kind
    callbacks: Mapping[str, dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        names = f"{self.kind.prefix}-body.children", f"{self.kind.prefix}-download.data"
        known = self.reader.callbacks()
        self.callbacks = {name: one for name in names for one in known if name in one["output"]}

    def says(self, query: str) -> Any:
        """The body of the page."""
        return json.loads(self.sent(query))

    def sent(self, query: str, as_: str = "") -> bytes:
        """The answer as it came over the wire, for the page or for a file of it."""
        prefix = self.kind.prefix
        if as_:
            return self._sent(f"{prefix}-download.data", query, f"{prefix}-{BUTTONS[as_]}.n_clicks")
        return self._sent(f"{prefix}-body.children", query, f"{prefix}-year.value")

    def sheets(self, query: str, as_: str = "csv") -> Rows:
        """The rows of the whole file, an empty one between two tables."""
        content = json.loads(self.sent(query, as_))["response"][f"{self.kind.prefix}-download"]["data"]["content"]
        if as_ == "csv":
            return [[*row] for row in csv.reader(io.StringIO(content.lstrip("\ufeff")), delimiter=";")]
        book = load_workbook(io.BytesIO(b64decode(content)))
        return [[*row] for sheet in book for row in (*sheet.iter_rows(values_only=True), ())]

    def _sent(self, name: str, query: str, changed: str) -> bytes:
        """Open the address, then send what stands in its controls, as the browser does."""
        drawn = opened(self.reader, f"{self.kind.path}?{query}").get_json()
        held = {one["props"]["id"]: one["props"] for one in _walk(drawn) if isinstance(_id(one), str)}
        held[changed.split(".")[0]] = {**held.get(changed.split(".")[0], {}), "n_clicks": 1}
        callback = self.callbacks[name]
        body = _filled({"output": callback["output"], "outputs": _outputs(callback["output"])}, callback, None, {})
        for part in ("inputs", "state"):
            body[part] = [_given(one, held) for one in callback[part]]
        return bytes(self.reader.send({**body, "changedPropIds": [changed]}).data)


def _given(one: dict[str, Any], held: Mapping[str, dict[str, Any]]) -> Any:
    if one["id"].startswith("{"):
        return []
    return {"id": one["id"], "property": one["property"], "value": held.get(one["id"], {}).get(one["property"])}


def _id(one: Any) -> object:
    return one.get("props", {}).get("id") if isinstance(one.get("props"), dict) else None


def asked_of_report(reader: Attacker, number: int, kind: str) -> bytes:
    """One report on screen, or as a file."""
    output = "..report-sheet.children...report-acts.children.." if kind == "sheet" else "report-download.data"
    state: list[Any] = [{"id": "report-number", "property": "data", "value": number}]
    body = {"output": output, "outputs": _outputs(output), "inputs": state, "state": [], "changedPropIds": []}
    if kind == "sheet":
        changed = {"id": "report-changed", "property": "data", "value": None}
        return bytes(reader.send({**body, "inputs": [*state, changed]}).data)
    button: dict[str, Any] = {"kind": kind, "type": FILE}
    pressed = f"{json.dumps(button, separators=(',', ':'), sort_keys=True)}.n_clicks"
    clicked = [[{"id": button, "property": "n_clicks", "value": 1}]]
    return bytes(reader.send({**body, "inputs": clicked, "state": state, "changedPropIds": [pressed]}).data)


def tables(rows: Rows) -> dict[str, list[dict[str, Any]]]:
    """By the name of the first column: each row by the names of the columns. Of two tables alike the last one."""
    return {next(iter(block[0])): block for block in blocks(rows)}


def blocks(rows: Rows) -> list[list[dict[str, Any]]]:
    """Each table that has rows, each row by the names of the columns."""
    found: list[list[dict[str, Any]]] = []
    block: Rows = []
    for row in [*rows, []]:
        if any(cell not in (None, "") for cell in row):
            block.append(row)
        else:
            head, *inside = [[str(name) for name in block[1]], *block[2:]] if len(block) > 1 else [[]]
            found += [[dict(zip(head, one, strict=False)) for one in inside]] if inside else []
            block = []
    return found
