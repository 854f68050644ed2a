"""Rules that look at few facts: a table per aspect, filled by the rules themselves, with a cell for each pair."""

from dataclasses import replace
from itertools import accumulate, product
from typing import NamedTuple

from matching.candidates.aspects import ASPECTS, BIT, CONTACT, HOLDS, MEETS, ONLY_MEETS, ROOM, Aspect, Weights, judged
from matching.candidates.columns import Columns, Pairs
from matching.hard import lives_near_enough
from matching.people import VISITS, Need, Offer, possible_contact
from matching.solver.compiled import Numbers, compiled, filled, numbers

ANYBODY = Need(0, {})


class Cells(NamedTuple):
    """The cell of a pair for an aspect lies at `first` + `asked` x `width` + `given`.

    It says which rules are `broken`, the points and the weight. `asked` and `given` have all aspects of one person,
    then of the next. Only aspects below `hard` have hard rules.
    """

    asked: Numbers
    given: Numbers
    first: Numbers
    width: Numbers
    broken: Numbers
    points: Numbers
    weight: Numbers
    hard: int


def cells_of(columns: Columns, weights: Weights) -> Cells:
    words = columns.words
    found = [
        _cell(aspect, weights, need, offer)
        for aspect, asked, given in zip(ASPECTS, words.asked, words.given, strict=True)
        for need, offer in product(aspect.needs(asked), aspect.offers(given))
    ]
    sizes = [len(asked) * len(given) for asked, given in zip(words.asked, words.given, strict=True)]
    return Cells(
        columns.askers.profile,
        columns.givers.profile,
        numbers([0, *accumulate(sizes)][:-1]),
        numbers([len(given) for given in words.given]),
        numbers([broken for broken, _points, _weight in found], bits=32),
        numbers([points for _broken, points, _weight in found]),
        numbers([weight for _broken, _points, weight in found]),
        sum(bool(aspect.hard) for aspect in ASPECTS),
    )


def _cell(aspect: Aspect, weights: Weights, need: Need, offer: Offer) -> tuple[int, int, int]:
    broken = sum(BIT[key] for key in aspect.hard if not HOLDS[key](need, offer))
    if aspect is CONTACT:
        broken |= _meeting(need, offer)
    return broken, *judged(aspect.soft, weights, need, offer)


def _meeting(need: Need, offer: Offer) -> int:
    """Whether they would meet if the buddy came, and whether nothing remains if not."""
    near, far = replace(offer, travel_km=1), replace(offer, travel_km=0)
    meets = MEETS if possible_contact(need, near) & VISITS else 0
    return meets if lives_near_enough(need, far) else meets | ONLY_MEETS


def able(columns: Columns) -> Numbers:
    """1 for each buddy in whose own way nothing stands, whoever asks."""
    at, aspects = ASPECTS.index(ROOM), len(ASPECTS)
    own = [all(HOLDS[key](ANYBODY, one) for key in ROOM.hard) for one in ROOM.offers(columns.words.given[at])]
    found = filled(len(columns.givers.place), 0, bits=8)
    _look_up(columns.givers.profile, at, aspects, numbers(own, bits=8), found)
    return found


@compiled
def _look_up(given: Numbers, aspect: int, aspects: int, own: Numbers, found: Numbers) -> None:
    for buddy in range(len(found)):
        found[buddy] = own[given[buddy * aspects + aspect]]


@compiled
def hinder_by_facts(cells: Cells, pairs: Pairs, length: int) -> None:
    """Add to `broken` what the first so many pairs break."""
    parent, buddy, broken, table = pairs.parent, pairs.buddy, pairs.broken, cells.broken
    asked, given, aspects = cells.asked, cells.given, len(cells.first)
    for aspect in range(cells.hard):
        first, width = cells.first[aspect], cells.width[aspect]
        for at in range(length):
            cell = first + asked[parent[at] * aspects + aspect] * width + given[buddy[at] * aspects + aspect]
            broken[at] |= table[cell]


@compiled
def weigh_facts(cells: Cells, pairs: Pairs, length: int) -> None:
    """Add points and weight for the first so many pairs."""
    parent, buddy, points, weight = pairs.parent, pairs.buddy, pairs.points, pairs.weight
    asked, given, aspects = cells.asked, cells.given, len(cells.first)
    more, heavier = cells.points, cells.weight
    for aspect in range(aspects):
        first, width = cells.first[aspect], cells.width[aspect]
        for at in range(length):
            cell = first + asked[parent[at] * aspects + aspect] * width + given[buddy[at] * aspects + aspect]
            points[at] += more[cell]
            weight[at] += heavier[cell]
