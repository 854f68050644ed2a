"""The region on a map: the outlines of the municipalities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import RegionMap

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Outlines:
    """The rings of each municipality by code; `stretch` is how much shorter a unit east is than one north."""

    name: str
    source: str
    uploaded_at: datetime
    rings: Mapping[str, Sequence[Ring]]
    stretch: float


def outlines(session: Session) -> Outlines | None:
    """Of the map that was uploaded last; None where nobody uploaded one."""
    row = session.scalar(select(RegionMap).order_by(RegionMap.id.desc()).limit(1))
    if row is None:
        return None
    return Outlines(row.name, row.source, row.uploaded_at, row.shapes["rings"], row.shapes["stretch"])
