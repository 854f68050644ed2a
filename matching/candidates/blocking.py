"""One parent beside every buddy: what stands in the way of each, and who would do if only one thing were otherwise."""

from collections.abc import Iterator
from functools import cache

from matching.candidates.aspects import ASPECTS, BIT, CONTACT
from matching.candidates.cells import hinder_by_facts
from matching.candidates.columns import Columns, Pairs
from matching.candidates.judging import Rules, hinder_by_name, new_pairs, weigh
from matching.candidates.reach import hinder_by_distance, hinder_by_place, is_within_reach
from matching.candidates.subjects import hinder_by_subject
from matching.hard import HARD_RULES
from matching.near_misses import CHANGES, NearMiss, in_order
from matching.people import VISITS, Contact
from matching.solver.compiled import compiled

CAN_CHANGE = sum(BIT[key] for key in CHANGES)


def refused(columns: Columns, rules: Rules, parent: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """For each buddy in whose way something stands the id and the keys of all rules, as `rank` has them."""
    pairs = new_pairs(len(columns.givers.place))
    _judge(rules, parent, pairs)
    keys = {bits: _keys(bits) for bits in set(pairs.broken)}
    for buddy, bits in enumerate(pairs.broken):
        if keys[bits]:
            yield int(columns.givers.id[buddy]), keys[bits]


def near_misses(columns: Columns, rules: Rules, parent: int) -> tuple[NearMiss, ...]:
    """What `near_misses.near_misses` says of this parent."""
    pairs = new_pairs(len(columns.givers.place))
    _judge(rules, parent, pairs)
    length = _keep_single(pairs, CAN_CHANGE, rules.all_bits)
    weigh(rules, pairs, length)
    found = []
    for at in range(length):
        buddy, (rule,) = int(pairs.buddy[at]), _keys(int(pairs.broken[at]) & rules.all_bits)
        ways = _ways(columns, rules, parent, buddy) if rule in ("contact", "too_far") else ()
        found.append(NearMiss(int(columns.givers.id[buddy]), rule, int(pairs.points[at]), ways))
    return in_order(found)


def _ways(columns: Columns, rules: Rules, parent: int, buddy: int) -> tuple[Contact, ...]:
    at = ASPECTS.index(CONTACT)
    (modes,) = columns.words.given[at][columns.givers.profile[buddy * len(ASPECTS) + at]]
    assert isinstance(modes, frozenset)
    near = is_within_reach(rules.reach, parent, buddy)
    return tuple(mode for mode in Contact if mode in modes and (near or mode not in VISITS))


@cache
def _keys(bits: int) -> tuple[str, ...]:
    return tuple(rule.key for at, rule in enumerate(HARD_RULES) if bits >> at & 1)


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
    hinder_by_name(rules.askers, pairs, length)


@compiled
def _keep_single(pairs: Pairs, wanted: int, bits: int) -> int:
    """Move those in whose way only one of the wanted rules stands to the front; how many they are."""
    parent, buddy, broken, kept = pairs.parent, pairs.buddy, pairs.broken, 0
    for at in range(len(buddy)):
        found = broken[at] & bits
        if found & wanted and not found & (found - 1):
            parent[kept], buddy[kept], broken[kept] = parent[at], buddy[at], broken[at]
            kept += 1
    return kept
