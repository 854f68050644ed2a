"""The region on a map: the outlines of the municipalities, and how many pupils there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Pupils, RegionMap

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
    """None where nobody uploaded a map."""
    row = session.scalar(select(RegionMap))
    if row is None:
        return None
    return Outlines(row.name, row.source, row.uploaded_at, row.shapes["rings"], row.shapes["stretch"])


def pupils(session: Session, year: int) -> Mapping[str, int]:
    """How many pupils go to school in each municipality, of the last school year up to `year` that is known."""
    last = session.scalar(select(func.max(Pupils.school_year)).where(Pupils.school_year <= year))
    rows = session.execute(select(Pupils.municipality_code, Pupils.pupils).where(Pupils.school_year == last))
    return {code: many for code, many in rows}  # noqa: C416 - a row is no pair to dict()
