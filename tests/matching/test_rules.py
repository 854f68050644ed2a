"""How well a buddy fits, rule by rule."""

from dataclasses import replace

import pytest
from hypothesis import given

from matching.people import Contact, Daypart, Need, Offer
from matching.rules import RULES, RULES_BY_KEY
from matching.topics import around
from tests.matching.people import ALKMAAR, GRAPH, HEILOO, NEED, OFFER, TUESDAY_EVENING, UITGEEST, needs, offers

PHONE = frozenset({Contact.PHONE})


def value(rule: str, need: Need, offer: Offer) -> float | None:
    finding = RULES_BY_KEY[rule].judge(need, offer)
    return None if finding is None else round(finding.value, 2)


@pytest.mark.parametrize(
    ("asked", "lived", "expected"),
    [
        ({"F1"}, {"F1"}, 1.0),
        ({"F1"}, {"F2"}, 0.5),
        ({"F1"}, {"F3", "F2"}, 0.5),
        ({"F1", "E1"}, {"F1"}, 0.5),
        ({"F1", "E1"}, {"F2", "E1"}, 0.75),
        ({"F1"}, {"E1"}, 0.0),
        (set(), {"F1"}, None),
    ],
)
def test_the_nearest_experience_counts_for_each_topic_asked(
    asked: set[str], lived: set[str], expected: float | None
) -> None:
    need = replace(NEED, topics=around(GRAPH, asked))

    assert value("topic", need, replace(OFFER, topics=frozenset(lived))) == expected


@pytest.mark.parametrize(("asked", "expected"), [("po", 1.0), ("vo", 0.0), (None, None)])
def test_the_sector_counts_when_it_was_told(asked: str | None, expected: float | None) -> None:
    assert value("sector", replace(NEED, sector=asked), OFFER) == expected


def test_distance_is_measured_between_the_centres_of_municipalities() -> None:
    assert (ALKMAAR.km_to(ALKMAAR), ALKMAAR.km_to(HEILOO), UITGEEST.km_to(ALKMAAR)) == (0.0, 3.9, 11.7)


@pytest.mark.parametrize(
    ("need", "offer", "expected"),
    [
        (NEED, OFFER, 1.0),
        (NEED, replace(OFFER, place=UITGEEST), 0.53),
        (NEED, replace(OFFER, place=UITGEEST, travel_km=5), None),
        (NEED, replace(OFFER, place=UITGEEST, contact_modes=PHONE), None),
        (NEED, replace(OFFER, place=None), None),
        (replace(NEED, avoid_own_municipality=True), OFFER, 0.0),
        (replace(NEED, avoid_own_municipality=True), replace(OFFER, contact_modes=PHONE), 0.0),
        (replace(NEED, avoid_own_municipality=True), replace(OFFER, place=UITGEEST), 0.53),
        (replace(NEED, avoid_own_municipality=True), replace(OFFER, place=HEILOO, contact_modes=PHONE), 1.0),
    ],
)
def test_distance_counts_for_who_will_meet_and_the_own_village_for_who_avoids_it(
    need: Need, offer: Offer, expected: float | None
) -> None:
    assert value("nearby", need, offer) == expected


@pytest.mark.parametrize(
    ("asked", "free", "expected"),
    [(2, 2, 1.0), (5, 2, 1.0), (5, 1, 0.5), (1, 1, 1.0), (3, 0, 0.0), (0, 2, None)],
)
def test_one_moment_and_a_second_choice_are_enough(asked: int, free: int, expected: float | None) -> None:
    evenings = [(weekday, Daypart.EVENING) for weekday in range(7)]
    need = replace(NEED, moments=frozenset(evenings[:asked]))

    assert value("moments", need, replace(OFFER, moments=frozenset(evenings[:free]))) == expected


@pytest.mark.parametrize(
    ("asked", "offered", "expected"),
    [("listening", "listening", 1.0), ("listening", "coach", 0.0), ("listening", None, None), (None, "coach", None)],
)
def test_the_style_counts_when_both_told(asked: str | None, offered: str | None, expected: float | None) -> None:
    assert value("style", replace(NEED, style=asked), replace(OFFER, style=offered)) == expected


@pytest.mark.parametrize(("load", "max_load", "expected"), [(0, 2, 1.0), (1, 2, 0.5), (3, 2, 0.0), (0, 0, 0.0)])
def test_who_has_fewer_matches_goes_first(load: int, max_load: int, expected: float) -> None:
    assert value("load", NEED, replace(OFFER, load=load, max_load=max_load)) == expected


@pytest.mark.parametrize(("days", "expected"), [(None, 1.0), (0, 0.0), (15, 0.5), (30, 1.0), (400, 1.0)])
def test_rest_grows_in_a_month(days: int | None, expected: float) -> None:
    assert value("rest", NEED, replace(OFFER, days_since_last_match=days)) == expected


@given(needs, offers)
def test_every_value_lies_between_0_and_1(need: Need, some: list[Offer]) -> None:
    findings = [rule.judge(need, offer) for rule in RULES for offer in some]

    assert [finding for finding in findings if finding and not 0 <= finding.value <= 1] == []


def test_shared_moments_are_in_the_order_of_the_week() -> None:
    week = frozenset({TUESDAY_EVENING, (1, Daypart.MORNING), (0, Daypart.AFTERNOON)})

    finding = RULES_BY_KEY["moments"].judge(replace(NEED, moments=week), replace(OFFER, moments=week))

    assert finding is not None
    assert finding.facts == {"shared": [[0, "afternoon"], [1, "morning"], [1, "evening"]]}
