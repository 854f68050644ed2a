"""What can be chosen: topics with their groups, municipalities, place names."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from i18n import in_words
from store.models import Municipality, PlaceName, Rollup, Topic
from store.rollup import EVERYTHING


@dataclass(frozen=True)
class TopicChoice:
    code: str
    name: str
    group_code: str
    group: str
    sensitive: bool
    favourite: bool
    synonyms: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def fits(self, day: date) -> bool:
        """Whether it can be chosen for something of that day; the last day counts."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class PlaceChoice:
    """A name that parents use for where they live: a municipality itself, or a village or old name in it."""

    name: str
    municipality: str


@dataclass(frozen=True)
class MunicipalityChoice:
    code: str
    name: str
    latitude: float
    longitude: float


def topics(session: Session, *, ended: bool = False) -> tuple[TopicChoice, ...]:
    """The topics that can be chosen, in their order, without the groups; with `ended` those of earlier too."""
    group = aliased(Topic)
    query = select(Topic, group).join(group, Topic.parent_code == group.code).order_by(Topic.position)
    if not ended:
        query = query.where(Topic.valid_to.is_(None))
    return tuple(_choice(row, parent) for row, parent in session.execute(query))


def _choice(row: Topic, group: Topic) -> TopicChoice:
    return TopicChoice(
        code=row.code,
        name=topic_name(row),
        group_code=group.code,
        group=topic_name(group),
        sensitive=row.sensitive or group.sensitive,
        favourite=row.favourite,
        synonyms=tuple(row.synonyms),
        since=row.valid_from,
        until=row.valid_to,
    )


def most_used(session: Session, since: int, *, most: int) -> tuple[str, ...]:
    """The codes of the topics that were registered most from month `since` on, the most used first."""
    number = func.sum(Rollup.questions)
    query = select(Rollup.topic).join(Topic, Topic.code == Rollup.topic).where(Topic.parent_code.is_not(None))
    query = query.where(Rollup.municipality == EVERYTHING, Rollup.month >= since)
    return tuple(session.scalars(query.group_by(Rollup.topic).order_by(number.desc(), Rollup.topic).limit(most)))


def valid(topic: Topic, on: date) -> bool:
    """Whether the topic can be chosen for something of that day; its last day counts."""
    begun = topic.valid_from is None or topic.valid_from <= on
    return begun and (topic.valid_to is None or on <= topic.valid_to)


def topic_groups(session: Session) -> dict[str, str]:
    """The name of each group by its code, in their order."""
    query = select(Topic).where(Topic.parent_code.is_(None)).order_by(Topic.position)
    return {row.code: topic_name(row) for row in session.scalars(query)}


def topic_names(session: Session) -> dict[str, str]:
    """The name of every topic and group by its code, of those that went out of use too."""
    return {row.code: topic_name(row) for row in session.scalars(select(Topic))}


def municipalities(session: Session) -> tuple[MunicipalityChoice, ...]:
    columns = Municipality.code, Municipality.name, Municipality.latitude, Municipality.longitude
    query = select(*columns).where(Municipality.active).order_by(Municipality.name)
    return tuple(MunicipalityChoice(*row) for row in session.execute(query))


def place_names(session: Session) -> dict[str, str]:
    """The municipality code of each village or old name, and of the municipalities themselves; keys in lower case."""
    named = {row.place.casefold(): row.municipality_code for row in session.scalars(select(PlaceName))}
    return {one.name.casefold(): one.code for one in municipalities(session)} | named


def places(session: Session) -> tuple[PlaceChoice, ...]:
    """Every name of a place, by municipality; the municipality's own name comes first."""
    query = select(PlaceName.place, Municipality.name).join(
        Municipality, Municipality.code == PlaceName.municipality_code
    )
    villages = session.execute(query.order_by(PlaceName.place)).all()
    found = []
    for one in municipalities(session):
        found.append(PlaceChoice(one.name, one.name))
        found += [PlaceChoice(place, own) for place, own in villages if own == one.name and place != own]
    return tuple(found)


def topic_name(topic: Topic) -> str:
    """In the reader's language, in Dutch where there is no other."""
    return in_words(topic.name_nl, topic.name_en)
