"""What is asked beside what there is: places, waiting, and nothing said when there is too little to say it from."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matching.coverage import Ask, by_group, by_place, by_topic, can_meet_in, expected_wait, free_places
from matching.people import Contact, Offer
from tests.matching.people import ALKMAAR, HEILOO, OFFER, UITGEEST

TODAY = date(2026, 11, 24)


def ask(days_ago: int, waited: int | None = None, topic: str = "F1", place: str = "GM0361") -> Ask:
    since = TODAY - timedelta(days=days_ago)
    return Ask(frozenset({topic}), place, since, None if waited is None else since + timedelta(days=waited))


def test_a_topic_with_its_demand_its_places_and_its_gap() -> None:
    asks = [ask(3), ask(10), ask(40), ask(200, waited=5), ask(10, topic="E1")]

    (found,) = by_topic(asks, [replace(OFFER, load=1), replace(OFFER, load=2)], ["F1"], today=TODAY)

    assert (found.open, found.buddies, found.free, found.gap, found.longest) == (3, 1, 1, 2, 40)


def test_requests_are_counted_by_quarter_with_the_last_one_last() -> None:
    asks = [ask(0), ask(90), ask(91, waited=1), ask(363, waited=1), ask(364, waited=1)]

    (found,) = by_topic(asks, [], ["F1"], today=TODAY)

    assert found.asked == (1, 0, 1, 2)


@pytest.mark.parametrize(
    "offer",
    [
        replace(OFFER, paused=True),
        replace(OFFER, resting=True),
        replace(OFFER, trained=False),
        replace(OFFER, certificate_valid=False),
        replace(OFFER, load=2),
        replace(OFFER, load=3),
    ],
)
def test_who_may_not_be_asked_or_is_full_has_no_place(offer: Offer) -> None:
    assert free_places(offer) == 0


def test_who_asks_two_topics_of_a_group_counts_once_in_that_group() -> None:
    both = replace(ask(3), topics=frozenset({"F1", "F2"}))
    buddy = replace(OFFER, topics=frozenset({"F1", "F6"}))

    (found,) = by_group([both], [buddy], lambda code: code[0], ["F"], today=TODAY)

    assert (found.open, found.free) == (1, 2)


def test_a_place_is_served_by_who_can_come_there() -> None:
    asks = [ask(3), ask(3, place="GM0450")]
    near = replace(OFFER, place=HEILOO, travel_km=5)

    found = by_place(asks, [near], [ALKMAAR, UITGEEST], today=TODAY)

    assert [(one.open, one.free) for one in found] == [(1, 2), (1, 0)]


@pytest.mark.parametrize(
    ("offer", "comes"),
    [
        (OFFER, True),
        (replace(OFFER, travel_km=0), False),
        (replace(OFFER, contact_modes=frozenset({Contact.PHONE})), False),
        (replace(OFFER, municipalities=frozenset({"GM0399"})), False),
        (replace(OFFER, place=None), True),
    ],
)
def test_who_only_phones_or_helps_elsewhere_does_not_come(offer: Offer, comes: bool) -> None:
    assert can_meet_in(ALKMAAR, offer) is comes


def test_the_expected_wait_is_all_the_waiting_of_a_year_by_all_who_asked() -> None:
    asks = [ask(300, waited=10), ask(200, waited=20), ask(100, waited=30), ask(50, waited=0), ask(40)]

    assert expected_wait(asks, today=TODAY).days == 20


def test_waiting_before_the_year_counts_only_within_it() -> None:
    asks = [ask(400, waited=46), *(ask(n, waited=0) for n in range(1, 6))]

    assert expected_wait(asks, today=TODAY).days == 2


def test_four_requests_in_a_year_are_too_few_to_say_how_long() -> None:
    found = expected_wait([ask(n, waited=3) for n in range(1, 5)], today=TODAY)

    assert (found.days, found.asked) == (None, 4)
