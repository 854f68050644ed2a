"""Rules that look at few facts: a table per aspect, filled by the rules themselves, with a cell for each pair."""

from dataclasses import replace
from itertools import accumulate, product
from typing import NamedTuple

from matching.candidates.aspects import ASPECTS, BIT, CONTACT, HOLDS, MEETS, ONLY_MEETS, Aspect, Weights, judged
from matching.candidates.columns import Columns, Pairs
from matching.hard import lives_near_enough
from matching.people import VISITS, Need, Offer, possible_contact
from matching.solver.compiled import Numbers, compiled, filled, numbers


class Cells(NamedTuple):
    """The cell of a pair for an aspect lies at `asked` + `given`, of all `aspects` of one person, then of the next.

    It says which rules are `broken`, and the points and the weight: two numbers at twice its place. Only the first
    `hard` aspects have hard rules.
    """

    aspects: int
    hard: int
    asked: Numbers
    given: Numbers
    broken: Numbers
    points: Numbers


def cells_of(columns: Columns, weights: Weights) -> Cells:
    words = columns.words
    found = [
        _cell(aspect, weights, need, offer)
        for aspect, asked, given in zip(ASPECTS, words.asked, words.given, strict=True)
        for need, offer in product(aspect.needs(asked), aspect.offers(given))
    ]
    sizes = [len(asked) * len(given) for asked, given in zip(words.asked, words.given, strict=True)]
    asked = filled(len(columns.askers.profile), 0, bits=32)
    first, width = numbers([0, *accumulate(sizes)][:-1]), numbers([len(given) for given in words.given])
    _locate(columns.askers.profile, first, width, asked)
    return Cells(
        len(ASPECTS),
        sum(bool(aspect.hard) for aspect in ASPECTS),
        asked,
        columns.givers.profile,
        numbers([broken for broken, _points, _weight in found], bits=32),
        numbers([number for _broken, points, weight in found for number in (points, weight)]),
    )


@compiled
def _locate(profile: Numbers, first: Numbers, width: Numbers, asked: Numbers) -> None:
    aspects = len(first)
    for at in range(len(profile)):
        asked[at] = first[at % aspects] + profile[at] * width[at % aspects]


def _cell(aspect: Aspect, weights: Weights, need: Need, offer: Offer) -> tuple[int, int, int]:
    broken = 0
    for key in aspect.hard:
        if not HOLDS[key](need, offer):
            broken |= BIT[key]
    if aspect is CONTACT:
        broken |= _meeting(need, offer)
    return broken, *judged(aspect.soft, weights, need, offer)


def _meeting(need: Need, offer: Offer) -> int:
    """Whether they would meet if the buddy came, and whether nothing remains if not."""
    near, far = replace(offer, travel_km=1), replace(offer, travel_km=0)
    meets = MEETS if possible_contact(need, near) & VISITS else 0
    return meets if lives_near_enough(need, far) else meets | ONLY_MEETS


@compiled
def hinder_by_facts(cells: Cells, pairs: Pairs, length: int) -> None:
    """Add to `broken` what the first so many pairs break."""
    parent, buddy, broken, table = pairs.parent, pairs.buddy, pairs.broken, cells.broken
    asked, given, aspects, hard = cells.asked, cells.given, cells.aspects, cells.hard
    for at in range(length):
        one, other, found = parent[at] * aspects, buddy[at] * aspects, broken[at]
        for aspect in range(hard):
            found |= table[asked[one + aspect] + given[other + aspect]]
        broken[at] = found


@compiled
def weigh_facts(cells: Cells, pairs: Pairs, length: int) -> None:
    """Add points and weight for the first so many pairs."""
    parent, buddy, points, weight = pairs.parent, pairs.buddy, pairs.points, pairs.weight
    asked, given, aspects, table = cells.asked, cells.given, cells.aspects, cells.points
    for at in range(length):
        one, other, more, heavier = parent[at] * aspects, buddy[at] * aspects, 0, 0
        for aspect in range(aspects):
            cell = 2 * (asked[one + aspect] + given[other + aspect])
            more += table[cell]
            heavier += table[cell + 1]
        points[at] += more
        weight[at] += heavier
