"""The hours in which buddies can be reached."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from store.models import Availability


@dataclass(frozen=True, order=True)
class Block:
    """Hours on a day of the week: local minutes since midnight, the end not included, Monday is 0."""

    weekday: int
    start: int
    end: int


def week(session: Session, buddy_id: int) -> tuple[Block, ...]:
    """The hours of one buddy in the order of the week."""
    return weeks(session, Availability.buddy_id == buddy_id).get(buddy_id, ())


def weeks(session: Session, *conditions: ColumnElement[bool]) -> dict[int, tuple[Block, ...]]:
    """The hours of every buddy to whom the conditions apply."""
    query = select(Availability.buddy_id, Availability.weekday, Availability.from_minute, Availability.to_minute)
    query = query.where(*conditions).order_by(Availability.weekday, Availability.from_minute)
    found: defaultdict[int, list[Block]] = defaultdict(list)
    for buddy_id, weekday, start, end in session.execute(query):
        found[buddy_id].append(Block(weekday, start, end))
    return {buddy_id: tuple(blocks) for buddy_id, blocks in found.items()}
