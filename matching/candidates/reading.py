"""From parents and buddies to columns: every fact gets a number, equal facts the same one."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate, product
from typing import TypeVar

from matching.candidates.aspects import ASPECTS, BIT, NAMED, profile_of
from matching.candidates.columns import UNKNOWN, Askers, Columns, Givers, Words
from matching.people import Daypart, Moment, Need, Offer, Place
from matching.solver.compiled import Numbers, numbers

Fact = TypeVar("Fact", bound=Hashable)
MOMENT_BIT = {moment: 1 << at for at, moment in enumerate(product(range(7), Daypart))}


class Numbered(dict[Fact, int]):
    """Who comes first gets 0, who is new the next number."""

    def __missing__(self, fact: Fact) -> int:
        self[fact] = number = len(self)
        return number


class _Numbering:
    def __init__(self) -> None:
        self.asked: list[Numbered[tuple[Hashable, ...]]] = [Numbered() for _aspect in ASPECTS]
        self.given: list[Numbered[tuple[Hashable, ...]]] = [Numbered() for _aspect in ASPECTS]
        self.places: Numbered[Place] = Numbered()
        self.municipalities: Numbered[str] = Numbered()
        self.topics: Numbered[str] = Numbered()
        self.asks: Numbered[tuple[tuple[str, float], ...]] = Numbered()

    def place(self, place: Place | None) -> int:
        return UNKNOWN if place is None else self.places[place]

    def words(self) -> Words:
        for place in self.places:
            self.municipalities[place.municipality]
        return Words(
            tuple(tuple(one) for one in self.asked),
            tuple(tuple(one) for one in self.given),
            tuple(self.places),
            tuple(self.municipalities),
            tuple(self.topics),
            tuple(self.asks),
        )


def columns(needs: Sequence[Need], offers: Sequence[Offer]) -> Columns:
    """In the order of the rows; the ids of buddies are unique."""
    known = _Numbering()
    askers, givers = _askers(needs, offers, known), _givers(offers, known)
    return Columns(askers, givers, known.words())


def _askers(needs: Sequence[Need], offers: Sequence[Offer], known: _Numbering) -> Askers:
    number = {offer.buddy_id: at for at, offer in enumerate(offers)}
    asks = [[known.asks[tuple(near.items())] for near in need.topics.values()] for need in needs]
    named = [_named(need, number) for need in needs]
    return Askers(
        id=numbers([need.request_id for need in needs]),
        profile=_profiles(needs, [aspect.asked for aspect in ASPECTS], known.asked),
        place=numbers([known.place(need.place) for need in needs], bits=32),
        avoids_own=numbers([need.avoid_own_municipality for need in needs], bits=8),
        moments=_moments(need.moments for need in needs),
        ask_start=starts(asks),
        ask=numbers([ask for own in asks for ask in own], bits=32),
        named_start=starts(named),
        named=numbers([buddy for own in named for buddy, _rule in own], bits=32),
        rule=numbers([rule for own in named for _buddy, rule in own], bits=32),
    )


def _named(need: Need, number: dict[int, int]) -> list[tuple[int, int]]:
    return [
        (number[buddy_id], BIT[key])
        for key, field in NAMED.items()
        for buddy_id in sorted(getattr(need, field))
        if buddy_id in number
    ]


def _givers(offers: Sequence[Offer], known: _Numbering) -> Givers:
    helps = [[known.municipalities[code] for code in sorted(offer.municipalities)] for offer in offers]
    knows = [sorted(offer.topics) for offer in offers]
    middle = [[code not in offer.in_the_middle for code in sorted(offer.topics)] for offer in offers]
    return Givers(
        id=numbers([offer.buddy_id for offer in offers]),
        profile=_profiles(offers, [aspect.given for aspect in ASPECTS], known.given),
        place=numbers([known.place(offer.place) for offer in offers], bits=32),
        travel_km=numbers([offer.travel_km for offer in offers], bits=32),
        everywhere=numbers([not offer.municipalities for offer in offers], bits=8),
        moments=_moments(offer.moments for offer in offers),
        helps_start=starts(helps),
        helps=numbers([place for own in helps for place in own], bits=32),
        knows_start=starts(knows),
        knows=numbers([known.topics[code] for own in knows for code in own], bits=32),
        behind=numbers([behind for own in middle for behind in own], bits=8),
    )


def _profiles(
    people: Sequence[Need | Offer], fields: Sequence[tuple[str, ...]], known: Sequence[Numbered[tuple[Hashable, ...]]]
) -> Numbers:
    read = [(profile_of(some), number) for some, number in zip(fields, known, strict=True)]
    return numbers([number[profile(one)] for one in people for profile, number in read], bits=32)


def _moments(everybody: Iterable[frozenset[Moment]]) -> Numbers:
    return numbers([sum(MOMENT_BIT[moment] for moment in own) for own in everybody])


def starts(rows: Sequence[Sequence[object]]) -> Numbers:
    """Where each row begins when all are put behind each other, and the end of the last."""
    return numbers(list(accumulate((len(row) for row in rows), initial=0)))
