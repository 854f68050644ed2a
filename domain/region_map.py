"""The borders of the municipalities on the map of “Trends” and “Beleid”, as staff uploaded them."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain import journal, region_shapes
from domain.actors import Actor
from domain.allowed import setup_only
from store.models import RegionMap
from store.queries import choices


def put(session: Session, content: bytes, *, name: str, source: str, by: Actor, now: datetime) -> None:
    """Draw the map with these borders from now on; `source` is whose they are. Raises `Refused`."""
    setup_only(by)
    shapes = region_shapes.read(content, {one.code: one.name for one in choices.municipalities(session)})
    session.execute(delete(RegionMap))
    session.add(RegionMap(name=name[:120], source=source.strip()[:300], shapes=shapes, uploaded_at=now))
    journal.record(session, "region.changed", ("map", 0), by=by, now=now)


def remove(session: Session, *, by: Actor, now: datetime) -> None:
    """Go back to tiles. Twice is harmless."""
    setup_only(by)
    if session.execute(delete(RegionMap).returning(RegionMap.id)).first():
        journal.record(session, "region.changed", ("map", 0), by=by, now=now)
