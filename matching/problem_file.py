"""Problems and results as JSON text, for who has only files and for who wants to check the answers."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from i18n import _
from matching.assign import Assignment, TooLarge, assign
from matching.json_text import NotJson, Twice, parsed
from matching.problem import Buddy, Parent, Problem
from matching.standing import Standing, stand

PROBLEM, RESULT = "rodedraad-match/1", "rodedraad-match-result/1"
QUALITY_MOST = 1000
NUMBER_MOST = 10**9

Fields = Mapping[str, Callable[[Any, str], Any]]


class BadProblem(Exception):
    """The file can't be used; one sentence names the place in it."""


def read(text: str) -> Problem:
    """The problem in this text; raises `BadProblem`."""
    try:
        found = parsed(text)
    except NotJson as error:
        raise BadProblem(f"this is not JSON: {error}") from None
    top = _object(found, "the file", {"format": _format, "parents": _list, "buddies": _list, "pairs": _list}, TOP_TOO)
    parents = tuple(Parent(**_object(one, place, PARENT)) for place, one in _rows(top, "parents"))
    buddies = tuple(_buddy(one, place) for place, one in _rows(top, "buddies"))
    _all_different(top, "parents")
    _all_different(top, "buddies")
    known = {one.id for one in parents}, {one.id for one in buddies}
    quality: dict[tuple[str, str], int] = {}
    for place, one in _rows(top, "pairs"):
        pair = _object(one, place, PAIR)
        key = pair["parent"], pair["buddy"]
        for name, ids in zip(("parent", "buddy"), known, strict=True):
            if pair[name] not in ids:
                raise BadProblem(f"{place}.{name}: there is no {name} {pair[name]!r}")
        if key in quality:
            raise BadProblem(f"{place}: the pair of {key[0]!r} and {key[1]!r} stands there twice")
        quality[key] = pair["quality"]
    return Problem(parents, buddies, quality, top.get("load_weight", Problem.load_weight))


def solve(text: str, *, why: Iterable[str] = ()) -> str:
    """The result for the problem in this text, as text; `why` names pairs as "parent:buddy" whose cost is asked.

    Raises `BadProblem`, and `NotProven` instead of a result without proof.
    """
    problem = read(text)
    asked = [_pair(problem, one) for one in why]
    try:
        result = _result(problem, assign(problem))
        if asked:
            standing = stand(problem)
            result["why"] = [_forced(standing, *pair) for pair in asked]
    except TooLarge as error:
        raise BadProblem(f"these numbers are too large to reckon with exactly: {error}") from None
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _result(problem: Problem, best: Assignment) -> dict[str, Any]:
    matches = [
        {"parent": parent, "buddy": buddy, "quality": problem.quality[parent, buddy]}
        for parent, buddy in best.buddy_of.items()
    ]
    fitting: dict[str, list[Buddy]] = {parent: [] for parent in sorted(problem.priority.keys() - best.buddy_of.keys())}
    for parent, buddy in problem.quality:
        if parent in fitting:
            fitting[parent].append(problem.buddy[buddy])
    return {
        "format": RESULT,
        "served": best.served,
        "priority": best.priority,
        "quality": best.quality,
        "load_cost": best.load_cost,
        "matches": matches,
        "unmatched": [{"parent": parent, "why": _why(buddies)} for parent, buddies in fitting.items()],
        "proof": {"primal": best.primal, "dual": best.dual},
    }


def _why(fitting: Sequence[Buddy]) -> str:
    if not fitting:
        return _("Geen enkele buddy past bij deze ouder.")
    if not any(buddy.free for buddy in fitting):
        return _("De buddy's die passen, hebben geen plek meer.")
    return _("De buddy's die passen, zijn nodig voor ouders die niet later aan de beurt zijn.")


def _forced(standing: Standing, parent: str, buddy: str) -> dict[str, Any]:
    pair: dict[str, Any] = {"parent": parent, "buddy": buddy}
    loss = standing.why_not(parent, buddy)
    if loss is None:
        return pair | {"possible": False}
    moved = [{"parent": one, "from": before, "to": after} for one, (before, after) in loss.moved.items()]
    levels = {"served": loss.served, "priority": loss.priority, "quality": loss.quality}
    return pair | {"possible": True, "loss": levels, "moved": moved}


def _pair(problem: Problem, text: str) -> tuple[str, str]:
    for place, letter in enumerate(text):
        parent, buddy = text[:place], text[place + 1 :]
        if letter == ":" and parent in problem.priority and buddy in problem.buddy:
            return parent, buddy
    raise BadProblem(f"--why {text}: give a parent and a buddy that are in the file, with a colon between them")


def _rows(top: Mapping[str, Any], name: str) -> Iterable[tuple[str, Any]]:
    return ((f"{name}[{place}]", one) for place, one in enumerate(top[name]))


def _all_different(top: Mapping[str, Any], name: str) -> None:
    seen: set[str] = set()
    for place, one in _rows(top, name):
        if one["id"] in seen:
            raise BadProblem(f"{place}.id: {one['id']!r} stands there twice")
        seen.add(one["id"])


def _buddy(found: object, place: str) -> Buddy:
    buddy = Buddy(**_object(found, place, BUDDY, BUDDY_TOO))
    if buddy.load > buddy.capacity:
        raise BadProblem(f"{place}.load: should be at most the capacity, {buddy.capacity}")
    return buddy


def _object(found: object, place: str, fields: Fields, too: Fields | None = None) -> dict[str, Any]:
    """What stands at this place; `too` may be left out. An unknown field and a missing one are refused."""
    if not isinstance(found, dict):
        raise BadProblem(f"{place}: should be an object")
    if isinstance(found, Twice):
        raise BadProblem(f"{place}: the field {found.field!r} stands there twice")
    known = {**fields, **(too or {})}
    for name in found:
        if name not in known:
            raise BadProblem(f"{place}: the field {name!r} is not known")
    for name in fields:
        if name not in found:
            raise BadProblem(f"{place}: the field {name!r} is missing")
    return {name: known[name](value, f"{place}.{name}") for name, value in found.items()}


def _list(found: object, place: str) -> list[Any]:
    if not isinstance(found, list):
        raise BadProblem(f"{place}: should be a list")
    return found


def _format(found: object, place: str) -> str:
    if found != PROBLEM:
        raise BadProblem(f"{place}: should be {PROBLEM!r}")
    return PROBLEM


def _id(found: object, place: str) -> str:
    if not isinstance(found, str) or not found:
        raise BadProblem(f"{place}: should be a text")
    return found


def _number(least: int, most: int) -> Callable[[Any, str], int]:
    def read_number(found: object, place: str) -> int:
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            raise BadProblem(f"{place}: should be a whole number from {least} to {most}")
        return found

    return read_number


TOP_TOO: Fields = {"load_weight": _number(0, NUMBER_MOST)}
PARENT: Fields = {"id": _id, "priority": _number(1, NUMBER_MOST)}
BUDDY: Fields = {"id": _id, "capacity": _number(0, NUMBER_MOST)}
BUDDY_TOO: Fields = {"load": _number(0, NUMBER_MOST)}
PAIR: Fields = {"parent": _id, "buddy": _id, "quality": _number(0, QUALITY_MOST)}
