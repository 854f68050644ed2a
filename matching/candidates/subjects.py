"""What a parent asks about and what a buddy knows of it."""

from collections.abc import Sequence
from itertools import combinations_with_replacement
from typing import NamedTuple

from matching.candidates.aspects import BIT, Weights, judged
from matching.candidates.columns import Columns, Givers, Pairs
from matching.people import Need, Offer
from matching.solver.compiled import Numbers, compiled, filled, numbers

SHARED, BEHIND, BITS = 1, 2, 2  # two bits, and above them the step of nearness


class Subjects(NamedTuple):
    """`known` has at [ask x buddies + buddy] what a buddy knows of it: `SHARED`, `BEHIND`, and how many steps near.

    The points for the topics lie at the place of how many are asked about plus the `worth` of the step for each; those
    for the phase at `SHARED` and `BEHIND`. `bit` is that of the hard rule.
    """

    start: Numbers
    ask: Numbers
    known: Numbers
    buddies: int
    bit: int
    first: Numbers
    worth: Numbers
    points: Numbers
    weight: int
    phase_points: Numbers
    phase_weight: Numbers


def subjects_of(columns: Columns, weights: Weights) -> Subjects:
    askers, buddies = columns.askers, len(columns.givers.place)
    steps = sorted({value for ask in columns.words.asks for _code, value in ask if value > 0})
    most = int(longest(askers.ask_start))
    size = (most + 1) ** len(steps)
    worth = [0, *((most + 1) ** at for at in range(len(steps)))]
    phases = _phases(weights)
    return Subjects(
        start=askers.ask_start,
        ask=askers.ask,
        known=_known(columns, steps),
        buddies=buddies,
        bit=BIT["topic"],
        first=numbers([size * asked for asked in range(most + 1)]),
        worth=numbers(worth),
        points=_points(most, [0.0, *steps], worth, weights),
        weight=weights.get("topic", 0),
        phase_points=numbers([points for points, _weight in phases]),
        phase_weight=numbers([weight for _points, weight in phases]),
    )


@compiled
def longest(start: Numbers) -> int:
    """The most of anything that one row has."""
    most = 0
    for row in range(len(start) - 1):
        most = max(most, start[row + 1] - start[row])
    return most


def _known(columns: Columns, steps: Sequence[float]) -> Numbers:
    words = columns.words
    step = {value: at for at, value in enumerate(steps, start=1)}
    number = {code: at for at, code in enumerate(words.topics)}
    near = filled(len(words.asks) * len(number), -1, bits=16)
    for ask, around in enumerate(words.asks):
        for code, value in around:
            if code in number:
                near[ask * len(number) + number[code]] = step.get(value, 0)
    known = filled(len(words.asks) * len(columns.givers.place), 0, bits=16)
    _learn(columns.givers, near, len(number), known)
    return known


@compiled
def _learn(givers: Givers, near: Numbers, topics: int, known: Numbers) -> None:
    """Fill `known`; `near` has at [ask x topics + topic] the step of nearness, -1 for what is not near at all."""
    buddies, start, knows, behind = len(givers.place), givers.knows_start, givers.knows, givers.behind
    for cell in range(len(known)):
        ask, buddy, best, flags = cell // buddies, cell % buddies, 0, 0
        for at in range(start[buddy], start[buddy + 1]):
            step = near[ask * topics + knows[at]]
            if step >= 0:
                best = max(best, step)
                flags |= SHARED | (BEHIND * behind[at])
        known[cell] = best << BITS | flags


def _points(most: int, steps: Sequence[float], worth: Sequence[int], weights: Weights) -> Numbers:
    """For each number of topics and each way to divide the steps over them."""
    size = (most + 1) ** (len(steps) - 1)
    points = filled(size * (most + 1), 0)
    for asked in range(1, most + 1):
        for reached in combinations_with_replacement(range(len(steps)), asked):
            place = size * asked + sum(worth[one] for one in reached)
            points[place], _weight = _nearest([steps[one] for one in reached], weights)
    return points


def _nearest(values: Sequence[float], weights: Weights) -> tuple[int, int]:
    """Asked about so many topics, with somebody who is so near to each."""
    need = Need(0, {str(at): {str(at): value} for at, value in enumerate(values)})
    return judged(["topic"], weights, need, Offer(0, frozenset(need.topics)))


def _phases(weights: Weights) -> list[tuple[int, int]]:
    need, known, other = Need(0, {"a": {"a": 1.0}}), frozenset({"a"}), frozenset({"b"})
    in_the_middle = judged(["phase"], weights, need, Offer(0, known, in_the_middle=known))
    nothing, behind = (judged(["phase"], weights, need, Offer(0, some)) for some in (other, known))
    return [nothing, in_the_middle, nothing, behind]


@compiled
def hinder_by_subject(subjects: Subjects, pairs: Pairs, length: int) -> None:
    """Whoever knows nothing of all that is asked about."""
    parent, buddy, broken, start = pairs.parent, pairs.buddy, pairs.broken, subjects.start
    known, ask, buddies = subjects.known, subjects.ask, subjects.buddies
    for at in range(length):
        begin, end, shared = start[parent[at]], start[parent[at] + 1], 0
        for one in range(begin, end):
            shared |= known[ask[one] * buddies + buddy[at]] & SHARED
        if end > begin and not shared:
            broken[at] |= subjects.bit


@compiled
def weigh_subjects(subjects: Subjects, pairs: Pairs, length: int) -> None:
    """How near it is, and whether it is behind the buddy."""
    parent, buddy, points, weight = pairs.parent, pairs.buddy, pairs.points, pairs.weight
    known, ask, buddies, start = subjects.known, subjects.ask, subjects.buddies, subjects.start
    first, worth, more = subjects.first, subjects.worth, subjects.points
    phase_points, phase_weight = subjects.phase_points, subjects.phase_weight
    for at in range(length):
        begin, end, flags = start[parent[at]], start[parent[at] + 1], 0
        place = first[end - begin]
        for one in range(begin, end):
            knows = known[ask[one] * buddies + buddy[at]]
            flags |= knows & (SHARED | BEHIND)
            place += worth[knows >> BITS]
        points[at] += more[place] + phase_points[flags]
        weight[at] += phase_weight[flags] + (subjects.weight if end > begin else 0)
