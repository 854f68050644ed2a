"""Where a buddy wants to help, and how far they come."""

from typing import NamedTuple

from matching.candidates.aspects import BIT, MEETS, ONLY_MEETS, Weights, thousandths
from matching.candidates.columns import Columns, Pairs
from matching.candidates.distances import tenths_between
from matching.rank import FULL_SCORE
from matching.rules import FADES_OUT_AT_KM, closeness
from matching.solver.compiled import Numbers, compiled, numbers

SILENT = -1


class Reach(NamedTuple):
    """`tenths` of a kilometre lie at [one x places + other]; `fade` has the thousandths for so many tenths.

    The numbers at the end are the bits of the two hard rules, and those that `Cells` sets for ways of contact.
    """

    asker: Numbers
    avoids_own: Numbers
    giver: Numbers
    travel_km: Numbers
    everywhere: Numbers
    helps_start: Numbers
    helps: Numbers
    municipality: Numbers
    places: int
    tenths: Numbers
    fade: Numbers
    full: int
    weight: int
    elsewhere: int
    too_far: int
    meets: int
    only_meets: int


def reach_of(columns: Columns, weights: Weights) -> Reach:
    askers, givers, words = columns.askers, columns.givers, columns.words
    number = {place: at for at, place in enumerate(words.municipalities)}
    return Reach(
        askers.place,
        askers.avoids_own,
        givers.place,
        givers.travel_km,
        givers.everywhere,
        givers.helps_start,
        givers.helps,
        municipality=numbers([number[place.municipality] for place in words.places], bits=32),
        places=len(words.places),
        tenths=tenths_between(words.places, int(max(givers.travel_km, default=0))),
        fade=numbers([thousandths(closeness(at / 10)) for at in range(10 * FADES_OUT_AT_KM + 1)]),
        full=FULL_SCORE,
        weight=weights.get("nearby", 0),
        elsewhere=BIT["elsewhere"],
        too_far=BIT["too_far"],
        meets=MEETS,
        only_meets=ONLY_MEETS,
    )


def is_within_reach(reach: Reach, parent: int, buddy: int) -> bool:
    one, other = reach.asker[parent], reach.giver[buddy]
    known = one >= 0 and other >= 0
    tenths = reach.tenths[one * reach.places + other] if known else SILENT
    return reach.travel_km[buddy] > 0 and tenths <= 10 * reach.travel_km[buddy]


@compiled
def hinder_by_place(reach: Reach, pairs: Pairs, length: int) -> None:
    """Whoever does not want to help there."""
    asker, start, helps, everywhere = reach.asker, reach.helps_start, reach.helps, reach.everywhere
    for at in range(length):
        place, buddy = asker[pairs.parent[at]], pairs.buddy[at]
        found = place < 0 or everywhere[buddy] > 0
        for one in range(start[buddy], start[buddy + 1]):
            found = found or helps[one] == reach.municipality[place]
        if not found:
            pairs.broken[at] |= reach.elsewhere


@compiled
def hinder_by_distance(reach: Reach, pairs: Pairs, length: int) -> None:
    """Whoever could only meet, and does not come so far; `broken` has what the ways of contact say."""
    parent, buddy, broken = pairs.parent, pairs.buddy, pairs.broken
    asker, giver, travel, table = reach.asker, reach.giver, reach.travel_km, reach.tenths
    for at in range(length):
        if broken[at] & reach.only_meets:
            one, other = asker[parent[at]], giver[buddy[at]]
            km = table[one * reach.places + other] if one >= 0 and other >= 0 else SILENT
            if travel[buddy[at]] <= 0 or km > 10 * travel[buddy[at]]:
                broken[at] |= reach.too_far


@compiled
def weigh_distance(reach: Reach, pairs: Pairs, length: int) -> None:
    """Nothing is said of who did not say where they live, or of meeting where they do not meet."""
    parent, buddy, broken, avoids = pairs.parent, pairs.buddy, pairs.broken, reach.avoids_own
    asker, giver, travel, table = reach.asker, reach.giver, reach.travel_km, reach.tenths
    municipality, fade = reach.municipality, reach.fade
    for at in range(length):
        one, other = asker[parent[at]], giver[buddy[at]]
        if one < 0 or other < 0:
            continue
        value, km = reach.full if avoids[parent[at]] else SILENT, table[one * reach.places + other]
        if avoids[parent[at]] and municipality[one] == municipality[other]:
            value = 0
        elif broken[at] & reach.meets and travel[buddy[at]] > 0 and km <= 10 * travel[buddy[at]]:
            value = fade[min(km, len(fade) - 1)]
        if value >= 0:
            pairs.points[at] += value * reach.weight
            pairs.weight[at] += reach.weight
