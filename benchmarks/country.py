"""An invented country for the benchmarks of the matcher: parents and buddies as columns, seeded."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from matching.candidates.aspects import ASPECTS, BIT, ROOM
from matching.candidates.columns import Askers, Columns, Givers, Words
from matching.people import Contact, Place
from matching.topics import around, graph_of

TOPICS, GROUPS, TOWNS = 40, 8, 8
SECTORS, BANDS, STYLES = ("po", "vo", "so", "sbo"), ("4-6", "7-9", "10-12", "13-15", "16-18"), ("ear", "help", "coach")
LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk", "ti")
WAYS = (
    frozenset({Contact.PHONE}),
    frozenset({Contact.PHONE, Contact.ONLINE}),
    frozenset({Contact.HOME, Contact.ELSEWHERE}),
    frozenset({Contact.PHONE, Contact.HOME}),
    frozenset(Contact),
)
NATIONAL, AVOIDS_OWN, VETOED = 0.02, 0.1, 0.02
Array = Any  # numpy's own type says no more than this where the kind of number is not of interest


@dataclass(frozen=True)
class Country:
    """`priority` of each parent; how many parents each buddy takes and has."""

    columns: Columns
    priority: Array
    capacity: Array
    load: Array


def invent(parents: int, buddies: int, regions: int, seed: int = 4) -> Country:
    """40 topics with their groups and neighbours; each region has eight municipalities, most buddies help in one."""
    chance = np.random.default_rng(seed)
    rooms = _rooms(chance)
    words = _words(regions, rooms, chance)
    askers, givers = _askers(parents, buddies, words, chance), _givers(buddies, regions, words, chance)
    own = np.asarray(givers.profile).reshape(buddies, -1)[:, ASPECTS.index(ROOM)]
    weeks, urgent = chance.integers(0, 27, parents), chance.choice([0, 6, 13], parents, p=[0.8, 0.15, 0.05])
    capacity = np.array([room[5] for room in rooms])[own]
    return Country(Columns(askers, givers, words), 1 + weeks + urgent, capacity, np.array([r[4] for r in rooms])[own])


def _words(regions: int, rooms: Sequence[tuple[Hashable, ...]], chance: np.random.Generator) -> Words:
    groups = {f"T{at:02}": None if at < GROUPS else f"T{at % GROUPS:02}" for at in range(TOPICS)}
    graph = graph_of(groups, [(f"T{at:02}", f"T{at + 3:02}") for at in range(GROUPS, TOPICS - 3, 3)])
    near = around(graph, groups)
    asked_languages = [(frozenset({one}),) for one in LANGUAGES] + [(frozenset({"nl", one}),) for one in LANGUAGES[1:]]
    places = _places(regions, chance)
    return Words(
        asked=(
            tuple((sector, True) for sector in SECTORS),
            tuple(asked_languages),
            tuple((ways,) for ways in (frozenset(), *WAYS)),
            ((),),
            tuple((band,) for band in (None, *BANDS)),
            tuple((style,) for style in (None, *STYLES)),
        ),
        given=(
            _sets(SECTORS, 2, 3),
            tuple(asked_languages),
            tuple((ways,) for ways in WAYS),
            tuple(rooms),
            _sets(BANDS, 1, 2),
            tuple((style,) for style in (None, *STYLES)),
        ),
        places=places,
        municipalities=tuple(place.municipality for place in places),
        topics=tuple(groups),
        asks=tuple(tuple(near[code].items()) for code in groups),
    )


def _sets(known: Sequence[str], least: int, most: int) -> tuple[tuple[frozenset[str]], ...]:
    """Each set of so many of these."""
    return tuple((frozenset(some),) for size in range(least, most + 1) for some in combinations(known, size))


def _places(regions: int, chance: np.random.Generator) -> tuple[Place, ...]:
    """Regions lie in a square over the Netherlands, their municipalities within some kilometres."""
    wide = int(np.ceil(np.sqrt(regions)))
    found = []
    for region in range(regions):
        north, east = 51.0 + 2.4 * (region // wide) / wide, 3.8 + 3.2 * (region % wide) / wide
        for town, (up, right) in enumerate(chance.uniform(-0.08, 0.08, (TOWNS, 2))):
            found.append(Place(f"GM{region:03}{town}", round(north + up, 3), round(east + 1.6 * right, 3)))
    return tuple(found)


def _rooms(chance: np.random.Generator) -> list[tuple[Any, ...]]:
    """Three hundred kinds of circumstances: paused, resting, trained, certificate, load, most load, last match."""
    found: list[tuple[Any, ...]] = []
    for _at in range(300):
        most = int(chance.choice([1, 2, 3], p=[0.1, 0.5, 0.4]))
        some = chance.random(4) < (0.06, 0.03, 0.96, 0.95)
        days = None if chance.random() < 0.4 else int(chance.integers(0, 120))
        found.append((*map(bool, some), int(chance.integers(0, most + 1)) * int(chance.random() < 0.3), most, days))
    return found


def _askers(parents: int, buddies: int, words: Words, chance: np.random.Generator) -> Askers:
    asks = chance.choice([1, 2, 3], parents, p=[0.6, 0.3, 0.1])
    named = (chance.random(parents) < VETOED).astype("int64")
    return Askers(
        id=np.arange(1, parents + 1),
        profile=_profiles(parents, words.asked, chance, common=2),
        place=chance.integers(0, len(words.places), parents, dtype="int32"),
        avoids_own=(chance.random(parents) < AVOIDS_OWN).astype("int8"),
        moments=_moments(parents, 0.15, chance),
        ask_start=_starts(asks),
        ask=_topics(asks, chance),
        named_start=_starts(named),
        named=chance.integers(0, buddies, int(named.sum()), dtype="int32"),
        rule=np.full(int(named.sum()), BIT["veto"], "int32"),
    )


def _givers(buddies: int, regions: int, words: Words, chance: np.random.Generator) -> Givers:
    knows, national = chance.integers(2, 6, buddies), chance.random(buddies) < NATIONAL
    region = chance.integers(0, regions, buddies)
    helps = (region[~national, None] * TOWNS + np.arange(TOWNS)).ravel()
    return Givers(
        id=np.arange(1, buddies + 1),
        profile=_profiles(buddies, words.given, chance, common=3),
        place=(region * TOWNS + chance.integers(0, TOWNS, buddies)).astype("int32"),
        travel_km=chance.integers(5, 31, buddies, dtype="int32"),
        everywhere=national.astype("int8"),
        moments=_moments(buddies, 0.3, chance),
        helps_start=_starts(np.where(national, 0, TOWNS)),
        helps=helps.astype("int32"),
        knows_start=_starts(knows),
        knows=_topics(knows, chance),
        behind=(chance.random(int(knows.sum())) < 0.7).astype("int8"),
    )


def _profiles(people: int, known: Sequence[Sequence[object]], chance: np.random.Generator, common: int) -> Array:
    """One of the profiles of each aspect; of languages the first, Dutch, is by far the most common."""
    chosen = [chance.integers(0, len(one), people, dtype="int32") for one in known]
    chosen[1][chance.random(people) < 0.25 * common] = 0
    return np.stack(chosen, axis=1).ravel()


def _moments(people: int, share: float, chance: np.random.Generator) -> Array:
    return ((chance.random((people, 21)) < share) << np.arange(21)).sum(axis=1)


def _topics(counts: Array, chance: np.random.Generator) -> Array:
    """So many different topics for each; some are asked about far more often than others."""
    first = np.minimum(chance.zipf(1.3, len(counts)) - 1, 10**6) * 7 % TOPICS
    step = np.repeat(first, counts)
    return ((step + 11 * (np.arange(len(step)) - np.repeat(_starts(counts)[:-1], counts))) % TOPICS).astype("int32")


def _starts(counts: Array) -> Array:
    return np.concatenate([[0], np.cumsum(counts)]).astype("int64")
