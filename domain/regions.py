"""Where the support point works: the municipalities of each region, and the villages that belong to them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused
from store.models import Municipality, PlaceName, Region


def change(
    session: Session, region_id: int, name: str, municipalities: Iterable[str], *, by: Actor, now: datetime
) -> None:
    """Give a region another name and other municipalities. Raises `Refused`."""
    setup_only(by)
    row = session.get(Region, region_id, with_for_update=True, populate_existing=True)
    wanted = set(municipalities)
    found = session.scalars(select(Municipality).where(Municipality.code.in_(wanted))).all()
    if row is None or len(found) != len(wanted):
        raise Refused("not_found")
    if not name.strip():
        raise Refused("region.name_needed", field="name")
    if not wanted:
        raise Refused("region.municipality_needed", field="municipalities")
    row.name, row.municipalities = " ".join(name.split())[:80], list(found)
    journal.record(session, "region.changed", ("region", row.id), by=by, now=now, municipalities=sorted(wanted))


def add_place(session: Session, place: str, municipality_code: str, *, by: Actor, now: datetime) -> None:
    """Teach the product the name of a village. Raises `Refused` when it is known for another municipality.

    The same village again is harmless.
    """
    setup_only(by)
    name = " ".join(place.split())
    if not name or len(name) > 80:
        raise Refused("region.place_needed", field="place")
    municipality = session.get(Municipality, municipality_code)
    if municipality is None:
        raise Refused("region.municipality_needed", field="municipality")
    known = session.scalar(select(PlaceName).where(func.lower(PlaceName.place) == name.lower()))
    if known and known.municipality_code == municipality_code:
        return
    if known:
        owner = session.get_one(Municipality, known.municipality_code).name
        raise Refused("region.place_taken", field="place", place=known.place, municipality=owner)
    session.add(PlaceName(place=name, municipality_code=municipality_code))
    _note(session, name, municipality_code, by, now)


def remove_place(session: Session, place: str, *, by: Actor, now: datetime) -> None:
    """Forget the name of a village; what was registered stays with its municipality. Twice is harmless."""
    setup_only(by)
    row = session.get(PlaceName, place)
    if row:
        session.delete(row)
        _note(session, row.place, row.municipality_code, by, now)


def _note(session: Session, place: str, municipality_code: str, by: Actor, now: datetime) -> None:
    facts = {"place": place, "municipality": municipality_code}
    journal.record(session, "region.changed", ("place", 0), by=by, now=now, **facts)
