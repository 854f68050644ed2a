"""What can be chosen: topics with their groups, municipalities, place names."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from i18n import language
from store.models import Municipality, PlaceName, Topic


@dataclass(frozen=True)
class TopicChoice:
    code: str
    name: str
    group_code: str
    group: str
    sensitive: bool
    favourite: bool


@dataclass(frozen=True)
class MunicipalityChoice:
    code: str
    name: str
    latitude: float
    longitude: float


def topics(session: Session, *, on: date | None = None) -> tuple[TopicChoice, ...]:
    """The topics that can be chosen, in their order, without the groups; `on` leaves out those not valid that day."""
    group = aliased(Topic)
    query = select(Topic, group).join(group, Topic.parent_code == group.code).order_by(Topic.position)
    if on:
        query = query.where(or_(Topic.valid_from.is_(None), Topic.valid_from <= on))
        query = query.where(or_(Topic.valid_to.is_(None), Topic.valid_to >= on))
    else:
        query = query.where(Topic.valid_to.is_(None))
    return tuple(
        TopicChoice(row.code, _name(row), parent.code, _name(parent), row.sensitive or parent.sensitive, row.favourite)
        for row, parent in session.execute(query).tuples()
    )


def topic_groups(session: Session) -> dict[str, str]:
    """The name of each group by its code, in their order."""
    query = select(Topic).where(Topic.parent_code.is_(None)).order_by(Topic.position)
    return {row.code: _name(row) for row in session.scalars(query)}


def municipalities(session: Session) -> tuple[MunicipalityChoice, ...]:
    query = select(Municipality).where(Municipality.active).order_by(Municipality.name)
    return tuple(MunicipalityChoice(row.code, row.name, row.latitude, row.longitude) for row in session.scalars(query))


def place_names(session: Session) -> dict[str, str]:
    """The municipality code of each village or old name, and of the municipalities themselves; keys in lower case."""
    named = {row.place.casefold(): row.municipality_code for row in session.scalars(select(PlaceName))}
    return {one.name.casefold(): one.code for one in municipalities(session)} | named


def _name(topic: Topic) -> str:
    return (topic.name_en if language() == "en" else "") or topic.name_nl
