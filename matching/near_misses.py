"""Why a parent has nobody yet: how far each step of the search came, and the smallest changes that would help."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from matching.everybody import Solved
from matching.making_room import with_room
from matching.people import Contact, Need, Offer, possible_contact
from matching.problem import Buddy
from matching.rank import checked, score

TRIED = 12  # how many candidates are looked at in earnest
MOST_LOAD = 3  # nobody is asked to take more, however much they would like to

STAGES: Mapping[str, tuple[str, ...]] = {
    "topic": ("topic", "sector"),
    "place": ("language", "elsewhere", "contact", "too_far"),
    "ready": ("untrained", "certificate", "paused", "resting"),
    "asked": ("consent", "refused", "earlier", "acquainted", "veto"),
    "capacity": ("full",),
}
"""The steps in which staff search, each with its hard rules."""

# What can change, the change that asks least of people first. Who said no or knows the family stays out.
CHANGES = (
    "contact",
    "too_far",
    "veto",
    "certificate",
    "full",
    "elsewhere",
    "language",
    "sector",
    "resting",
    "paused",
    "untrained",
    "topic",
)


@dataclass(frozen=True)
class Step:
    """After this stage so many buddies are left; the first to reach zero is what is missing."""

    stage: str
    left: int


@dataclass(frozen=True)
class NearMiss:
    """One buddy in whose way only one rule stands. `ways` are other ways of contact that would do."""

    buddy_id: int
    rule: str
    score: int
    ways: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Unmatched:
    """`fitting` buddies could be asked but are needed for parents who go first; 0 when nobody fits."""

    request_id: int
    steps: tuple[Step, ...]
    fitting: int
    near: tuple[NearMiss, ...]

    @property
    def missing(self) -> str | None:
        """The stage at which nobody was left; None when the fitting buddies are needed elsewhere."""
        return next((step.stage for step in self.steps if not step.left), None)


def explain(solved: Solved, request_id: int) -> Unmatched:
    """Why this parent has nobody, and which near misses would serve them without taking a buddy from anybody."""
    return _explained(solved, request_id, with_room(solved.problem, solved.best))


def explain_all(solved: Solved) -> tuple[Unmatched, ...]:
    """As `explain`, for everybody without a buddy, who goes first in front."""
    roomy = with_room(solved.problem, solved.best)
    return tuple(_explained(solved, one, roomy) for one in solved.outcome.unmatched)


def _explained(solved: Solved, request_id: int, roomy: frozenset[str]) -> Unmatched:
    need, crowd = solved.crowd.asker[request_id].need, solved.crowd
    ranking = solved.rankings[request_id]
    near = near_misses(need, crowd.offers, ranking.refused, crowd.weights)
    serve = tuple(one for one in near[:TRIED] if _serves(one, solved, roomy))
    return Unmatched(request_id, funnel(len(crowd.offers), ranking.refused), len(ranking.shortlist), serve)


def funnel(buddies: int, refused: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[Step, ...]:
    """How many of so many buddies are left after each stage; `refused` is a `Ranking`'s."""
    left, steps = [set(keys) for _buddy_id, keys in refused], []
    others = buddies - len(left)
    for stage, rules in STAGES.items():
        left = [keys for keys in left if keys.isdisjoint(rules)]
        steps.append(Step(stage, others + len(left)))
    return tuple(steps)


def near_misses(
    need: Need, offers: Iterable[Offer], refused: Sequence[tuple[int, tuple[str, ...]]], weights: Mapping[str, int]
) -> tuple[NearMiss, ...]:
    """Every buddy blocked by exactly one rule that can change, `in_order`."""
    single = {buddy_id: keys[0] for buddy_id, keys in refused if len(keys) == 1 and keys[0] in CHANGES}
    weighted = checked(weights)
    found = [
        NearMiss(one.buddy_id, rule, score(need, one, weighted).score, _ways(need, one, rule))
        for one in offers
        if (rule := single.get(one.buddy_id))
    ]
    return in_order(found)


def in_order(found: Iterable[NearMiss]) -> tuple[NearMiss, ...]:
    """The smallest change first, then the best score."""
    return tuple(sorted(found, key=lambda one: (CHANGES.index(one.rule), -one.score, one.buddy_id)))


def _ways(need: Need, offer: Offer, rule: str) -> tuple[Contact, ...]:
    """Ways of contact that the parent did not ask for and that would do: nothing else stands in the way."""
    if rule not in ("contact", "too_far"):
        return ()
    anything = replace(need, contact_modes=frozenset())
    found = possible_contact(anything, offer)
    return tuple(mode for mode in Contact if mode in found)


def _serves(near: NearMiss, solved: Solved, roomy: frozenset[str]) -> bool:
    """Whether one parent more gets a buddy once this rule is out of the way, although others may move for it."""
    buddy = _freed(solved, near)
    if buddy.free < 1 or buddy.capacity > MOST_LOAD:
        return False
    with_this_buddy = sum(one == buddy.id for one in solved.best.buddy_of.values())
    return buddy.id in roomy or buddy.free > with_this_buddy


def _freed(solved: Solved, near: NearMiss) -> Buddy:
    """The buddy as if the rule were out of the way, without the places that are pinned to others."""
    offer, pinned = solved.crowd.offer[near.buddy_id], solved.outcome.pairs.keys() - solved.rankings.keys()
    held = sum(solved.outcome.pairs[one].buddy_id == near.buddy_id for one in pinned)
    return Buddy(str(near.buddy_id), offer.max_load + (near.rule == "full"), offer.load + held)
