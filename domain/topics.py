"""What questions, cafés and buddies are about: staff name topics, add them and stop using them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import setup_only
from domain.local_time import wall
from domain.refused import Refused
from store.models import Topic, TopicNeighbour

LONGEST_NAME = 120


@dataclass(frozen=True)
class TopicPlan:
    """What staff decide about a topic; `neighbours` are the codes of topics that resemble it.

    `synonyms` are words that people look for it with; `until` is the last day on which it can be chosen.
    """

    name_nl: str
    name_en: str = ""
    favourite: bool = False
    sensitive: bool = False
    neighbours: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    until: date | None = None


def add(session: Session, group_code: str, plan: TopicPlan, *, by: Actor, now: datetime, on: date | None = None) -> str:
    """A new topic at the end of a group, from today or `on`; gives its code, which no topic ever had.

    Raises `Refused`.
    """
    setup_only(by)
    group = session.get(Topic, group_code, with_for_update=True, populate_existing=True)
    if group is None or group.parent_code is not None:
        raise Refused("not_found")
    siblings = session.scalars(select(Topic).where(Topic.parent_code == group_code)).all()
    number = max((int(one.code.removeprefix(group_code)) for one in siblings), default=0) + 1
    row = Topic(code=f"{group_code}{number}", parent_code=group_code, valid_from=on or wall(now)[0])
    row.position = max((one.position for one in siblings), default=group.position) + 1
    session.execute(update(Topic).where(Topic.position >= row.position).values(position=Topic.position + 1))
    _write(session, row, plan)
    session.add(row)
    session.flush()
    _set_neighbours(session, row.code, plan.neighbours)
    journal.record(session, "topic.changed", ("topic", 0), by=by, now=now, code=row.code, added=True)
    return row.code


def change(session: Session, code: str, plan: TopicPlan, *, by: Actor, now: datetime) -> None:
    """Change a topic. After its last day it can't be chosen any more, and what was registered keeps it."""
    setup_only(by)
    row = session.get(Topic, code, with_for_update=True, populate_existing=True)
    if row is None or row.parent_code is None:
        raise Refused("not_found")
    _write(session, row, plan)
    _set_neighbours(session, code, plan.neighbours)
    journal.record(session, "topic.changed", ("topic", 0), by=by, now=now, code=code)


def swap(session: Session, code: str, *, earlier: bool, by: Actor, now: datetime) -> None:
    """Change places with the topic before or after it in the group; nothing at the end. Raises `Refused`."""
    setup_only(by)
    row = session.get(Topic, code, with_for_update=True, populate_existing=True)
    if row is None or row.parent_code is None:
        raise Refused("not_found")
    beside = Topic.position < row.position if earlier else Topic.position > row.position
    order = Topic.position.desc() if earlier else Topic.position
    same_group = select(Topic).where(Topic.parent_code == row.parent_code, beside)
    other = session.scalars(same_group.order_by(order).limit(1).with_for_update()).first()
    if other is None:
        return
    row.position, other.position = other.position, row.position
    journal.record(session, "topic.changed", ("topic", 0), by=by, now=now, code=code, moved=True)


def rename_group(session: Session, code: str, name_nl: str, name_en: str, *, by: Actor, now: datetime) -> None:
    """Give a group of topics another name. Raises `Refused`."""
    setup_only(by)
    row = session.get(Topic, code, with_for_update=True, populate_existing=True)
    if row is None or row.parent_code is not None:
        raise Refused("not_found")
    row.name_nl, row.name_en = _name(session, row, name_nl), _spaced(name_en)
    journal.record(session, "topic.changed", ("topic", 0), by=by, now=now, code=code)


def _write(session: Session, row: Topic, plan: TopicPlan) -> None:
    row.name_nl, row.name_en = _name(session, row, plan.name_nl), _spaced(plan.name_en)
    row.favourite, row.sensitive = plan.favourite and plan.until is None, plan.sensitive
    row.synonyms = list(dict.fromkeys(filter(None, map(_spaced, plan.synonyms))))
    if row.successor_code is not None and plan.until != row.valid_to:
        raise Refused("topic.is_merged", field="until")
    row.valid_to = plan.until


def _name(session: Session, row: Topic, name: str) -> str:
    spaced = _spaced(name)
    if not spaced:
        raise Refused("topic.name_needed", field="name_nl")
    with session.no_autoflush:
        in_use = (Topic.code != row.code) & Topic.valid_to.is_(None)
        others = session.execute(select(Topic.code, Topic.name_nl).where(in_use)).all()
    if spaced.casefold() in {other.casefold() for _code, other in others}:
        raise Refused("topic.name_taken", field="name_nl")
    return spaced


def _spaced(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME]


def _set_neighbours(session: Session, code: str, neighbours: Iterable[str]) -> None:
    """Stored once per pair, in the order of the codes."""
    wanted = set(neighbours) - {code}
    known = session.scalars(select(Topic.code).where(Topic.code.in_(wanted), Topic.parent_code.is_not(None)))
    if set(known) != wanted:
        raise Refused("not_found")
    both = or_(TopicNeighbour.topic_code == code, TopicNeighbour.neighbour_code == code)
    session.execute(delete(TopicNeighbour).where(both))
    for other in sorted(wanted):
        first, second = sorted((code, other))
        session.add(TopicNeighbour(topic_code=first, neighbour_code=second))
