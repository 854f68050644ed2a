"""A plan reckoned out: the last one is kept in memory, because a coordinator looks at it many times in a row."""

from functools import lru_cache

from domain.refused import Refused
from matching.crowd_text import read_crowd
from matching.everybody import Solved, solve
from store.queries.matchmaking.plans import Plan


def solved(plan: Plan) -> Solved:
    """What came out, with all that is needed to ask further; raises `Refused("plan.erased")` when it is too old."""
    if plan.input is None:
        raise Refused("plan.erased")
    return solved_text(plan.input)


@lru_cache(maxsize=1)
def solved_text(crowd: str) -> Solved:
    """The same text has the same answer in every database; only numbers of people are in it."""
    return solve(read_crowd(crowd))
