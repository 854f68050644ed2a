"""Who could be asked by whom: all pairs without a hindrance, found by place and topic instead of one by one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from matching.candidates.aspects import ALL_BITS
from matching.candidates.cells import Cells, cells_of, hinder_by_facts, weigh_facts
from matching.candidates.columns import Askers, Columns, Pairs
from matching.candidates.hours import Hours, hours_of, weigh_hours
from matching.candidates.plausible import Index, index_of, plausible
from matching.candidates.reach import Reach, hinder_by_distance, hinder_by_place, reach_of, weigh_distance
from matching.candidates.subjects import Subjects, hinder_by_subject, subjects_of, weigh_subjects
from matching.hard import HARD_RULES
from matching.rank import checked
from matching.solver.compiled import Numbers, compiled, filled

AT_ONCE = 65536  # pairs: what is looked at again and again should stay near the processor


class Candidates(NamedTuple):
    """The buddies of parent i are `buddy[start[i]:start[i + 1]]`, in their order; `quality` is the score of each."""

    start: Numbers
    buddy: Numbers
    quality: Numbers


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


def candidates(columns: Columns, weights: Mapping[str, int]) -> Candidates:
    """For each parent everybody whom `rank` would put on the shortlist, with the same score."""
    rules, index = rules_for(columns, weights), index_of(columns)
    parents, pairs = len(columns.askers.place), _pairs(max(len(columns.givers.place), AT_ONCE))
    start, parent, found = filled(parents + 1, 0), 0, []
    while parent < parents:
        parent, length = _find(rules, index, parent, pairs, start)
        found.append(_new(length))
        _take(pairs, *found[-1])
    _add_up(start)
    return Candidates(start, *_joined(found))


def refused(columns: Columns, rules: Rules, parent: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """For each buddy in whose way something stands the id and the keys of all rules, as `rank` has them."""
    pairs = _pairs(len(columns.givers.place))
    _judge(rules, parent, pairs)
    keys = {bits: _keys(bits) for bits in set(pairs.broken)}
    for buddy, bits in enumerate(pairs.broken):
        if keys[bits]:
            yield int(columns.givers.id[buddy]), keys[bits]


def _new(length: int) -> tuple[Numbers, Numbers]:
    return filled(length, 0, bits=32), filled(length, 0, bits=16)


def _joined(parts: Sequence[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    whole, at = _new(sum(len(buddy) for buddy, _quality in parts)), 0
    for buddy, quality in parts:
        _append(buddy, quality, *whole, at)
        at += len(buddy)
    return whole


def _keys(bits: int) -> tuple[str, ...]:
    return tuple(rule.key for at, rule in enumerate(HARD_RULES) if bits >> at & 1)


def _pairs(length: int) -> Pairs:
    parent, buddy, broken = (filled(length, 0, bits=32) for _column in range(3))
    return Pairs(parent, buddy, broken, filled(length, 0), filled(length, 0))


@compiled
def _find(rules: Rules, index: Index, begin: int, pairs: Pairs, start: Numbers) -> tuple[int, int]:
    """Leave the pairs without a hindrance, `points` being their scores; the next parent, and how many pairs.

    How many each parent has is counted in `start`, one to the right. The topic sets most aside.
    """
    parent, length = plausible(index, begin, pairs)
    hinder_by_subject(rules.subjects, pairs, length)
    length = _keep(pairs, length, rules.all_bits)
    hinder_by_facts(rules.cells, pairs, length)
    hinder_by_distance(rules.reach, pairs, length)
    _hinder_by_name(rules.askers, pairs, length)
    length = _keep(pairs, length, rules.all_bits)
    _weigh(rules, pairs, length)
    for at in range(length):
        start[pairs.parent[at] + 1] += 1
    return parent, length


@compiled
def _take(pairs: Pairs, buddy: Numbers, quality: Numbers) -> None:
    """As many as there is room for."""
    for at in range(len(buddy)):
        buddy[at], quality[at] = pairs.buddy[at], pairs.points[at]


@compiled
def _append(buddy: Numbers, quality: Numbers, whole_buddy: Numbers, whole_quality: Numbers, at: int) -> None:
    for one in range(len(buddy)):
        whole_buddy[at + one], whole_quality[at + one] = buddy[one], quality[one]


@compiled
def _add_up(start: Numbers) -> None:
    for at in range(1, len(start)):
        start[at] += start[at - 1]


@compiled
def _judge(rules: Rules, parent: int, pairs: Pairs) -> None:
    """This parent with everybody, and all that is broken."""
    length = len(pairs.buddy)
    for buddy in range(length):
        pairs.parent[buddy], pairs.buddy[buddy], pairs.broken[buddy] = parent, buddy, 0
    hinder_by_subject(rules.subjects, pairs, length)
    hinder_by_facts(rules.cells, pairs, length)
    hinder_by_place(rules.reach, pairs, length)
    hinder_by_distance(rules.reach, pairs, length)
    _hinder_by_name(rules.askers, pairs, length)


@compiled
def _hinder_by_name(askers: Askers, pairs: Pairs, length: int) -> None:
    """Whoever a rule speaks of by name."""
    parent, buddy, start, named, rule = pairs.parent, pairs.buddy, askers.named_start, askers.named, askers.rule
    for at in range(length):
        for one in range(start[parent[at]], start[parent[at] + 1]):
            if named[one] == buddy[at]:
                pairs.broken[at] |= rule[one]


@compiled
def _keep(pairs: Pairs, length: int, bits: int) -> int:
    """Move those without a hindrance to the front; how many they are."""
    parent, buddy, broken, kept = pairs.parent, pairs.buddy, pairs.broken, 0
    for at in range(length):
        if not broken[at] & bits:
            parent[kept], buddy[kept], broken[kept] = parent[at], buddy[at], broken[at]
            kept += 1
    return kept


@compiled
def _weigh(rules: Rules, pairs: Pairs, length: int) -> None:
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
