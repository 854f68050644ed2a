"""A buddy's week: blocks of local time, several a day, and the parts of the day that they cover."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import own_or_staff
from domain.buddying.buddies import locked
from domain.refused import Refused
from matching.people import Daypart, Moment
from store.models import Availability
from store.queries.buddying.weeks import Block, week

MINUTES_A_DAY = 24 * 60
# What one tap on the grid stands for, and how far such a part of the day stretches when a parent asks for it.
TAPPED = {Daypart.MORNING: (540, 720), Daypart.AFTERNOON: (720, 1020), Daypart.EVENING: (1140, 1320)}
STRETCH = {Daypart.MORNING: (0, 720), Daypart.AFTERNOON: (720, 1080), Daypart.EVENING: (1080, MINUTES_A_DAY)}
LEAST_MINUTES = 60  # a first conversation


def set_week(session: Session, buddy_id: int, blocks: Iterable[Block], *, by: Actor, now: datetime) -> None:
    """Replace the whole week; blocks that overlap or touch become one. The same week again is harmless."""
    own_or_staff(by, buddy_id)
    locked(session, buddy_id)
    _keep(session, buddy_id, blocks, by=by, now=now)


def tap(
    session: Session, buddy_id: int, weekday: int, part: Daypart, *, on: bool, by: Actor, now: datetime
) -> tuple[Block, ...]:
    """Switch one part of one day on or off, whatever else is in the week; returns the week. Twice is harmless."""
    own_or_staff(by, buddy_id)
    locked(session, buddy_id)
    tapped = Block(weekday, *TAPPED[part])
    before = week(session, buddy_id)
    after = (*before, tapped) if on else without(before, tapped)
    return _keep(session, buddy_id, after, by=by, now=now)


def add_hours(session: Session, buddy_id: int, block: Block, *, by: Actor, now: datetime) -> tuple[Block, ...]:
    """Add exact hours to the week; returns the week."""
    own_or_staff(by, buddy_id)
    locked(session, buddy_id)
    return _keep(session, buddy_id, (*week(session, buddy_id), block), by=by, now=now)


def clear_day(session: Session, buddy_id: int, weekday: int, *, by: Actor, now: datetime) -> tuple[Block, ...]:
    """Take a whole day out of the week; returns the week."""
    own_or_staff(by, buddy_id)
    locked(session, buddy_id)
    others = (block for block in week(session, buddy_id) if block.weekday != weekday)
    return _keep(session, buddy_id, others, by=by, now=now)


def _keep(session: Session, buddy_id: int, blocks: Iterable[Block], *, by: Actor, now: datetime) -> tuple[Block, ...]:
    wanted = merged(blocks)
    if wanted == week(session, buddy_id):
        return wanted
    session.execute(delete(Availability).where(Availability.buddy_id == buddy_id))
    session.add_all(
        Availability(buddy_id=buddy_id, weekday=one.weekday, from_minute=one.start, to_minute=one.end) for one in wanted
    )
    journal.record(session, "availability.changed", ("buddy", buddy_id), by=by, now=now, blocks=len(wanted))
    return wanted


def merged(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """In the order of the week, with blocks that overlap or touch made one; raises `Refused` for an impossible one."""
    kept: list[Block] = []
    for block in sorted(map(_checked, blocks)):
        if kept and kept[-1].weekday == block.weekday and block.start <= kept[-1].end:
            kept[-1] = Block(block.weekday, kept[-1].start, max(kept[-1].end, block.end))
        else:
            kept.append(block)
    return tuple(kept)


def without(blocks: Iterable[Block], gone: Block) -> tuple[Block, ...]:
    """The blocks with the hours of `gone` cut out."""
    return tuple(chain.from_iterable(_cut(block, gone) for block in blocks))


def _cut(block: Block, gone: Block) -> Iterable[Block]:
    if block.weekday != gone.weekday:
        return (block,)
    before = Block(block.weekday, block.start, min(block.end, gone.start))
    after = Block(block.weekday, max(block.start, gone.end), block.end)
    return (part for part in (before, after) if part.start < part.end)


def covers(blocks: Iterable[Block], weekday: int, part: Daypart) -> bool:
    """Whether the grid shows this part of the day as ticked: all of its hours are in the week."""
    start, end = TAPPED[part]
    return any(block.weekday == weekday and block.start <= start and end <= block.end for block in blocks)


def moments(blocks: Iterable[Block]) -> frozenset[Moment]:
    """The parts of the day in which there is time for a conversation of an hour."""
    return frozenset(
        (block.weekday, part)
        for block in blocks
        for part, (start, end) in STRETCH.items()
        if min(block.end, end) - max(block.start, start) >= LEAST_MINUTES
    )


def _checked(block: Block) -> Block:
    if not (0 <= block.weekday <= 6 and 0 <= block.start < MINUTES_A_DAY and 0 < block.end <= MINUTES_A_DAY):
        raise Refused("availability.outside_day", field="hours")
    if block.start >= block.end:
        raise Refused("availability.backwards", field="hours")
    return block
