"""Who asks and who offers, as plain data: all that the rules may know about a parent and a buddy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371


class Daypart(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Contact(StrEnum):
    PHONE = "phone"
    ONLINE = "online"
    HOME = "home"
    ELSEWHERE = "elsewhere"


VISITS = frozenset({Contact.HOME, Contact.ELSEWHERE})

Moment = tuple[int, Daypart]
"""Monday is 0, as in `date.weekday()`."""


@dataclass(frozen=True)
class Place:
    """A municipality (its code) and its centre: nobody's address is ever needed."""

    municipality: str
    latitude: float
    longitude: float

    def km_to(self, other: "Place") -> float:
        """As the crow flies (haversine), rounded to 100 metres so that every machine finds the same."""
        north, east = radians(other.latitude - self.latitude), radians(other.longitude - self.longitude)
        along = cos(radians(self.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
        return round(2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, sin(north / 2) ** 2 + along))), 1)


@dataclass(frozen=True)
class Need:
    """What one parent asks for. An empty set or None means: no wish, anything is fine.

    `topics` gives for each topic asked for the topics near it and how near, as `topics.around` makes it. The four sets
    of buddies fell out: they said no to this request or were refused, were matched to it earlier, know the family, or
    must not be asked according to staff.
    """

    request_id: int
    topics: Mapping[str, Mapping[str, float]]
    place: Place | None = None
    sector: str | None = None
    contact_modes: frozenset[Contact] = frozenset()
    moments: frozenset[Moment] = frozenset()
    languages: frozenset[str] = frozenset()
    style: str | None = None
    age_band: str | None = None
    avoid_own_municipality: bool = False
    consented: bool = True
    refused_buddies: frozenset[int] = frozenset()
    earlier_buddies: frozenset[int] = frozenset()
    acquainted_buddies: frozenset[int] = frozenset()
    vetoed_buddies: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Offer:
    """What one buddy has to give. An empty set means: nothing; `travel_km` 0 means by phone or online only.

    `municipalities` is where they want to help, empty for everywhere. They are still `in_the_middle` of some topics.
    """

    buddy_id: int
    topics: frozenset[str]
    place: Place | None = None
    travel_km: int = 0
    municipalities: frozenset[str] = frozenset()
    in_the_middle: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    age_bands: frozenset[str] = frozenset()
    contact_modes: frozenset[Contact] = frozenset()
    moments: frozenset[Moment] = frozenset()
    languages: frozenset[str] = frozenset()
    style: str | None = None
    max_load: int = 2
    load: int = 0
    paused: bool = False
    resting: bool = False
    trained: bool = True
    certificate_valid: bool = True
    days_since_last_match: int | None = None


def shared_contact(need: Need, offer: Offer) -> frozenset[Contact]:
    """The ways of contact that both want, whatever the distance."""
    return offer.contact_modes & (need.contact_modes or offer.contact_modes)


def distance_km(need: Need, offer: Offer) -> float | None:
    """None when one of the two did not say where they live."""
    return need.place.km_to(offer.place) if need.place and offer.place else None


def possible_contact(need: Need, offer: Offer) -> frozenset[Contact]:
    """The shared ways of contact that remain when the buddy travels no further than they said."""
    shared = shared_contact(need, offer)
    km = distance_km(need, offer)
    within_reach = offer.travel_km > 0 and (km is None or km <= offer.travel_km)
    return shared if within_reach else shared - VISITS
