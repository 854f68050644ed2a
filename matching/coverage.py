"""What is asked beside what there is, per topic and per municipality, and how long who asks can expect to wait."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from matching.people import VISITS, Offer, Place

YEAR = timedelta(days=364)
QUARTERS = 4
ENOUGH = 5


@dataclass(frozen=True)
class Ask:
    """A request of the last year or one that is still open: `until` is when it stopped waiting, None while it waits.

    While a buddy is `proposed` it waits too, but that buddy's place counts as taken already.
    """

    topics: frozenset[str]
    municipality: str
    since: date
    until: date | None = None
    proposed: bool = False


@dataclass(frozen=True)
class Wait:
    """`days` is None when fewer than five asked in a year: too little to say anything."""

    days: int | None
    asked: int


@dataclass(frozen=True)
class Covered:
    """Of one topic or place. `asked` counts per quarter, the last one last; `free` places of `buddies` who have one.

    Of those who are `open`, `proposed` have a buddy who thinks about it.

    A place of a buddy counts for each topic that the buddy knows, and is taken in all of them at once.
    """

    key: str
    open: int
    proposed: int
    asked: tuple[int, ...]
    buddies: int
    free: int
    longest: int
    wait: Wait

    @property
    def gap(self) -> int:
        """How many wait for whom there is no place."""
        return max(0, self.open - self.proposed - self.free)


def may_be_asked(offer: Offer) -> bool:
    """Nothing of their own stands in the way: trained, a certificate that counts, no pause and no rest."""
    return offer.trained and offer.certificate_valid and not offer.paused and not offer.resting


def free_places(offer: Offer) -> int:
    return max(0, offer.max_load - offer.load) if may_be_asked(offer) else 0


def by_topic(asks: Iterable[Ask], offers: Iterable[Offer], topics: Sequence[str], *, today: date) -> list[Covered]:
    """For each of `topics`, in their order."""
    asked, given = list(asks), list(offers)
    return [
        _covered(code, [ask for ask in asked if code in ask.topics], [o for o in given if code in o.topics], today)
        for code in topics
    ]


def by_group(
    asks: Iterable[Ask], offers: Iterable[Offer], group_of: Callable[[str], str], groups: Sequence[str], *, today: date
) -> list[Covered]:
    """For each group of topics; who asks about two topics of a group counts once there, and so does a buddy."""
    asked = [replace(ask, topics=frozenset(map(group_of, ask.topics))) for ask in asks]
    given = [replace(offer, topics=frozenset(map(group_of, offer.topics))) for offer in offers]
    return by_topic(asked, given, groups, today=today)


def by_place(asks: Iterable[Ask], offers: Iterable[Offer], places: Sequence[Place], *, today: date) -> list[Covered]:
    """For each municipality; the buddies are those who can meet a parent there, not those who can only phone."""
    asked, given = list(asks), list(offers)
    return [
        _covered(
            place.municipality,
            [ask for ask in asked if ask.municipality == place.municipality],
            [offer for offer in given if can_meet_in(place, offer)],
            today,
        )
        for place in places
    ]


def can_meet_in(place: Place, offer: Offer) -> bool:
    """The buddy visits or meets elsewhere, reaches this municipality, and wants to help there."""
    wanted = not offer.municipalities or place.municipality in offer.municipalities
    if not wanted or offer.travel_km <= 0 or not offer.contact_modes & VISITS:
        return False
    return offer.place is None or place.km_to(offer.place) <= offer.travel_km


def expected_wait(asks: Iterable[Ask], *, today: date) -> Wait:
    """How many days who asks waits, by Little's law over the last year: W = L / lambda.

    L is how many wait at any moment on average: the days that anybody waited in the year, together, divided by the
    days of the year; lambda is how many asked per day. Unlike the mean of the waits that ended, it counts those who
    still wait. Exact only while as many come as go; with fewer than five in a year nothing is said. Source:
    J.D.C. Little, A Proof for the Queuing Formula: L = lambda W, Operations Research 9 (1961) 383-387; for a finite
    period J.D.C. Little and S.C. Graves, Little's Law, in: Building Intuition (2008) 81-100.
    """
    begin = today - YEAR
    known = list(asks)
    asked = sum(begin < ask.since <= today for ask in known)
    waited = sum(max(0, (min(ask.until or today, today) - max(ask.since, begin)).days) for ask in known)
    return Wait(round(waited / asked) if asked >= ENOUGH else None, asked)


def _covered(key: str, asks: Sequence[Ask], offers: Sequence[Offer], today: date) -> Covered:
    waiting = [ask for ask in asks if ask.until is None]
    free = [places for offer in offers if (places := free_places(offer))]
    return Covered(
        key=key,
        open=len(waiting),
        proposed=sum(ask.proposed for ask in waiting),
        asked=_per_quarter(asks, today),
        buddies=len(free),
        free=sum(free),
        longest=max(((today - ask.since).days for ask in waiting), default=0),
        wait=expected_wait(asks, today=today),
    )


def _per_quarter(asks: Iterable[Ask], today: date) -> tuple[int, ...]:
    """Four times thirteen weeks, today included."""
    long = YEAR // QUARTERS
    counts = [0] * QUARTERS
    for ask in asks:
        quarter = (today - ask.since) // long
        if 0 <= quarter < QUARTERS:
            counts[QUARTERS - 1 - quarter] += 1
    return tuple(counts)
