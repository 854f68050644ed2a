"""The finest published number for a wish: what is too small is rolled up until it can be shown, and it is said how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.register.published_parts import added
from i18n import lazy
from trends.disclosure import Protected, Sum
from trends.lattice import ALL, GROUP, GROUP_YEAR, PLACE, SECTOR, TOPIC, Cell
from trends.periods import months_of_school_year, quarter_of, school_year_of


class RolledUp(StrEnum):
    """What of the wish was let go."""

    TOPIC = "topic"
    PLACE = "place"
    SECTOR = "sector"
    QUARTER = "quarter"
    GROUP = "group"


SAID: Mapping[RolledUp, lazy] = {
    RolledUp.TOPIC: lazy("Per onderwerp te weinig: dit is de hele groep."),
    RolledUp.PLACE: lazy("Per gemeente te weinig: dit is de hele regio."),
    RolledUp.SECTOR: lazy("Per schoolsoort te weinig: dit zijn alle schoolsoorten samen."),
    RolledUp.QUARTER: lazy("Per kwartaal te weinig: dit is het hele schooljaar."),
    RolledUp.GROUP: lazy("Van deze groep te weinig: dit zijn alle vragen samen."),
}


@dataclass(frozen=True)
class Wish:
    """Of which months (one quarter, or a school year), and what; None for a place or sector that does not matter."""

    months: range
    group: str
    topic: str = ""
    place: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class Finest:
    """`months` and `rolled_up` tell what the number is of; nothing was let go when it is just what was asked."""

    now: Sum
    months: range
    rolled_up: tuple[RolledUp, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(str(SAID[one]) for one in self.rolled_up)


def finest(cells: Mapping[Cell, Protected], wish: Wish) -> Finest | None:
    """The first number that is not hidden, from fine to coarse; None when even all questions together are too few.

    It is chosen by published numbers alone, so the choice tells nothing that they do not.
    """
    for wanted, months, rolled_up in _from_fine_to_coarse(wish):
        now = added(cells, wanted)
        if now and not now.hidden:
            return Finest(now, months, rolled_up)
    return None


def _from_fine_to_coarse(wish: Wish) -> Iterator[tuple[list[Cell], range, tuple[RolledUp, ...]]]:
    """(cells, months, what was let go). There is no topic by place or by sector: the topic goes first."""
    year = school_year_of(wish.months.start)
    whole = months_of_school_year(year)
    in_quarters = () if wish.months == whole else (RolledUp.QUARTER,)
    asked = {RolledUp.TOPIC: bool(wish.topic), RolledUp.PLACE: wish.place is not None,
             RolledUp.SECTOR: wish.sector is not None}  # fmt: skip

    def without(*kept: RolledUp) -> tuple[RolledUp, ...]:
        return tuple(one for one, wanted in asked.items() if wanted and one not in kept)

    if wish.topic:
        cell = Cell(TOPIC.key, year, wish.group, wish.topic)
        yield [cell], whole, (*without(RolledUp.TOPIC), *in_quarters)
    if wish.place is not None:
        cell = Cell(PLACE.key, year, wish.group, municipality=wish.place)
        yield [cell], whole, (*without(RolledUp.PLACE), *in_quarters)
    if wish.sector is not None:
        cell = Cell(SECTOR.key, year, wish.group, aspect=wish.sector)
        yield [cell], whole, (*without(RolledUp.SECTOR), *in_quarters)
    if in_quarters:
        yield [Cell(GROUP.key, quarter_of(wish.months.start), wish.group)], wish.months, without()
    yield [Cell(GROUP_YEAR.key, year, wish.group)], whole, (*without(), *in_quarters)
    yield [Cell(ALL.key, month) for month in wish.months], wish.months, (*without(), RolledUp.GROUP)
    yield [Cell(ALL.key, month) for month in whole], whole, (*without(), *in_quarters, RolledUp.GROUP)
