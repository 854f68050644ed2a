"""Parents and buddies as columns: one row of whole numbers per fact, and what the numbers stand for."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import NamedTuple

from matching.people import Place
from matching.solver.compiled import Numbers

UNKNOWN = -1


class Askers(NamedTuple):
    """The parents, numbered from 0.

    `profile` has for each parent one number per aspect; `place` may be `UNKNOWN`; `moments` is a bit per moment. What
    parent i asks about is `ask[ask_start[i]:ask_start[i + 1]]`; `named` has in the same way the buddies of whom a rule
    speaks, and `rule` the bits of those rules.
    """

    id: Numbers
    profile: Numbers
    place: Numbers
    avoids_own: Numbers
    moments: Numbers
    ask_start: Numbers
    ask: Numbers
    named_start: Numbers
    named: Numbers
    rule: Numbers


class Givers(NamedTuple):
    """The buddies, numbered from 0, as in `Askers`.

    `helps` are the municipalities where a buddy wants to help, nothing for who helps `everywhere`; `knows` the topics
    lived through, and `behind` whether it is behind them.
    """

    id: Numbers
    profile: Numbers
    place: Numbers
    travel_km: Numbers
    everywhere: Numbers
    moments: Numbers
    helps_start: Numbers
    helps: Numbers
    knows_start: Numbers
    knows: Numbers
    behind: Numbers


class Pairs(NamedTuple):
    """Parents and buddies held against the rules together: what each pair breaks, and points and weight so far."""

    parent: Numbers
    buddy: Numbers
    broken: Numbers
    points: Numbers
    weight: Numbers


@dataclass(frozen=True)
class Words:
    """What the numbers stand for: profiles per aspect, places, municipalities, topics, and per `ask` what is near it.

    Two places can be in one municipality.
    """

    asked: tuple[tuple[tuple[Hashable, ...], ...], ...]
    given: tuple[tuple[tuple[Hashable, ...], ...], ...]
    places: tuple[Place, ...]
    municipalities: tuple[str, ...]
    topics: tuple[str, ...]
    asks: tuple[tuple[tuple[str, float], ...], ...]


@dataclass(frozen=True)
class Columns:
    askers: Askers
    givers: Givers
    words: Words
