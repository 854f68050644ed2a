"""What is published of cafés, matching and coverage; nothing here can reach an exact count."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.register.cells import published
from store.queries import choices
from trends.disclosure import Protected, Sum, total
from trends.lattice import COVERAGE, FUNNEL, ROOM, WAITING


@dataclass(frozen=True)
class Funnel:
    """What happened in a school year, each step by itself: a match may come of a request of the year before."""

    seats: Sum
    came: Sum
    requests: Sum
    proposals: Sum
    accepted: Sum
    matches: Sum
    rounded_off: Sum


@dataclass(frozen=True)
class Coverage:
    """Parents who waited for a buddy about a group of topics and buddies with room, when `quarter` came out.

    None is now.
    """

    group: str
    name: str
    quarter: int | None
    waiting: Sum
    room: Sum


def funnel(session: Session, year: int) -> Funnel | None:
    """None until the school year is published."""
    cells = published(session, {FUNNEL.key})
    steps = {cell.aspect: _sum(shown) for cell, shown in cells.items() if cell.period == year}
    return Funnel(**steps) if steps else None


def coverage(session: Session) -> tuple[Coverage, ...]:
    """Each group at the last closed quarter, in the order of the groups; empty while nothing is published."""
    cells = published(session, {COVERAGE.key})
    quarter = max((cell.period for cell in cells), default=0)
    sides = {(cell.group, cell.aspect): _sum(shown) for cell, shown in cells.items() if cell.period == quarter}
    return tuple(
        Coverage(code, name, quarter, sides[code, WAITING], sides[code, ROOM])
        for code, name in choices.topic_groups(session).items()
        if (code, WAITING) in sides
    )


def _sum(shown: Protected) -> Sum:
    return total([shown])
