"""What it would cost to insist on one pair: the exact loss on each level, and who would move."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from matching.assign import Assignment, assign
from matching.problem import Problem


@dataclass(frozen=True)
class Forced:
    """The loss per level, `quality` after the cost of load; `moved`: the buddy before and after of who else moves."""

    served: int
    priority: int
    quality: int
    moved: Mapping[str, tuple[str | None, str | None]]


def forced(problem: Problem, best: Assignment, parent: str, buddy: str) -> Forced | None:
    """The loss against `best` when this pair must be; None when it is not allowed or the buddy has no place."""
    if (parent, buddy) not in problem.quality or not problem.buddy[buddy].free:
        return None
    rest = assign(_without(problem, parent, buddy))
    quality = rest.quality - rest.load_cost + problem.quality[parent, buddy] - problem.cost(buddy, 1)
    others = sorted((best.buddy_of.keys() | rest.buddy_of.keys()) - {parent})
    changes = {one: (best.buddy_of.get(one), rest.buddy_of.get(one)) for one in others}
    return Forced(
        best.served - rest.served - 1,
        best.priority - rest.priority - problem.priority[parent],
        best.quality - best.load_cost - quality,
        {one: (before, after) for one, (before, after) in changes.items() if before != after},
    )


def _without(problem: Problem, parent: str, buddy: str) -> Problem:
    """Everybody else, with one place less at this buddy."""
    return Problem(
        tuple(one for one in problem.parents if one.id != parent),
        tuple(replace(one, load=one.load + 1) if one.id == buddy else one for one in problem.buddies),
        {pair: quality for pair, quality in problem.quality.items() if pair[0] != parent},
        problem.load_weight,
    )
