"""The accelerator made ready beforehand, so that nobody waits for it at work."""

from matching.problem import Buddy, Parent, Problem
from matching.solver.compiled import IS_FAST
from matching.standing import stand

PARENTS, BUDDIES = 60, 20


def warm_up() -> bool:
    """Use all of the heavy solve once: what was never compiled on this machine is compiled, and kept on disk.

    The first time it takes half a minute, later half a second; without the accelerator nothing, and it gives False.
    """
    if not IS_FAST:
        return False
    standing = stand(_invented())
    standing.why_not("p2", "b1")
    standing.arrive(Parent("late", 5), {"b1": 700, "b2": 300})
    standing.change_capacity("b3", 4)
    standing.forbid(*next(iter(standing.assignment().buddy_of.items())))
    standing.drop_buddy("b4")
    standing.withdraw("p3")
    standing.assignment()
    return True


def _invented() -> Problem:
    """More parents than places, and pairs in every way."""
    parents = tuple(Parent(f"p{n}", 1 + n % 7) for n in range(PARENTS))
    buddies = tuple(Buddy(f"b{n}", 1 + n % 3, n % 2) for n in range(BUDDIES))
    quality = {
        (parent.id, buddy.id): (37 * p + 101 * b) % 1001
        for p, parent in enumerate(parents)
        for b, buddy in enumerate(buddies)
        if (p + 3 * b) % 4
    }
    return Problem(parents, buddies, quality)
