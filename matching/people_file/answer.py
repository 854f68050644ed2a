"""The best buddies for the people of a file: who gets whom and why, and who gets nobody and why not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from i18n import _
from matching import explain, plan_words
from matching.assign import Assignment
from matching.everybody import Solved, solve
from matching.hard import broken
from matching.near_misses import CHANGES, MOST_LOAD, NearMiss, Unmatched, funnel, near_misses
from matching.people_file.fields import BadPeople
from matching.people_file.reading import People
from matching.rank import Scored
from matching.standing import Forced

SHOWN_NEAR_MISSES = 3


@dataclass(frozen=True)
class Pair:
    """Who gets whom and why; `weeks` is how long the parent waits."""

    parent: str
    buddy: str
    weeks: int
    scored: Scored
    reasons: tuple[str, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True)
class Near:
    """One buddy in whose way only one rule stands, and in words the change that would do."""

    buddy: str
    rule: str
    words: str


@dataclass(frozen=True)
class Without:
    """A parent who gets nobody. `why` is one sentence; `in_the_way` counts obstacles when nobody fits at all."""

    parent: str
    weeks: int
    why: str
    in_the_way: tuple[str, ...]
    near: tuple[Near, ...]


@dataclass(frozen=True)
class Load:
    """How many parents a buddy has `before`, gets `new`, and wants at most."""

    buddy: str
    before: int
    new: int
    most: int


@dataclass(frozen=True)
class Insisted:
    """A pair that somebody asked about: the loss, or the hard rules that forbid it."""

    parent: str
    buddy: str
    loss: Forced | None
    why_not: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The best for everybody, proven. `pairs` and `loads` go by the ids, `without` has who goes first in front."""

    people: People
    best: Assignment
    pairs: tuple[Pair, ...]
    without: tuple[Without, ...]
    loads: tuple[Load, ...]
    insisted: tuple[Insisted, ...]


def answer(people: People, *, why: Iterable[str] = ()) -> Answer:
    """Solve it; `why` names pairs as "parent:buddy". Raises `BadPeople` for a pair that is not in the file."""
    asked = [_pair(people, one) for one in why]
    solved = solve(people.crowd)
    taken = Counter(one.buddy_id for one in solved.outcome.pairs.values())
    return Answer(
        people,
        solved.best,
        tuple(_matched(people, parent, one) for parent, one in solved.outcome.pairs.items()),
        tuple(_without(people, solved, taken, parent) for parent in solved.outcome.unmatched),
        tuple(
            Load(people.buddies[one.buddy_id], one.load, taken[one.buddy_id], one.max_load)
            for one in people.crowd.offers
        ),
        tuple(_insisted(people, solved, *pair) for pair in asked),
    )


def _matched(people: People, parent: int, scored: Scored) -> Pair:
    """Of a buddy who has a parent though the file does not say since when, nothing is said about rest."""
    offer = people.crowd.offer[scored.buddy_id]
    unknown = offer.load > 0 and offer.days_since_last_match is None
    spoken = replace(scored, parts=tuple(part for part in scored.parts if not (unknown and part.rule == "rest")))
    return Pair(
        people.parents[parent],
        people.buddies[scored.buddy_id],
        people.crowd.asker[parent].weeks,
        scored,
        explain.reasons(spoken),
        explain.concerns(spoken),
    )


def _without(people: People, solved: Solved, taken: Mapping[int, int], parent: int) -> Without:
    crowd, ranking = people.crowd, solved.rankings[parent]
    asker = crowd.asker[parent]
    steps = funnel(len(crowd.offers), ranking.refused)
    why = plan_words.why_nobody(Unmatched(parent, steps, len(ranking.shortlist), ()))
    refused = near_misses(asker.need, crowd.offers, ranking.refused, crowd.weights)
    needed = (NearMiss(one.buddy_id, "full", one.score) for one in ranking.shortlist)
    found = sorted((*refused, *needed), key=lambda one: (CHANGES.index(one.rule), -one.score, one.buddy_id))
    near = [_near(people, one) for one in found if _would_do(people, taken, one)]
    in_the_way = explain.why_nobody(ranking)
    return Without(people.parents[parent], asker.weeks, why, in_the_way, tuple(near[:SHOWN_NEAR_MISSES]))


def _would_do(people: People, taken: Mapping[int, int], near: NearMiss) -> bool:
    """Whether this buddy has a place for one more once the rule is out of the way, after all others got theirs."""
    offer = people.crowd.offer[near.buddy_id]
    most = offer.max_load + (near.rule == "full")
    return offer.load + taken.get(near.buddy_id, 0) < most and (near.rule != "full" or most <= MOST_LOAD)


def _near(people: People, near: NearMiss) -> Near:
    buddy = people.buddies[near.buddy_id]
    return Near(buddy, near.rule, plan_words.what_helps(near, buddy))


def _insisted(people: People, solved: Solved, parent: int, buddy: int) -> Insisted:
    why_not = broken(people.crowd.asker[parent].need, people.crowd.offer[buddy])
    loss = None if why_not else solved.standing.why_not(str(parent), str(buddy))
    return Insisted(people.parents[parent], people.buddies[buddy], loss, explain.why_not(why_not))


def _pair(people: People, text: str) -> tuple[int, int]:
    parents, buddies = ({key: number for number, key in one.items()} for one in (people.parents, people.buddies))
    for place, letter in enumerate(text):
        parent, buddy = text[:place], text[place + 1 :]
        if letter == ":" and parent in parents and buddy in buddies:
            return parents[parent], buddies[buddy]
    raise BadPeople(
        (), _("--why {pair}: geef een ouder en een buddy uit het bestand, met een dubbele punt ertussen", pair=text)
    )
