"""The places where gatherings were held before."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from store.models import Event, Venue


@dataclass(frozen=True)
class VenueFacts:
    name: str
    address: str
    municipality: str
    municipality_code: str
    access: str


def venues(session: Session) -> tuple[VenueFacts, ...]:
    """Every known venue, the one that was used last first."""
    last = select(func.max(Event.starts_at)).where(Event.venue_id == Venue.id).scalar_subquery()
    rows = session.scalars(
        select(Venue).options(joinedload(Venue.municipality)).order_by(last.desc().nulls_last(), Venue.id.desc())
    )
    return tuple(
        VenueFacts(row.name, row.address, row.municipality.name, row.municipality_code, row.access) for row in rows
    )
