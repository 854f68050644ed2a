"""The best buddies for the people of a file: who gets whom and why, and who gets nobody and why not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from i18n import _
from matching import explain, plan_words
from matching.assign import Assignment
from matching.hard import broken
from matching.near_misses import MOST_LOAD, NearMiss, Unmatched, funnel, in_order
from matching.people import Offer
from matching.people_file.fields import BadPeople
from matching.people_file.reading import People
from matching.people_file.solving import Solved, solve
from matching.rank import Ranking, Scored, checked, score
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
    solved = solve(people)
    number = {key: one for one, key in people.buddies.items()}
    mine = {one: solved.best.buddy_of.get(key) for one, key in people.parents.items()}
    left = sorted((one for one in mine if mine[one] is None), key=lambda one: (-people.crowd.asker[one].priority, one))
    return Answer(
        people,
        solved.best,
        tuple(_matched(people, parent, number[buddy]) for parent, buddy in mine.items() if buddy is not None),
        tuple(_without(solved, parent) for parent in left),
        tuple(_load(solved, one) for one in people.crowd.offers),
        tuple(_insisted(solved, *pair) for pair in asked),
    )


def _matched(people: People, parent: int, buddy: int) -> Pair:
    """Of a buddy who has a parent though the file does not say since when, nothing is said about rest."""
    asker, offer = people.crowd.asker[parent], people.crowd.offer[buddy]
    scored = score(asker.need, offer, checked(people.crowd.weights))
    unknown = offer.load > 0 and offer.days_since_last_match is None
    spoken = replace(scored, parts=tuple(part for part in scored.parts if not (unknown and part.rule == "rest")))
    reasons, concerns = explain.reasons(spoken), explain.concerns(spoken)
    return Pair(people.parents[parent], people.buddies[buddy], asker.weeks, scored, reasons, concerns)


def _load(solved: Solved, offer: Offer) -> Load:
    buddy = solved.people.buddies[offer.buddy_id]
    return Load(buddy, offer.load, solved.taken.get(buddy, 0), offer.max_load)


def _without(solved: Solved, parent: int) -> Without:
    people, refused, fitting = solved.people, solved.refused(parent), solved.fitting(parent)
    asker, steps = people.crowd.asker[parent], funnel(len(people.crowd.offers), refused)
    why = plan_words.why_nobody(Unmatched(parent, steps, len(fitting), ()))
    in_the_way = () if fitting else explain.why_nobody(Ranking((), refused))
    needed = (NearMiss(buddy, "full", points) for buddy, points in fitting.items())
    found = in_order((*solved.near_misses(parent), *needed))
    helps = (_near(people, one) for one in found if _would_do(solved, one))
    return Without(people.parents[parent], asker.weeks, why, in_the_way, tuple(islice(helps, SHOWN_NEAR_MISSES)))


def _would_do(solved: Solved, near: NearMiss) -> bool:
    """Whether this buddy has a place for one more once the rule is out of the way, after all others got theirs."""
    offer = solved.people.crowd.offer[near.buddy_id]
    most = offer.max_load + (near.rule == "full")
    taken = solved.taken.get(solved.people.buddies[near.buddy_id], 0)
    return offer.load + taken < most and (near.rule != "full" or most <= MOST_LOAD)


def _near(people: People, near: NearMiss) -> Near:
    buddy = people.buddies[near.buddy_id]
    return Near(buddy, near.rule, plan_words.what_helps(near, buddy))


def _insisted(solved: Solved, parent: int, buddy: int) -> Insisted:
    crowd, names = solved.people.crowd, (solved.people.parents[parent], solved.people.buddies[buddy])
    why_not = explain.why_not(broken(crowd.asker[parent].need, crowd.offer[buddy]))
    return Insisted(*names, None if why_not else solved.standing.why_not(*names), why_not)


def _pair(people: People, text: str) -> tuple[int, int]:
    parents, buddies = ({key: number for number, key in one.items()} for one in (people.parents, people.buddies))
    for place, letter in enumerate(text):
        parent, buddy = text[:place], text[place + 1 :]
        if letter == ":" and parent in parents and buddy in buddies:
            return parents[parent], buddies[buddy]
    raise BadPeople(
        (), _("--why {pair}: geef een ouder en een buddy uit het bestand, met een dubbele punt ertussen", pair=text)
    )
