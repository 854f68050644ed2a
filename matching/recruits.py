"""Which two new buddies would help most: not a guess but every pair, each really matched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, combinations_with_replacement

from matching.assign import Assignment, assign
from matching.everybody import Asker
from matching.hard import broken
from matching.people import VISITS, Contact, Need, Offer, Place
from matching.problem import Buddy, Parent, Problem

MOST_TOPICS = 3
MOST_PROFILES = 40
TRAVEL_KM = 15
PLACES = 2
NOBODY_YET = -1  # the number of a buddy who does not exist: nobody ever refused them
TO_ALL = frozenset({Contact.PHONE, Contact.ONLINE})


@dataclass(frozen=True)
class Profile:
    """Somebody to look for. `place` is where they live when parents want to meet, None when phoning is enough."""

    topics: tuple[str, ...]
    languages: frozenset[str]
    place: Place | None = None

    def offer(self, buddy_id: int) -> Offer:
        """As a buddy like most: two places, trained, any kind of education, fifteen kilometres."""
        return Offer(
            buddy_id=buddy_id,
            topics=frozenset(self.topics),
            place=self.place,
            travel_km=TRAVEL_KM if self.place else 0,
            contact_modes=TO_ALL | VISITS if self.place else TO_ALL,
            languages=self.languages,
            max_load=PLACES,
        )


@dataclass(frozen=True, order=True)
class Gain:
    """How many parents more get a buddy, and the priorities of them together."""

    served: int
    priority: int

    def __add__(self, other: "Gain") -> "Gain":
        return Gain(self.served + other.served, self.priority + other.priority)

    def __sub__(self, other: "Gain") -> "Gain":
        return Gain(self.served - other.served, self.priority - other.priority)


NOTHING = Gain(0, 0)


@dataclass(frozen=True)
class Recruits:
    """The best two `profiles` (twice the same is allowed) and what they bring together.

    One when a second brings nothing more, none when nobody would help. `first` is what the first of them brings alone,
    `without` how many parents get nobody now.
    """

    profiles: tuple[Profile, ...]
    gain: Gain
    first: Gain
    without: int


def recruits(askers: Sequence[Asker], offers: Sequence[Offer], profiles: Sequence[Profile] | None = None) -> Recruits:
    """The two new buddies who together serve most parents, highest priority first. Exact over `profiles`.

    The two that are best alone need not be the best two. 1. Everybody is matched without them (`assign`, quality left
    out: only how many and who goes first counts). 2. So again with each profile added. 3. Pairs in the order of the sum
    of what both bring alone, each matched anew; as soon as that sum is less than the best pair found, no other pair
    can be better: buddies are substitutes, so two never bring more than the sum (L.S. Shapley, Complements and
    substitutes in the optimal assignment problem, Naval Research Logistics Quarterly 9, 1962, 45-48). Of equal pairs
    the one with the fewest topics. Without `profiles` it takes `wanted`.
    """
    point = _Point(askers, offers)
    chosen = wanted(askers, offers) if profiles is None else profiles
    fitted = [point.fitted(one) for one in chosen]
    base = point.level()
    alone = [point.level(one) - base for one in fitted]
    best, best_pair = NOTHING, None
    for bound, size, pair in _pairs(chosen, alone):
        if bound < best or bound == NOTHING:
            break
        if best_pair is not None and bound == best and size >= _size(chosen, best_pair):
            continue
        gain = point.level(*(fitted[at] for at in pair)) - base
        if best_pair is None or gain > best or (gain == best and size < _size(chosen, best_pair)):
            best, best_pair = gain, pair
    order = sorted(best_pair or (), key=lambda at: (-alone[at].served, -alone[at].priority, at))
    first = alone[order[0]] if order else NOTHING
    needed = order[:1] if first == best else order
    return Recruits(tuple(chosen[at] for at in needed), best, first, len(askers) - base.served)


def gain(askers: Sequence[Asker], offers: Sequence[Offer], profile: Profile) -> Gain:
    """What one such buddy more would bring now."""
    point = _Point(askers, offers)
    return point.level(point.fitted(profile)) - point.level()


def wanted(askers: Sequence[Asker], offers: Sequence[Offer], most: int = MOST_PROFILES) -> tuple[Profile, ...]:
    """Profiles to choose from, made of what the parents lack who get nobody now: a bounded set, not everything.

    Topics are what one of them asks, or two of them together (three topics at most), the place is that of a parent who
    only wants to meet, the language theirs. Of profiles that fit the same parents the simplest stays. When there are
    more than `most`, those stay that fit the highest priorities.
    """
    point = _Point(askers, offers)
    fits: dict[frozenset[str], Profile] = {}
    for profile in sorted(_made_of(point.without()), key=_simplest):
        fits.setdefault(point.fitted(profile), profile)
    worth = {str(one.need.request_id): one.priority for one in askers}
    best = sorted(filter(None, fits), key=lambda fitted: (-sum(worth[one] for one in fitted), _simplest(fits[fitted])))
    return tuple(sorted((fits[fitted] for fitted in best[:most]), key=_simplest))


class _Point:
    """Everybody as they are now, to be matched again with one or two buddies more."""

    def __init__(self, askers: Sequence[Asker], offers: Sequence[Offer]) -> None:
        self.needs = {str(one.need.request_id): one.need for one in askers}
        self.by_topic: dict[Profile, frozenset[str]] = {}
        self.parents = tuple(Parent(str(one.need.request_id), one.priority) for one in askers)
        self.buddies = tuple(Buddy(str(one.buddy_id), one.max_load, one.load) for one in offers if _has_place(one))
        self.pairs = {
            (parent, str(offer.buddy_id)): 0 for offer in offers if _has_place(offer) for parent in self._fits(offer)
        }

    def fitted(self, profile: Profile) -> frozenset[str]:
        """The parents whom such a buddy could help: by any of the topics, for no hard rule asks for two together."""
        alone = [replace(profile, topics=(topic,)) for topic in profile.topics]
        for one in alone:
            if one not in self.by_topic:
                self.by_topic[one] = frozenset(self._fits(one.offer(NOBODY_YET)))
        return frozenset().union(*(self.by_topic[one] for one in alone))

    def without(self) -> list[Need]:
        """Who gets nobody now."""
        served = self._match().buddy_of
        return [need for parent, need in sorted(self.needs.items()) if parent not in served]

    def level(self, *extra: frozenset[str]) -> Gain:
        """How many get a buddy, and their priorities, with a buddy more for each of `extra`, whom they fit."""
        found = self._match(*extra)
        return Gain(found.served, found.priority)

    def _fits(self, offer: Offer) -> list[str]:
        return [parent for parent, need in self.needs.items() if not broken(need, offer)]

    def _match(self, *extra: frozenset[str]) -> Assignment:
        new = [Buddy(f"new {at}", PLACES) for at in range(len(extra))]
        pairs = {(parent, buddy.id): 0 for buddy, fits in zip(new, extra, strict=True) for parent in sorted(fits)}
        return assign(Problem(self.parents, (*self.buddies, *new), {**self.pairs, **pairs}, load_weight=0))


def _has_place(offer: Offer) -> bool:
    return offer.load < offer.max_load


def _pairs(chosen: Sequence[Profile], alone: Sequence[Gain]) -> list[tuple[Gain, int, tuple[int, int]]]:
    """Every pair with the most that it can bring and its number of topics, the most promising first."""
    every = combinations_with_replacement(range(len(chosen)), 2)
    bounded = [(alone[pair[0]] + alone[pair[1]], _size(chosen, pair), pair) for pair in every]
    return sorted(bounded, key=lambda one: (-one[0].served, -one[0].priority, one[1], one[2]))


def _size(chosen: Sequence[Profile], pair: tuple[int, int]) -> int:
    return sum(len(chosen[at].topics) for at in pair)


def _made_of(needs: Sequence[Need]) -> set[Profile]:
    asked = {frozenset(need.topics) for need in needs}
    topics = asked | {one | other for one, other in combinations(asked, 2)}
    small = {tuple(sorted(codes)) for codes in topics if 0 < len(codes) <= MOST_TOPICS}
    places = {need.place for need in needs if need.contact_modes and need.contact_modes <= VISITS}
    spoken = {frozenset({"nl"}) | (need.languages if "nl" not in need.languages else frozenset()) for need in needs}
    return {Profile(codes, tongues, place) for codes in small for tongues in spoken for place in (None, *places)}


def _simplest(profile: Profile) -> tuple[int, int, str, tuple[str, ...], list[str]]:
    where = profile.place.municipality if profile.place else ""
    return len(profile.topics), len(profile.languages), where, profile.topics, sorted(profile.languages)
