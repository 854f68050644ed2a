"""Places where gatherings are held."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings.event_plans import VenuePlan
from store.models import Venue


def find_or_make(session: Session, plan: VenuePlan) -> Venue:
    """The venue with this name, municipality and address, made when it is new.

    An address still unknown on either side is no difference and is filled in; what was last said of access stands.
    """
    same_place = select(Venue).where(Venue.municipality_code == plan.municipality_code).order_by(Venue.id)
    for venue in session.scalars(same_place):
        if _same(venue.name, plan.name) and _same(venue.address or plan.address, plan.address or venue.address):
            venue.address = venue.address or plan.address
            venue.access = plan.access or venue.access
            return venue
    venue = Venue(name=plan.name, address=plan.address, municipality_code=plan.municipality_code, access=plan.access)
    session.add(venue)
    session.flush()
    return venue


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
