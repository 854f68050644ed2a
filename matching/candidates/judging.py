"""Pairs held against all rules at once: what they break, and their scores."""

from collections.abc import Mapping
from typing import NamedTuple

from matching.candidates.aspects import ALL_BITS
from matching.candidates.cells import Cells, cells_of, weigh_facts
from matching.candidates.columns import Askers, Columns, Pairs
from matching.candidates.hours import Hours, hours_of, weigh_hours
from matching.candidates.reach import Reach, reach_of, weigh_distance
from matching.candidates.subjects import Subjects, subjects_of, weigh_subjects
from matching.rank import checked
from matching.solver.compiled import compiled, filled


class Rules(NamedTuple):
    """Everybody held against all rules. `all_bits` are those of the hard rules; above them is no rule."""

    askers: Askers
    cells: Cells
    subjects: Subjects
    reach: Reach
    hours: Hours
    all_bits: int


def rules_for(columns: Columns, weights: Mapping[str, int]) -> Rules:
    """Raises ValueError for weights as `rank` does."""
    counting = {rule.key: weight for rule, weight in checked(weights)}
    return Rules(
        columns.askers,
        cells_of(columns, counting),
        subjects_of(columns, counting),
        reach_of(columns, counting),
        hours_of(columns, counting),
        ALL_BITS,
    )


def new_pairs(length: int) -> Pairs:
    parent, buddy, broken = (filled(length, 0, bits=32) for _column in range(3))
    return Pairs(parent, buddy, broken, filled(length, 0), filled(length, 0))


@compiled
def hinder_by_name(askers: Askers, pairs: Pairs, length: int) -> None:
    """Whoever a rule speaks of by name."""
    parent, buddy, start, named, rule = pairs.parent, pairs.buddy, askers.named_start, askers.named, askers.rule
    for at in range(length):
        for one in range(start[parent[at]], start[parent[at] + 1]):
            if named[one] == buddy[at]:
                pairs.broken[at] |= rule[one]


@compiled
def keep(pairs: Pairs, length: int, bits: int) -> int:
    """Move those without a hindrance to the front; how many they are."""
    parent, buddy, broken, kept = pairs.parent, pairs.buddy, pairs.broken, 0
    for at in range(length):
        if not broken[at] & bits:
            parent[kept], buddy[kept], broken[kept] = parent[at], buddy[at], broken[at]
            kept += 1
    return kept


@compiled
def weigh(rules: Rules, pairs: Pairs, length: int) -> None:
    """The weighted mean of all that has something to say, half rounded up, as `rank.shares`."""
    points, weight = pairs.points, pairs.weight
    for at in range(length):
        points[at] = weight[at] = 0
    weigh_subjects(rules.subjects, pairs, length)
    weigh_facts(rules.cells, pairs, length)
    weigh_distance(rules.reach, pairs, length)
    weigh_hours(rules.hours, pairs, length)
    for at in range(length):
        points[at] = (2 * points[at] + weight[at]) // (2 * weight[at]) if weight[at] else 0
