"""What staff set up: topics with everything about them, regions with their municipalities, names of villages."""

from dataclasses import dataclass
from datetime import date

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
    neighbours: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successor: str = ""

    @property
    def in_use(self) -> bool:
        """A topic that was given a last day is on its way out, also while that day is still to come."""
        return self.until is None


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
    rows = session.scalars(select(Topic).order_by(Topic.position)).all()
    places = {row.code: row.position for row in rows}
    ordered = sorted(rows, key=lambda row: (places[row.parent_code or row.code], row.parent_code is not None))
    return tuple(_topic(row, near.get(row.code, set())) for row in ordered)


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


def _topic(row: Topic, near: set[str]) -> TopicRow:
    return TopicRow(
        code=row.code,
        group=row.parent_code or "",
        name_nl=row.name_nl,
        name_en=row.name_en,
        favourite=row.favourite,
        sensitive=row.sensitive,
        neighbours=tuple(sorted(near)),
        synonyms=tuple(row.synonyms),
        since=row.valid_from,
        until=row.valid_to,
        successor=row.successor_code or "",
    )
