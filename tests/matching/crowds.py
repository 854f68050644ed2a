"""Small crowds of parents and buddies, with pins, forbidden pairs and pairs that were prepared earlier."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from matching.everybody import Asker, Crowd
from matching.people import Need, Offer
from tests.matching.people import NEED, OFFER, needs, offers, weights

_askers = st.lists(st.builds(Asker, needs, st.integers(0, 40), st.integers(0, 2)), max_size=6).map(
    lambda some: tuple(replace(one, need=replace(one.need, request_id=n)) for n, one in enumerate(some, start=1))
)
_pair = st.tuples(st.integers(1, 6), st.integers(1, 8))

crowds = st.builds(
    Crowd,
    askers=_askers,
    offers=offers.map(tuple),
    weights=weights,
    pins=st.dictionaries(st.integers(1, 6), st.integers(1, 9), max_size=2),
    kept=st.dictionaries(st.integers(1, 6), st.integers(1, 8), max_size=3),
    forbidden=st.frozensets(_pair, max_size=3),
)


def asker(request_id: int, weeks: int = 0, urgency: int = 0, **facts: Any) -> Asker:
    """A parent whom the ideal buddy fits."""
    return Asker(need(request_id, **facts), weeks, urgency)


def need(request_id: int, **facts: Any) -> Need:
    return replace(NEED, request_id=request_id, **facts)


def offer(buddy_id: int, **facts: Any) -> Offer:
    """The ideal buddy, with one place unless told otherwise."""
    return replace(OFFER, buddy_id=buddy_id, **{"max_load": 1, **facts})


def crowd(*people: Asker | Offer, **facts: Any) -> Crowd:
    askers = tuple(one for one in people if isinstance(one, Asker))
    some = tuple(one for one in people if isinstance(one, Offer))
    return replace(Crowd(askers, some), **facts)
