"""Who could be asked by whom: all pairs without a hindrance, found by place and topic instead of one by one."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matching.candidates.cells import hinder_by_facts
from matching.candidates.columns import Columns, Pairs
from matching.candidates.judging import Rules, hinder_by_name, keep, new_pairs, rules_for, weigh
from matching.candidates.plausible import Index, index_of, plausible
from matching.candidates.reach import hinder_by_distance
from matching.solver.compiled import Numbers, compiled, filled

AT_ONCE = 16384  # pairs: what is looked at again and again should stay near the processor


class Candidates(NamedTuple):
    """The buddies of parent i are `buddy[start[i]:start[i + 1]]`, `quality` the score of each.

    Who wants to help in the municipality comes before who helps everywhere; both are in their order.
    """

    start: Numbers
    buddy: Numbers
    quality: Numbers


def candidates(columns: Columns, weights: Mapping[str, int]) -> Candidates:
    """For each parent everybody whom `rank` would put on the shortlist, with the same score."""
    rules = rules_for(columns, weights)
    index = index_of(columns, rules.cells, rules.subjects)
    parents, pairs = len(columns.askers.place), new_pairs(len(columns.givers.place) + AT_ONCE)
    start, parent, found = filled(parents + 1, 0), 0, []
    while parent < parents:
        parent, length = _find(rules, index, parent, pairs, start)
        found.append(_new(length))
        _take(pairs, *found[-1])
    _add_up(start)
    return Candidates(start, *_joined(found))


def _new(length: int) -> tuple[Numbers, Numbers]:
    return filled(length, 0, bits=32), filled(length, 0, bits=16)


def _joined(parts: Sequence[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    whole, at = _new(sum(len(buddy) for buddy, _quality in parts)), 0
    for buddy, quality in parts:
        _append(buddy, quality, *whole, at)
        at += len(buddy)
    return whole


@compiled
def _find(rules: Rules, index: Index, begin: int, pairs: Pairs, start: Numbers) -> tuple[int, int]:
    """Leave the pairs without a hindrance, `points` being their scores; the next parent, and how many pairs.

    How many each parent has is counted in `start`, one to the right.
    """
    parent, length = plausible(index, begin, pairs)
    hinder_by_facts(rules.cells, pairs, length)
    hinder_by_distance(rules.reach, pairs, length)
    hinder_by_name(rules.askers, pairs, length)
    length = keep(pairs, length, rules.all_bits)
    weigh(rules, pairs, length)
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
