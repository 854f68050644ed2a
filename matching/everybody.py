"""A buddy for every parent at once: from people, weights and what staff decided to pairs with their reasons."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from matching.assign import Assignment, assign
from matching.hard import broken
from matching.people import Need, Offer
from matching.problem import Buddy, Parent, Problem
from matching.rank import Ranking, Scored, checked, rank, score
from matching.standing import Standing, stand

MOST_WEEKS = 26
URGENCY = (0, 6, 13)  # so many weeks earlier in line
KEEP_BONUS = 200
LOAD_WEIGHT = 100


@dataclass(frozen=True)
class Asker:
    """A parent without a buddy; `weeks` is how long they wait, `urgency` 0, 1 or 2."""

    need: Need
    weeks: int = 0
    urgency: int = 0

    @property
    def priority(self) -> int:
        """1 or more; who waits longer than half a year waits no more than half a year."""
        return 1 + min(MOST_WEEKS, max(0, self.weeks)) + URGENCY[self.urgency]


@dataclass(frozen=True)
class Crowd:
    """All that a plan is made from. `pins` and `kept` give a buddy by request, `forbidden` holds pairs.

    A pin is an order of staff, `kept` a pair that was prepared earlier: it is only preferred.
    """

    askers: tuple[Asker, ...]
    offers: tuple[Offer, ...]
    weights: Mapping[str, int] = field(default_factory=dict)
    pins: Mapping[int, int] = field(default_factory=dict)
    kept: Mapping[int, int] = field(default_factory=dict)
    forbidden: frozenset[tuple[int, int]] = frozenset()
    load_weight: int = LOAD_WEIGHT

    @cached_property
    def asker(self) -> Mapping[int, Asker]:
        return {one.need.request_id: one for one in self.askers}

    @cached_property
    def offer(self) -> Mapping[int, Offer]:
        return {one.buddy_id: one for one in self.offers}


@dataclass(frozen=True)
class Outcome:
    """Who gets whom: `pairs` by request, `unmatched` who goes first in front.

    `refused_pins` gives for each pin that could not be honoured the keys of the hard rules in the way, none when the
    buddy is no longer there. The last four are of everything but the pins, as `Assignment` has them.
    """

    pairs: Mapping[int, Scored]
    unmatched: tuple[int, ...]
    refused_pins: Mapping[int, tuple[str, ...]]
    quality: int
    load_cost: int
    primal: int
    dual: int


@dataclass(frozen=True)
class Solved:
    """A crowd with its best outcome, and what is needed to ask further about it."""

    crowd: Crowd
    rankings: Mapping[int, Ranking]
    problem: Problem
    best: Assignment
    outcome: Outcome

    @cached_property
    def standing(self) -> Standing:
        """The same plan, for questions about single pairs; nobody may change it."""
        return stand(self.problem)


def solve(crowd: Crowd) -> Solved:
    """The best outcome for everybody, the same for any order of the rows.

    1. A pin that breaks no hard rule and finds a place is taken out, together with its place. 2. Every other pair that
    breaks no hard rule and is not forbidden is a choice, as good as its score; a kept pair counts some points more.
    3. The best choice for everybody is made and proven. Raises ValueError for weights as `rank` does.
    """
    pins, refused_pins = _pins(crowd)
    rankings = {one.need.request_id: _ranking(one.need, crowd) for one in _in_line(crowd) if _id(one) not in pins}
    problem = _problem(crowd, pins, rankings)
    best = assign(problem)
    scored = {(request_id, one.buddy_id): one for request_id, ranking in rankings.items() for one in ranking.shortlist}
    free = {int(parent): scored[int(parent), int(buddy)] for parent, buddy in best.buddy_of.items()}
    pinned = {request_id: _scored(crowd, request_id, buddy_id) for request_id, buddy_id in pins.items()}
    pairs = dict(sorted({**free, **pinned}.items()))
    outcome = Outcome(
        pairs,
        tuple(_id(one) for one in _in_line(crowd) if _id(one) not in pairs),
        refused_pins,
        best.quality,
        best.load_cost,
        best.primal,
        best.dual,
    )
    return Solved(crowd, rankings, problem, best, outcome)


def _in_line(crowd: Crowd) -> list[Asker]:
    return sorted(crowd.askers, key=lambda one: (-one.priority, _id(one)))


def _id(one: Asker) -> int:
    return one.need.request_id


def _ranking(need: Need, crowd: Crowd) -> Ranking:
    """Everybody for this parent; a pair that staff forbid breaks the rule "veto"."""
    mine = frozenset(buddy_id for request_id, buddy_id in crowd.forbidden if request_id == need.request_id)
    vetoed = replace(need, vetoed_buddies=need.vetoed_buddies | mine) if mine else need
    return rank(vetoed, crowd.offers, crowd.weights)


def _pins(crowd: Crowd) -> tuple[dict[int, int], dict[int, tuple[str, ...]]]:
    """The pins that hold, and of the others the rules in the way; who goes first gets the last place."""
    taken: Counter[int] = Counter()
    holds: dict[int, int] = {}
    refused: dict[int, tuple[str, ...]] = {}
    for one in _in_line(crowd):
        buddy_id = crowd.pins.get(_id(one))
        if buddy_id is None:
            continue
        offer = crowd.offer.get(buddy_id)
        keys = broken(one.need, replace(offer, load=offer.load + taken[buddy_id])) if offer else ()
        if offer is None or keys:
            refused[_id(one)] = keys
        else:
            holds[_id(one)] = buddy_id
            taken[buddy_id] += 1
    return holds, refused


def _scored(crowd: Crowd, request_id: int, buddy_id: int) -> Scored:
    return score(crowd.asker[request_id].need, crowd.offer[buddy_id], checked(crowd.weights))


def _problem(crowd: Crowd, pins: Mapping[int, int], rankings: Mapping[int, Ranking]) -> Problem:
    taken = Counter(pins.values())
    buddies = tuple(
        Buddy(str(one.buddy_id), one.max_load, one.load + taken[one.buddy_id])
        for one in crowd.offers
        if one.load + taken[one.buddy_id] < one.max_load
    )
    free = {buddy.id for buddy in buddies}
    quality = {
        (str(request_id), str(one.buddy_id)): one.score + _bonus(crowd, request_id, one.buddy_id)
        for request_id, ranking in rankings.items()
        for one in ranking.shortlist
        if str(one.buddy_id) in free
    }
    parents = tuple(Parent(str(one), crowd.asker[one].priority) for one in rankings)
    return Problem(parents, buddies, quality, crowd.load_weight)


def _bonus(crowd: Crowd, request_id: int, buddy_id: int) -> int:
    """So that running again does not reshuffle people for a trifle."""
    return KEEP_BONUS if crowd.kept.get(request_id) == buddy_id else 0
