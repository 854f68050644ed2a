"""Does everybody get a fair turn: what each was asked beside the room that each had to be asked. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trends.rises import FALSE_ALARMS, false_discovery_rates
from trends.special import beta_i


class Judged(StrEnum):
    LESS = "less"
    FITS = "fits"
    MORE = "more"


@dataclass(frozen=True)
class Room:
    """`days` is places times the days that they were open: who came later, or took a break, is expected less."""

    key: int
    days: float
    asked: int


@dataclass(frozen=True)
class Turn:
    """`expected` is the number of times if all were asked in proportion to their room."""

    key: int
    asked: int
    expected: float
    judged: Judged


def turns(rooms: Iterable[Room]) -> tuple[Turn, ...]:
    """Everybody's turns, in the order given; nobody is expected to be asked where nobody had room.

    Each number is laid beside what chance makes of it: given all questions together it is Binomial(all, own room /
    all room), both tails, with the false discovery rate over everybody under 10 %. So in a small group hardly anything
    stands out, as it should.
    """
    known = list(rooms)
    asked, days = sum(room.asked for room in known), sum(room.days for room in known)
    shares = [room.days / days if days else 0.0 for room in known]
    q = false_discovery_rates([_p(room.asked, asked, share) for room, share in zip(known, shares, strict=True)])
    return tuple(
        Turn(room.key, room.asked, share * asked, _judged(room.asked, share * asked, q))
        for room, share, q in zip(known, shares, q, strict=True)
    )


def _p(mine: int, asked: int, share: float) -> float:
    """Twice the smaller tail of Binomial(asked, share) at `mine`."""
    at_least = beta_i(mine, asked - mine + 1, share) if mine else 1.0
    at_most = 1 - beta_i(mine + 1, asked - mine, share) if mine < asked else 1.0
    return min(1.0, 2 * min(at_least, at_most))


def _judged(asked: int, expected: float, q: float) -> Judged:
    if q > FALSE_ALARMS:
        return Judged.FITS
    return Judged.LESS if asked < expected else Judged.MORE
