"""What staff set up: topics with everything about them, regions with their municipalities, names of villages."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from store.models import Municipality, PlaceName, Region, Topic, TopicNeighbour


@dataclass(frozen=True)
class TopicRow:
    """A topic, or a group of them when `group` is empty."""

    code: str
    group: str
    name_nl: str
    name_en: str
    favourite: bool
    sensitive: bool
    in_use: bool
    neighbours: tuple[str, ...]


@dataclass(frozen=True)
class RegionRow:
    id: int
    name: str
    sector: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True)
class PlaceRow:
    place: str
    municipality: str


def topics(session: Session) -> tuple[TopicRow, ...]:
    """Every topic and group, also those no longer in use, in their order."""
    pairs = [tuple(row) for row in session.execute(select(TopicNeighbour.topic_code, TopicNeighbour.neighbour_code))]
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    rows = session.scalars(select(Topic)).all()
    return tuple(_topic(row, near.get(row.code, set())) for row in sorted(rows, key=_order))


def regions(session: Session) -> tuple[RegionRow, ...]:
    query = select(Region).options(selectinload(Region.municipalities)).order_by(Region.sector, Region.name)
    return tuple(
        RegionRow(row.id, row.name, row.sector, tuple(one.code for one in row.municipalities))
        for row in session.scalars(query)
    )


def places(session: Session) -> tuple[PlaceRow, ...]:
    """The names of villages with the name of their municipality, by municipality."""
    query = select(PlaceName.place, Municipality.name).join(
        Municipality, Municipality.code == PlaceName.municipality_code
    )
    return tuple(
        PlaceRow(place, name) for place, name in session.execute(query.order_by(Municipality.name, PlaceName.place))
    )


def _order(row: Topic) -> tuple[str, int, int]:
    """Group by group, each group before its topics, those by number."""
    group = row.parent_code or row.code
    number = row.code.removeprefix(group)
    return (group, row.parent_code is not None, int(number) if number.isdecimal() else 0)


def _topic(row: Topic, near: set[str]) -> TopicRow:
    return TopicRow(
        row.code, row.parent_code or "", row.name_nl, row.name_en, row.favourite, row.sensitive, row.valid_to is None,
        tuple(sorted(near)),
    )  # fmt: skip
