"""The answer for the people of a file as JSON text: the form of a result, with reasons in words."""

import json
from typing import Any

from matching.people_file.answer import Answer, Insisted, Pair, Without
from matching.problem_file import RESULT


def as_text(answer: Answer) -> str:
    """All that a result of scored pairs has, and besides: reasons, obstacles, near misses, and how full buddies are."""
    best = answer.best
    result: dict[str, Any] = {
        "format": RESULT,
        "served": best.served,
        "priority": best.priority,
        "quality": best.quality,
        "load_cost": best.load_cost,
        "matches": [_match(one) for one in answer.pairs],
        "unmatched": [_without(one) for one in answer.without],
        "buddies": [
            {"buddy": one.buddy, "load": one.before, "new": one.new, "capacity": one.most} for one in answer.loads
        ],
        "proof": {"primal": best.primal, "dual": best.dual},
    }
    if answer.insisted:
        result["why"] = [_insisted(one) for one in answer.insisted]
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _match(pair: Pair) -> dict[str, Any]:
    return {
        "parent": pair.parent,
        "buddy": pair.buddy,
        "quality": pair.scored.score,
        "reasons": list(pair.reasons),
        "concerns": list(pair.concerns),
        "parts": [
            {"rule": part.rule, "value": part.value, "weight": part.weight, "points": part.points}
            for part in pair.scored.parts
        ],
    }


def _without(one: Without) -> dict[str, Any]:
    near = [{"buddy": near.buddy, "rule": near.rule, "words": near.words} for near in one.near]
    return {"parent": one.parent, "why": one.why, "in_the_way": list(one.in_the_way), "near_misses": near}


def _insisted(one: Insisted) -> dict[str, Any]:
    pair: dict[str, Any] = {"parent": one.parent, "buddy": one.buddy}
    if one.loss is None:
        return pair | {"possible": False, "in_the_way": list(one.why_not)}
    moved = [{"parent": who, "from": before, "to": after} for who, (before, after) in one.loss.moved.items()]
    levels = {"served": one.loss.served, "priority": one.loss.priority, "quality": one.loss.quality}
    return pair | {"possible": True, "loss": levels, "moved": moved}
