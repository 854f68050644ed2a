"""The best assignment for everybody at once, with its proof.

Three levels, each only among the best of the levels before: as many parents as possible and the highest sum of their
priorities (one and the same set of choices, because sets of parents that can be served together form a transversal
matroid); the sum of quality minus the cost of load; a tie-break that depends on the ids alone.

How it is found: `matching/solver/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.problem import Problem
from matching.solver.answer import Answer, best
from matching.solver.compiled import TooLarge, numbers
from matching.solver.network import NOBODY, QUALITY_BITS
from matching.solver.proof import NotProven
from matching.solver.rows import Rows

__all__ = ["Assignment", "NotProven", "TooLarge", "assign"]


@dataclass(frozen=True)
class Assignment:
    """`buddy_of` has whom each parent gets who gets one; `primal` equals `dual`, or it would not have been given."""

    buddy_of: Mapping[str, str]
    served: int
    priority: int
    quality: int
    load_cost: int
    primal: int
    dual: int


def assign(problem: Problem) -> Assignment:
    """The one best assignment, whatever the order of the rows. Raises `TooLarge` when the numbers in it are too large.

    `NotProven` would be a fault of ours.
    """
    rows = rows_of(problem)
    return in_words(rows, best(rows))


def rows_of(problem: Problem) -> Rows:
    """Everybody in the order of their ids; raises `TooLarge`."""
    parents = sorted(problem.parents, key=lambda one: one.id)
    buddies = sorted(problem.buddies, key=lambda one: one.id)
    pairs: dict[str, list[tuple[int, int]]] = {one.id: [] for one in parents}
    number = {one.id: at for at, one in enumerate(buddies)}
    for (parent, buddy), quality in problem.quality.items():
        pairs[parent].append((number[buddy], quality))
    start = [0]
    for one in parents:
        pairs[one.id].sort()
        start.append(start[-1] + len(pairs[one.id]))
    flat = [pair for one in parents for pair in pairs[one.id]]
    return Rows(
        parent_ids=[one.id for one in parents],
        priority=numbers([one.priority for one in parents]),
        buddy_ids=[one.id for one in buddies],
        capacity=numbers([one.capacity for one in buddies]),
        load=numbers([one.load for one in buddies]),
        start=numbers(start),
        buddy=numbers([buddy for buddy, _quality in flat], bits=32),
        quality=numbers([quality for _buddy, quality in flat], bits=QUALITY_BITS),
        load_weight=problem.load_weight,
    )


def in_words(rows: Rows, answer: Answer) -> Assignment:
    """The answer by id instead of by number."""
    mine = {
        parent: rows.buddy_ids[buddy]
        for parent, buddy in zip(rows.parent_ids, answer.buddy_of, strict=True)
        if buddy != NOBODY
    }
    return Assignment(mine, *answer[1:])
