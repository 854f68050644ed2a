"""What it would cost to insist on one pair: the exact loss on each level, and who would move."""

from matching.assign import Assignment
from matching.problem import Problem
from matching.standing import Forced, stand

__all__ = ["Forced", "forced"]


def forced(problem: Problem, best: Assignment, parent: str, buddy: str) -> Forced | None:
    """The loss against `best` when this pair must be; None when it is not allowed or the buddy has no place.

    Who asks about more pairs of the same problem has the answers sooner from `stand(problem).why_not`.
    """
    if best.buddy_of.get(parent) == buddy:
        return Forced(0, 0, 0, {})
    return stand(problem).why_not(parent, buddy)
