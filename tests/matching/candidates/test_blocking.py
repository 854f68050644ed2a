"""What stands in the way, said by columns as by the rules themselves."""

from hypothesis import given, settings

from matching.candidates import blocking
from matching.candidates.judging import rules_for
from matching.candidates.reading import columns
from matching.near_misses import near_misses
from matching.people import Need, Offer
from matching.rank import rank
from tests.matching.candidates.people import some_needs
from tests.matching.people import offers, weights


@settings(deadline=None)  # compiled once
@given(some_needs, offers, weights)
def test_what_stands_in_the_way_is_what_the_ranking_says(
    asking: list[Need], offers: list[Offer], weights: dict[str, int]
) -> None:
    people = columns(asking, sorted(offers, key=lambda one: one.buddy_id))
    rules = rules_for(people, weights)

    found = [tuple(blocking.refused(people, rules, at)) for at in range(len(asking))]

    assert found == [rank(need, offers, weights).refused for need in asking]


@settings(deadline=None)
@given(some_needs, offers, weights)
def test_near_misses_are_those_that_are_found_one_by_one(
    asking: list[Need], offers: list[Offer], weights: dict[str, int]
) -> None:
    people = columns(asking, offers)
    rules = rules_for(people, weights)

    found = [blocking.near_misses(people, rules, at) for at in range(len(asking))]

    assert found == [near_misses(one, offers, rank(one, offers, weights).refused, weights) for one in asking]
