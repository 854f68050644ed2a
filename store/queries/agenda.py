"""What the public agenda needs to know besides the gatherings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models.places import Region


def region_name(session: Session, key: str) -> str | None:
    """What a region is called; None for a key that no region in use has."""
    return session.scalar(select(Region.name).where(Region.key == key, Region.active))
