"""The other buddies for one parent in a plan: in order, each with what insisting on them would do to everybody else."""

from dataclasses import dataclass, replace

from matching.everybody import Crowd, Solved, solve
from matching.rank import Scored
from matching.standing import Forced

MOST = 6


@dataclass(frozen=True)
class Choice:
    """`loss` is against the best plan without a pin for this parent; None when the buddy has no place at all."""

    scored: Scored
    chosen: bool
    loss: Forced | None


@dataclass(frozen=True)
class Choices:
    """`refused` has by buddy the hard rules in the way; `more` is how many come after those in `best`."""

    best: tuple[Choice, ...]
    more: int
    refused: tuple[tuple[int, tuple[str, ...]], ...]


def choices(solved: Solved, request_id: int) -> Choices:
    """Who could be asked for this parent, the best fit first; a pin for this parent is left out of account."""
    if request_id in solved.crowd.pins:
        solved = loose(solved.crowd, request_id)
    ranking, pair = solved.rankings[request_id], solved.outcome.pairs.get(request_id)
    best = tuple(
        Choice(
            one,
            chosen=pair is not None and pair.buddy_id == one.buddy_id,
            loss=solved.standing.why_not(str(request_id), str(one.buddy_id)),
        )
        for one in ranking.shortlist[:MOST]
    )
    return Choices(best, len(ranking.shortlist) - len(best), ranking.refused)


def loose(crowd: Crowd, request_id: int) -> Solved:
    """The best plan when nobody insists on a buddy for this parent."""
    pins = {one: buddy for one, buddy in crowd.pins.items() if one != request_id}
    return solve(replace(crowd, pins=pins))
