"""When both have time, in numbers of moments."""

from itertools import product
from typing import NamedTuple

from matching.candidates.aspects import Weights, judged
from matching.candidates.columns import Columns, Pairs
from matching.people import Daypart, Need, Offer
from matching.rules import ENOUGH_MOMENTS
from matching.solver.compiled import Numbers, compiled, numbers


class Hours(NamedTuple):
    """A bit per moment; points and weight lie at asked for x (enough + 1) + shared, both counted up to enough."""

    asked: Numbers
    given: Numbers
    enough: int
    points: Numbers
    weight: Numbers


def hours_of(columns: Columns, weights: Weights) -> Hours:
    some = [frozenset((day, Daypart.MORNING) for day in range(count)) for count in range(ENOUGH_MOMENTS + 1)]
    found = [
        judged(["moments"], weights, Need(0, {}, moments=asked), Offer(0, frozenset(), moments=shared))
        for asked, shared in product(some, some)
    ]
    points, weight = numbers([points for points, _weight in found]), numbers([weight for _points, weight in found])
    return Hours(columns.askers.moments, columns.givers.moments, ENOUGH_MOMENTS, points, weight)


@compiled
def weigh_hours(hours: Hours, pairs: Pairs, length: int) -> None:
    asked, given, points, weight = hours.asked, hours.given, hours.points, hours.weight
    for at in range(length):
        wanted, cell = asked[pairs.parent[at]], 0
        for moments in (wanted, wanted & given[pairs.buddy[at]]):
            count, rest = 0, moments
            while rest and count < hours.enough:
                rest &= rest - 1
                count += 1
            cell = cell * (hours.enough + 1) + count
        pairs.points[at] += points[cell]
        pairs.weight[at] += weight[cell]
