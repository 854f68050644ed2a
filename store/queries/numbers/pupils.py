"""How many pupils go to school: per municipality and school year, and in the whole region of the support point."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Municipality, Pupils, Region


@dataclass(frozen=True)
class RegionPupils:
    """All pupils of the region in a school year, and where that number comes from."""

    pupils: int
    source: str
    school_year: int


@dataclass(frozen=True)
class YearPupils:
    """Pupils by the code of the municipality in a school year, and where the numbers come from."""

    pupils: Mapping[str, int]
    source: str
    school_year: int


def of_year(session: Session, school_year: int) -> YearPupils:
    """What was filled in for a school year; empty where nothing was."""
    rows = session.scalars(select(Pupils).where(Pupils.school_year == school_year)).all()
    return YearPupils({row.municipality_code: row.pupils for row in rows}, rows[0].source if rows else "", school_year)


def known_for(session: Session, school_year: int) -> YearPupils:
    """The pupils to count a school year per thousand of: those of that year, else of the last year before it."""
    last = session.scalar(select(func.max(Pupils.school_year)).where(Pupils.school_year <= school_year))
    return of_year(session, school_year if last is None else last)


def region(session: Session) -> Mapping[str, str]:
    """The names of all municipalities in which the support point works, by code, in the order of their names."""
    query = select(Municipality.code, Municipality.name).join(Region.municipalities).where(Region.active)
    rows = session.execute(query.distinct().order_by(Municipality.name))
    return {row.code: row.name for row in rows}


def whole_region(session: Session, school_year: int) -> RegionPupils | None:
    """None unless the pupils of every municipality of the region are known."""
    inside, known = region(session), known_for(session, school_year)
    if not inside or not inside.keys() <= known.pupils.keys():
        return None
    return RegionPupils(sum(known.pupils[code] for code in inside), known.source, known.school_year)
