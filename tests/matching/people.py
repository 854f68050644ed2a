"""Parents and buddies for the tests: one of each that fits in every way, and any that hypothesis can think of."""

from dataclasses import replace

from hypothesis import strategies as st

from matching.people import Contact, Daypart, Need, Offer, Place
from matching.rules import RULES
from matching.topics import around, graph_of

GROUPS = {"E": None, "E1": "E", "F": None, "F1": "F", "F2": "F", "F3": "F", "F6": "F"}
GRAPH = graph_of(GROUPS, [("F1", "F2"), ("F2", "F6")])

ALKMAAR = Place("GM0361", 52.632, 4.748)
HEILOO = Place("GM0399", 52.602, 4.717)
UITGEEST = Place("GM0450", 52.529, 4.711)

TUESDAY_EVENING = (1, Daypart.EVENING)
THURSDAY_MORNING = (3, Daypart.MORNING)

NEED = Need(
    request_id=1,
    topics=around(GRAPH, {"F1"}),
    place=ALKMAAR,
    sector="po",
    contact_modes=frozenset({Contact.PHONE, Contact.HOME}),
    moments=frozenset({TUESDAY_EVENING, THURSDAY_MORNING}),
    languages=frozenset({"nl"}),
    style="listening",
    age_band="7-9",
)
OFFER = Offer(
    buddy_id=1,
    topics=frozenset({"F1"}),
    place=ALKMAAR,
    travel_km=15,
    sectors=frozenset({"po"}),
    contact_modes=frozenset({Contact.PHONE, Contact.HOME}),
    moments=frozenset({TUESDAY_EVENING, THURSDAY_MORNING}),
    languages=frozenset({"nl"}),
    style="listening",
    age_bands=frozenset({"7-9"}),
)
DEFAULTS = {rule.key: rule.weight for rule in RULES}

_topics = st.frozensets(st.sampled_from(sorted(GROUPS)), max_size=3)
_place = st.none() | st.sampled_from([ALKMAAR, HEILOO, UITGEEST])
_contact = st.frozensets(st.sampled_from(Contact))
_moments = st.frozensets(st.tuples(st.integers(0, 6), st.sampled_from(Daypart)), max_size=5)
_languages = st.frozensets(st.sampled_from(["nl", "en", "ar"]), max_size=2)
_style = st.sampled_from([None, "listening", "practical"])

_age = st.sampled_from([None, "7-9", "10-12"])
_few_buddies = st.frozensets(st.integers(1, 8), max_size=2)

_any_need = st.builds(
    Need,
    request_id=st.just(1),
    topics=_topics.map(lambda codes: around(GRAPH, codes)),
    place=_place,
    sector=st.sampled_from([None, "po", "vo"]),
    contact_modes=_contact,
    moments=_moments,
    languages=_languages,
    style=_style,
    avoid_own_municipality=st.booleans(),
    age_band=_age,
    consented=st.booleans(),
    refused_buddies=_few_buddies,
    earlier_buddies=_few_buddies,
    acquainted_buddies=_few_buddies,
    vetoed_buddies=_few_buddies,
)
# Pairs drawn blindly mostly break a hard rule; half of the parents and buddies are only a little unlike the ideal.
_likely_need = st.builds(
    replace,
    st.just(NEED),
    topics=_topics.map(lambda codes: around(GRAPH, codes)),
    place=_place,
    moments=_moments,
    style=_style,
    avoid_own_municipality=st.booleans(),
)
needs = _any_need | _likely_need

_any_offer = st.builds(
    Offer,
    buddy_id=st.integers(1, 8),
    topics=_topics,
    place=_place,
    travel_km=st.integers(0, 20),
    municipalities=st.frozensets(st.sampled_from([ALKMAAR.municipality, HEILOO.municipality]), max_size=2),
    in_the_middle=_topics,
    age_bands=st.frozensets(st.sampled_from(["7-9", "10-12"])),
    sectors=st.frozensets(st.sampled_from(["po", "vo"])),
    contact_modes=_contact,
    moments=_moments,
    languages=_languages,
    style=_style,
    max_load=st.integers(0, 3),
    load=st.integers(0, 3),
    paused=st.booleans(),
    resting=st.booleans(),
    trained=st.booleans(),
    certificate_valid=st.booleans(),
    days_since_last_match=st.none() | st.integers(0, 90),
)
_likely_offer = st.builds(
    replace,
    st.just(OFFER),
    buddy_id=st.integers(1, 8),
    topics=_topics.map(lambda codes: codes | {"F1"}),
    place=_place,
    moments=_moments,
    in_the_middle=_topics,
    load=st.integers(0, 1),
    days_since_last_match=st.none() | st.integers(0, 90),
)
offers = st.lists(_any_offer | _likely_offer, max_size=8, unique_by=lambda offer: offer.buddy_id)
weights = st.fixed_dictionaries({rule.key: st.integers(0, 100) for rule in RULES}).filter(
    lambda found: any(found.values())
)
