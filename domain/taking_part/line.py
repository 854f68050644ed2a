"""The order of a waiting list: who is next when seats are free, and why somebody is not. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from store.states import QueuePolicy


@dataclass(frozen=True)
class InLine:
    """A party that waits; `told`: it heard that whoever comes first may have the seat."""

    id: int
    people: int
    told: bool = False


class Reason(StrEnum):
    """Why somebody who waits has no seat yet."""

    FULL = "full"
    TOO_FEW = "too_few"  # seats are free, but fewer than the party needs
    OTHERS_FIRST = "others_first"  # the head of the queue waits for more seats, and nobody is passed over
    FIRST_COME = "first_come"  # seats are free for whoever says yes first
    SOON = "soon"  # the seat is on its way


@dataclass(frozen=True)
class Why:
    """`ahead` parties stand before this one; `free` seats have nobody."""

    reason: Reason
    ahead: int
    free: int


def next_in_line(free: int, line: Sequence[InLine], policy: QueuePolicy) -> tuple[InLine, ...]:
    """Who gets the free seats, in the order of the line.

    Strict: the first party that doesn't fit stops it, nobody is passed over. Filling: who doesn't fit keeps the place
    in the line, and the first behind that does fit is next.
    """
    lucky = []
    for party in line:
        if party.people <= free:
            free -= party.people
            lucky.append(party)
        elif policy is QueuePolicy.STRICT:
            break
    return tuple(lucky)


def to_tell(free: int, line: Sequence[InLine]) -> tuple[InLine, ...]:
    """Who hears in the last hours that there is a seat for whoever comes first: everybody whom it could seat, once."""
    return tuple(party for party in line if party.people <= free and not party.told)


def why(free: int, line: Sequence[InLine], mine: int, policy: QueuePolicy, *, first_come: bool) -> Why:
    """Why the party with id `mine` has no seat yet; it must be in the line."""
    ahead = next(place for place, party in enumerate(line) if party.id == mine)
    people = line[ahead].people
    if not free:
        reason = Reason.FULL
    elif people > free:
        reason = Reason.TOO_FEW
    elif first_come:
        reason = Reason.FIRST_COME
    elif mine in {party.id for party in next_in_line(free, line, policy)}:
        reason = Reason.SOON
    else:
        reason = Reason.OTHERS_FIRST
    return Why(reason, ahead, free)
