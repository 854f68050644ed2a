"""What went into a plan and what came out, as text: kept so that anybody can reckon it again."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from matching import people_text
from matching.everybody import Asker, Crowd, Outcome
from matching.rank import as_json, from_json


def crowd_text(crowd: Crowd) -> str:
    """All that `solve` needs, people by number only; read back by `read_crowd`."""
    askers = [
        {"need": people_text.as_json(one.need), "weeks": one.weeks, "urgency": one.urgency} for one in crowd.askers
    ]
    stored = {
        "askers": askers,
        "offers": [people_text.as_json(one) for one in crowd.offers],
        "weights": dict(crowd.weights),
        "pins": _pairs(crowd.pins.items()),
        "kept": _pairs(crowd.kept.items()),
        "forbidden": _pairs(crowd.forbidden),
        "load_weight": crowd.load_weight,
    }
    return json.dumps(stored, separators=(",", ":"))


def read_crowd(text: str) -> Crowd:
    """The Crowd that `crowd_text` wrote; equal to it."""
    stored = json.loads(text)
    return Crowd(
        tuple(Asker(people_text.need(one["need"]), one["weeks"], one["urgency"]) for one in stored["askers"]),
        tuple(people_text.offer(one) for one in stored["offers"]),
        stored["weights"],
        dict(stored["pins"]),
        dict(stored["kept"]),
        frozenset((request_id, buddy_id) for request_id, buddy_id in stored["forbidden"]),
        stored["load_weight"],
    )


def outcome_text(outcome: Outcome) -> str:
    """Who got whom and why, with the proof; read back by `read_outcome`."""
    stored = {
        "pairs": [[request_id, as_json(one)] for request_id, one in outcome.pairs.items()],
        "unmatched": list(outcome.unmatched),
        "refused_pins": [[request_id, list(keys)] for request_id, keys in outcome.refused_pins.items()],
        "quality": outcome.quality,
        "load_cost": outcome.load_cost,
        # The proof is two whole numbers of any length; a text keeps them whole for every reader of JSON.
        "proof": [str(outcome.primal), str(outcome.dual)],
    }
    return json.dumps(stored, separators=(",", ":"))


def read_outcome(text: str) -> Outcome:
    """The Outcome that `outcome_text` wrote; equal to it."""
    stored: Mapping[str, Any] = json.loads(text)
    primal, dual = stored["proof"]
    return Outcome(
        {request_id: from_json(one) for request_id, one in stored["pairs"]},
        tuple(stored["unmatched"]),
        {request_id: tuple(keys) for request_id, keys in stored["refused_pins"]},
        stored["quality"],
        stored["load_cost"],
        int(primal),
        int(dual),
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    return sorted([one, other] for one, other in pairs)
