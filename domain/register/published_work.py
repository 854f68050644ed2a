"""What is published of cafés, matching and coverage; nothing here can reach an exact count."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.register.cells import published
from i18n import _
from store.queries import choices
from trends.disclosure import Protected, Sum, total
from trends.lattice import COVERAGE, COVERAGE_WHOLE, FUNNEL, ROOM, WAITING

ALL_TOGETHER = "*"


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

    None is now. `group` is `*` for all groups together.
    """

    group: str
    name: str
    quarter: int | None
    waiting: Sum
    room: Sum


def funnel(session: Session, year: int) -> Funnel | None:
    """None until the school year is published."""
    cells = published(session, {FUNNEL.key}, [year])
    steps = {cell.aspect: _sum(shown) for cell, shown in cells.items()}
    return Funnel(**steps) if steps else None


def coverage(session: Session, quarter: int | None = None) -> tuple[Coverage, ...]:
    """Each group at a quarter, else the last one, in the order of the groups; empty while that is not published.

    Where no group has a number to show, all of them together come first: the finest that can be shown.
    """
    cells = published(session, {COVERAGE.key, COVERAGE_WHOLE.key})
    quarter = quarter or max((cell.period for cell in cells), default=0)
    sides = {
        (cell.group or ALL_TOGETHER, cell.aspect): _sum(shown)
        for cell, shown in cells.items()
        if cell.period == quarter
    }
    found = tuple(
        Coverage(code, name, quarter, sides[code, WAITING], sides[code, ROOM])
        for code, name in choices.topic_groups(session).items()
        if (code, WAITING) in sides
    )
    return (*_together(sides, quarter, found), *found)


def _together(sides: Mapping[tuple[str, str], Sum], quarter: int, found: Sequence[Coverage]) -> Iterator[Coverage]:
    """When of one side every group is hidden and the whole is not."""
    waiting, room = (sides.get((ALL_TOGETHER, side)) for side in (WAITING, ROOM))
    hidden = not any(one.waiting.shown for one in found) or not any(one.room.shown for one in found)
    if waiting and room and hidden and (waiting.shown or room.shown):
        yield Coverage(ALL_TOGETHER, _("Alle onderwerpen samen"), quarter, waiting, room)


def _sum(shown: Protected) -> Sum:
    return total([shown])
