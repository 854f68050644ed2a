"""The borders of the municipalities on the map of “Trends” and “Beleid”, as staff uploaded them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from domain import journal, region_shapes
from domain.actors import Actor
from domain.allowed import setup_only
from domain.region_names import Which
from store.models import RegionMap
from store.queries import choices


def put(
    session: Session, content: bytes, *, name: str, source: str, by: Actor, now: datetime,
    chosen: Mapping[str, str] | None = None,
) -> int:  # fmt: skip
    """Draw the map with these borders from now on; `source` is whose they are. Gives its number. Raises `Refused`.

    The map before it is kept, so that this can be undone. `chosen` answers what `questions` asked.
    """
    setup_only(by)
    shapes = region_shapes.read(content, _names(session), chosen)
    before = session.scalar(select(func.max(RegionMap.id)))
    session.execute(delete(RegionMap).where(RegionMap.id != before))
    row = RegionMap(name=name[:120], source=source.strip()[:300], shapes=shapes, uploaded_at=now)
    session.add(row)
    session.flush()
    journal.record(session, "region.changed", ("map", 0), by=by, now=now)
    return row.id


def questions(session: Session, content: bytes) -> tuple[Which, ...]:
    """Of which municipalities more than one outline of the map may be it. Raises `Refused`."""
    return region_shapes.questions(content, _names(session))


def undo(session: Session, number: int, *, by: Actor, now: datetime) -> None:
    """Take back that this map was put here: the one before it is drawn again, or tiles. Twice is harmless."""
    setup_only(by)
    if session.execute(delete(RegionMap).where(RegionMap.id == number).returning(RegionMap.id)).first():
        journal.record(session, "region.changed", ("map", 0), by=by, now=now)


def remove(session: Session, *, by: Actor, now: datetime) -> None:
    """Go back to tiles. Twice is harmless."""
    setup_only(by)
    if session.execute(delete(RegionMap).returning(RegionMap.id)).first():
        journal.record(session, "region.changed", ("map", 0), by=by, now=now)


def _names(session: Session) -> dict[str, str]:
    return {one.code: one.name for one in choices.municipalities(session)}
