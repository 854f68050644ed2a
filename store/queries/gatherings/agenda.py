"""What the public agenda needs to know besides the gatherings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models.places import Region, RegionMunicipality


def region_name(session: Session, key: str) -> str | None:
    """What a region is called; None for a key that no region in use has."""
    return session.scalar(select(Region.name).where(Region.key == key, Region.active))


def regions_of(session: Session, municipality: str) -> dict[str, str]:
    """The name of each region that a municipality (by code) belongs to, by a key; once where sectors share a name."""
    query = select(Region).join(RegionMunicipality, RegionMunicipality.region_id == Region.id)
    query = query.where(Region.active, RegionMunicipality.municipality_code == municipality)
    by_name = {row.name: row.key for row in session.scalars(query.order_by(Region.name, Region.key.desc()))}
    return {key: name for name, key in by_name.items()}
