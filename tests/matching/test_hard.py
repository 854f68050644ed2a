"""What must hold before a buddy is considered at all."""

from dataclasses import replace

import pytest

from matching.hard import broken
from matching.people import Contact, Need, Offer
from matching.topics import around
from tests.matching.people import GRAPH, HEILOO, NEED, OFFER, UITGEEST

AT_HOME = replace(NEED, contact_modes=frozenset({Contact.HOME}))


def test_a_buddy_who_fits_in_every_way_breaks_nothing() -> None:
    assert broken(NEED, OFFER) == ()


@pytest.mark.parametrize(
    ("need", "offer", "key"),
    [
        (NEED, replace(OFFER, paused=True), "paused"),
        (NEED, replace(OFFER, resting=True), "resting"),
        (NEED, replace(OFFER, load=2), "full"),
        (NEED, replace(OFFER, max_load=0), "full"),
        (NEED, replace(OFFER, trained=False), "untrained"),
        (NEED, replace(OFFER, certificate_valid=False), "certificate"),
        (replace(NEED, refused_buddies=frozenset({1})), OFFER, "refused"),
        (replace(NEED, consented=False), OFFER, "consent"),
        (replace(NEED, earlier_buddies=frozenset({1})), OFFER, "earlier"),
        (replace(NEED, acquainted_buddies=frozenset({1})), OFFER, "acquainted"),
        (replace(NEED, vetoed_buddies=frozenset({1})), OFFER, "veto"),
        (NEED, replace(OFFER, sectors=frozenset({"vo"})), "sector"),
        (NEED, replace(OFFER, municipalities=frozenset({HEILOO.municipality})), "elsewhere"),
        (NEED, replace(OFFER, topics=frozenset({"E1"})), "topic"),
        (NEED, replace(OFFER, topics=frozenset()), "topic"),
        (NEED, replace(OFFER, languages=frozenset({"ar"})), "language"),
        (NEED, replace(OFFER, contact_modes=frozenset({Contact.ONLINE})), "contact"),
        (NEED, replace(OFFER, contact_modes=frozenset()), "contact"),
        (AT_HOME, replace(OFFER, travel_km=0), "too_far"),
        (AT_HOME, replace(OFFER, place=UITGEEST, travel_km=11), "too_far"),
    ],
)
def test_one_obstacle_is_named_alone(need: Need, offer: Offer, key: str) -> None:
    assert broken(need, offer) == (key,)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        (replace(NEED, languages=frozenset()), replace(OFFER, languages=frozenset())),
        (replace(NEED, contact_modes=frozenset()), OFFER),
        (replace(NEED, topics={}), replace(OFFER, topics=frozenset())),
        (NEED, replace(OFFER, place=UITGEEST, travel_km=0)),
        (AT_HOME, replace(OFFER, place=HEILOO, travel_km=4)),
        (replace(AT_HOME, place=None), OFFER),
        (NEED, replace(OFFER, topics=frozenset({"F3"}))),
        (replace(NEED, topics=around(GRAPH, {"F1", "E1"})), OFFER),
    ],
    ids=[
        "any language",
        "any contact",
        "any topic",
        "far but phone",
        "within reach",
        "place unknown",
        "group",
        "one of two",
    ],
)
def test_what_was_not_asked_or_can_still_be_done_stands_in_nobodys_way(need: Need, offer: Offer) -> None:
    assert broken(need, offer) == ()


def test_every_obstacle_is_named_in_the_order_of_the_rules() -> None:
    offer = replace(OFFER, certificate_valid=False, paused=True, languages=frozenset())

    assert broken(NEED, offer) == ("paused", "certificate", "language")
