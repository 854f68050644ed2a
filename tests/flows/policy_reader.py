"""Somebody who asks a page everything that it can be asked, and keeps each answer as it came over the wire."""

import json
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import product
from struct import iter_unpack
from typing import Any
from zipfile import ZipFile, is_zipfile

from dashboard.page import Page
from dashboard.pages import PAGES
from dashboard.pages.numbers import policy, trends
from domain.actors import Role
from tests.flows.attacker import Attacker, _filled, _given, _outputs, _wild, opened
from tests.invented import BY_ROLE, Point

Answers = Mapping[str, bytes]
Values = Mapping[str, list[object]]
STRANGE: tuple[object, ...] = (None, "*", "A,B", "1=1")
SECTIONS = {f"{kind.prefix}-section": [one.key for one in kind.sections] for kind in (policy.KIND, trends.KIND)}
NUMBERS = {"f8": "<d", "f4": "<f", "i1": "<b", "u1": "<B", "i2": "<h", "u2": "<H", "i4": "<i", "u4": "<I"}


def signed_in(point: Point, role: Role) -> Attacker:
    login = BY_ROLE[role]
    return Attacker(point.server).sign_in(login.email, login.password)


def open_to(role: Role, *rooms: str) -> list[Page]:
    """The pages of a role that are about no single thing; of some rooms only, when these are given."""
    return [one for one in PAGES if role in one.roles and "<" not in one.path and (not rooms or one.path in rooms)]


def everything(reader: Attacker, pages: Iterable[Page]) -> dict[str, bytes]:
    """Each page as drawn, and each of its callbacks with every value of every filter that the page offers."""
    answers: dict[str, bytes] = {}
    callbacks = reader.callbacks()
    for page in pages:
        drawn = opened(reader, page.path)
        answers[page.path] = drawn.data
        values = {**choices(drawn.get_json())}
        for callback in callbacks:
            if any(one["id"] in values for one in (*callback["inputs"], *callback["state"])):
                for name, body in asked_of(callback, values):
                    answers[f"{page.path} {callback['output'][:60]} {name}"] = reader.send(body).data
    return answers


def choices(drawn: Any) -> dict[str, list[object]]:
    """The values that each field of a page offers, and each of its sections."""
    found: dict[str, list[object]] = {}
    for one in _walk(drawn):
        props = one.get("props", {})
        name, options = props.get("id"), props.get("data")
        if isinstance(name, str) and name in SECTIONS:
            found[name] = [*SECTIONS[name]]
        elif isinstance(name, str) and isinstance(options, list) and options and "value" in props:
            found[name] = [option["value"] if isinstance(option, dict) else option for option in options]
    return found


def asked_of(callback: dict[str, Any], values: Values) -> Iterator[tuple[str, dict[str, Any]]]:
    """Years with groups together, every other filter by itself beside them; a strange value in each."""
    given = [one["id"] for one in (*callback["inputs"], *callback["state"]) if one["id"] in values]
    first = {name: values[name][0] for name in given}
    crossed = [name for name in given if name.endswith(("-year", "-group"))]
    combinations = [dict(zip(crossed, one, strict=True)) for one in product(*(values[name] for name in crossed))]
    combinations += [{name: value} for name in given for value in (*values[name], *STRANGE)]
    for chosen in combinations:
        yield json.dumps(chosen), _body(callback, {**first, **chosen})


def _body(callback: dict[str, Any], chosen: Mapping[str, object]) -> dict[str, Any]:
    body = _filled({"output": callback["output"], "outputs": _outputs(callback["output"])}, callback, 1, {})
    for part in ("inputs", "state"):
        body[part] = [
            _given(one, chosen.get(one["id"], 1), {}) if not _wild(one["id"]) else [] for one in callback[part]
        ]
    named = [one for one in callback["inputs"] if not _wild(one["id"])]
    body["changedPropIds"] = [f"{named[0]['id']}.{named[0]['property']}"] if named else []
    return body


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for one in node.values():
            yield from _walk(one)
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one)


def differing(before: Answers, after: Answers) -> list[str]:
    """The questions that got another answer; files are unpacked, because an archive keeps the time of writing.

    What a toast is called is by chance.
    """
    return [name for name in before if _plain(before[name]) != _plain(after.get(name, b""))]


def _plain(answer: bytes) -> bytes:
    found = re.search(rb'"content":"([^"]+)","filename"', answer) if b'"base64":true' in answer else None
    packed = b64decode(json.loads(b'"' + found[1] + b'"')) if found else b""
    if not is_zipfile(BytesIO(packed)):
        return re.sub(rb'"id":"[0-9a-f]{8}","action":"show"', b"", answer)
    with ZipFile(BytesIO(packed)) as archive:
        return b"".join(archive.read(name) for name in sorted(archive.namelist()) if "docProps" not in name)


def counts_in(answer: bytes) -> list[float]:
    """Every number along an axis, in a hover text's data, in a table or a file; typed arrays are decoded."""
    found: list[float] = []
    for one in _walk(json.loads(answer) if answer else None):
        if isinstance(one.get("bdata"), str):
            found += [value for (value,) in iter_unpack(NUMBERS[one["dtype"]], b64decode(one["bdata"]))]
        for key in ("x", "y", "z", "values", "customdata"):
            found += _numbers(one.get(key)) if isinstance(one.get(key), list) else []  # by itself it is a place
        if isinstance(one.get("content"), str) and not one.get("base64"):
            found += [float(cell) for cell in re.findall(r"(?<=;)\d+(?=;|\r)", one["content"])]
    return found


def _numbers(node: Any) -> list[float]:
    if isinstance(node, list):
        return [number for one in node for number in _numbers(one)]
    return [float(node)] if isinstance(node, int | float) and not isinstance(node, bool) else []
