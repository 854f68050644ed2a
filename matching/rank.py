"""The best buddies for one request, each with the parts of its score; and the others, each with what is in the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.hard import broken
from matching.people import Need, Offer
from matching.rules import RULES, RULES_BY_KEY, Facts, Rule

FULL_SCORE = 1000


@dataclass(frozen=True)
class Part:
    """What one rule adds: `value` 0..1000 is how well it fits, `points` its share of the score."""

    rule: str
    value: int
    weight: int
    points: int
    facts: Facts


@dataclass(frozen=True)
class Scored:
    """One buddy with a score 0..1000; the points of the parts add up to it exactly."""

    buddy_id: int
    score: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Ranking:
    """`shortlist` has the best first; `refused` lists by buddy the keys of every hard rule that is broken."""

    shortlist: tuple[Scored, ...]
    refused: tuple[tuple[int, tuple[str, ...]], ...]


def rank(need: Need, offers: Iterable[Offer], weights: Mapping[str, int]) -> Ranking:
    """Everybody who may be asked, best first; ties go to the lower load, then to the lower buddy id.

    The order of `offers` changes nothing. A rule that `weights` does not name keeps its own weight.
    Raises ValueError for an unknown rule, a weight below zero, or weights that are all zero.
    """
    weighted = checked(weights)
    by_id = sorted(offers, key=lambda offer: offer.buddy_id)
    obstacles = {offer.buddy_id: broken(need, offer) for offer in by_id}
    fitting = [(offer, score(need, offer, weighted)) for offer in by_id if not obstacles[offer.buddy_id]]
    fitting.sort(key=lambda pair: (-pair[1].score, pair[0].load, pair[0].buddy_id))
    return Ranking(
        tuple(scored for _offer, scored in fitting),
        tuple((buddy_id, keys) for buddy_id, keys in obstacles.items() if keys),
    )


def checked(weights: Mapping[str, int]) -> tuple[tuple[Rule, int], ...]:
    """The rules that count with their weights, in the order of `RULES`; raises ValueError as `rank` does."""
    for key, weight in weights.items():
        if key not in RULES_BY_KEY:
            raise ValueError(f"there is no matching rule {key!r}")
        if weight < 0:
            raise ValueError(f"the weight of matching rule {key!r} is below zero")
    weighted = tuple((rule, weights.get(rule.key, rule.weight)) for rule in RULES)
    if not any(weight for _rule, weight in weighted):
        raise ValueError("all weights of the matching rules are zero")
    return tuple((rule, weight) for rule, weight in weighted if weight)


def score(need: Need, offer: Offer, weighted: Iterable[tuple[Rule, int]]) -> Scored:
    """How well this pair fits by the rules that have something to say, 0 when none has; hard rules aside."""
    judged = [(rule.key, weight, rule.judge(need, offer)) for rule, weight in weighted]
    found = [
        (key, weight, round(FULL_SCORE * finding.value), finding.facts) for key, weight, finding in judged if finding
    ]
    total, points = shares([(weight, value) for _key, weight, value, _facts in found])
    parts = (
        Part(key, value, weight, share, facts) for (key, weight, value, facts), share in zip(found, points, strict=True)
    )
    return Scored(offer.buddy_id, total, tuple(parts))


def shares(weighted: Sequence[tuple[int, int]]) -> tuple[int, tuple[int, ...]]:
    """The weighted mean of (weight, value) pairs, half rounded up, and what each adds to it.

    Largest remainder: 1. everybody gets the whole part of weight x value / total weight; 2. what is left of the
    rounded mean goes one by one to the largest remainders, the earliest first where they are equal.
    """
    whole = sum(weight for weight, _value in weighted)
    if not whole:
        return 0, tuple(0 for _pair in weighted)
    mean = (2 * sum(weight * value for weight, value in weighted) + whole) // (2 * whole)
    points = [weight * value // whole for weight, value in weighted]
    by_remainder = sorted(range(len(points)), key=lambda i: -(weighted[i][0] * weighted[i][1] % whole))
    for i in by_remainder[: mean - sum(points)]:
        points[i] += 1
    return mean, tuple(points)


def as_json(scored: Scored) -> dict[str, Any]:
    """Plain JSON values, to be stored with a proposal and read back by `from_json`."""
    parts = [
        {
            "rule": part.rule,
            "value": part.value,
            "weight": part.weight,
            "points": part.points,
            "facts": dict(part.facts),
        }
        for part in scored.parts
    ]
    return {"buddy_id": scored.buddy_id, "score": scored.score, "parts": parts}


def from_json(stored: Mapping[str, Any]) -> Scored:
    """The Scored that `as_json` wrote; equal to it, also after a trip through text."""
    return Scored(stored["buddy_id"], stored["score"], tuple(Part(**part) for part in stored["parts"]))
