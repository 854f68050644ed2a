"""Whether one parent more could be served: at which buddies a place can be freed without anybody losing theirs."""

from collections import defaultdict

from matching.assign import Assignment
from matching.problem import Problem


def with_room(problem: Problem, best: Assignment) -> frozenset[str]:
    """The buddies who have a place left, or could free one by a chain of parents who each move to another buddy.

    Berge: a matching serves the most parents when no such chain begins at somebody without a buddy. Steps: 1. who has
    a place left, has room; 2. a buddy whose parent could go to one who has room, has room too; 3. until nobody is new.
    """
    parents_of: defaultdict[str, list[str]] = defaultdict(list)
    for parent, buddy in best.buddy_of.items():
        parents_of[buddy].append(parent)
    comes_from: defaultdict[str, set[str]] = defaultdict(set)
    for parent, other in problem.quality:
        theirs = best.buddy_of.get(parent)
        if theirs is not None and theirs != other:
            comes_from[other].add(theirs)
    found = {one.id for one in problem.buddies if one.free > len(parents_of[one.id])}
    to_look_at = list(found)
    while to_look_at:
        added = comes_from[to_look_at.pop()] - found
        found |= added
        to_look_at += added
    return frozenset(found)
