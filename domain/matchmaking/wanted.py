"""Buddies who are not there yet: which two would help most now, and what one more would change."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from domain.matchmaking import plans
from domain.refused import Refused
from matching.people import Place
from matching.recruits import Gain, Profile, Recruits, gain, recruits
from store.queries import choices

DUTCH = frozenset({"nl"})


def two_more(session: Session, *, now: datetime) -> Recruits:
    """The two new buddies with whom most of the parents who wait now would get one."""
    crowd = plans.crowd_now(session, now)
    return recruits(crowd.askers, crowd.offers)


def one_more(session: Session, topics: Collection[str], municipality_code: str | None, *, now: datetime) -> Gain:
    """What one more buddy of these topics would bring now, who speaks Dutch; without a municipality by phone only.

    Raises `Refused("not_found")` for a topic or municipality that is not there.
    """
    if not set(topics) <= {one.code for one in choices.topics(session)}:
        raise Refused("not_found")
    crowd = plans.crowd_now(session, now)
    place = _place(session, municipality_code) if municipality_code else None
    return gain(crowd.askers, crowd.offers, Profile(tuple(sorted(topics)), DUTCH, place))


def _place(session: Session, code: str) -> Place:
    for one in choices.municipalities(session):
        if one.code == code:
            return Place(code, one.latitude, one.longitude)
    raise Refused("not_found")
