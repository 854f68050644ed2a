"""The columns say what `rank` says, for whoever comes and with whatever weights."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings

from matching.candidates.aspects import ASPECTS, NAMED, RECKONED_HARD, RECKONED_SOFT
from matching.candidates.finding import AT_ONCE, candidates
from matching.candidates.reading import columns
from matching.hard import HARD_RULES
from matching.people import Need, Offer
from matching.rank import rank
from matching.rules import RULES
from tests.matching.candidates.people import some_needs
from tests.matching.people import ALKMAAR, NEED, OFFER, offers, weights


def shortlists(asking: Sequence[Need], offers: Sequence[Offer], weights: Mapping[str, int]) -> list[dict[int, int]]:
    found = candidates(columns(asking, offers), weights)
    return [
        {offers[found.buddy[at]].buddy_id: int(found.quality[at]) for at in range(found.start[n], found.start[n + 1])}
        for n in range(len(asking))
    ]


def ranked(asking: Sequence[Need], offers: Sequence[Offer], weights: Mapping[str, int]) -> list[dict[int, int]]:
    return [{one.buddy_id: one.score for one in rank(need, offers, weights).shortlist} for need in asking]


@settings(deadline=None)  # compiled once
@given(some_needs, offers, weights)
def test_the_pairs_and_their_scores_are_those_of_the_ranking(
    asking: list[Need], offers: list[Offer], weights: dict[str, int]
) -> None:
    assert shortlists(asking, offers, weights) == ranked(asking, offers, weights)


def test_every_rule_has_a_form_in_columns() -> None:
    hard = [*chain.from_iterable(aspect.hard for aspect in ASPECTS), *NAMED, *RECKONED_HARD]
    soft = [*chain.from_iterable(aspect.soft for aspect in ASPECTS), *RECKONED_SOFT]

    assert (sorted(hard), sorted(soft)) == (
        sorted(rule.key for rule in HARD_RULES),
        sorted(rule.key for rule in RULES),
    )


def test_only_the_aspects_in_front_have_hard_rules() -> None:
    assert [bool(one.hard) for one in ASPECTS] == sorted((bool(one.hard) for one in ASPECTS), reverse=True)


def test_more_pairs_than_are_looked_at_at_once() -> None:
    buddies = [replace(OFFER, buddy_id=number, load=number % 2) for number in range(1, 301)]
    asking = [
        replace(NEED, request_id=number, place=(None, ALKMAAR)[number % 2]) for number in range(2 * AT_ONCE // 300)
    ]

    found = candidates(columns(asking, buddies), {})

    scores = [one[number] for one in ranked(asking[:2], buddies, {}) for number in range(1, 301)]
    assert list(found.buddy) == list(range(300)) * len(asking)
    assert list(found.quality) == (scores * len(asking))[: 300 * len(asking)]


def test_nobody_asks_and_nobody_offers() -> None:
    assert (shortlists([], [], {}), shortlists([], [OFFER], {}), shortlists([NEED], [], {})) == ([], [], [{}])


@pytest.mark.parametrize("weights", [{"unknown": 1}, {"topic": -1}, {rule.key: 0 for rule in RULES}])
def test_weights_that_say_nothing_are_refused_as_by_the_ranking(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError) as by_ranking:
        rank(NEED, [OFFER], weights)
    with pytest.raises(ValueError) as by_columns:
        candidates(columns([NEED], [OFFER]), weights)

    assert str(by_columns.value) == str(by_ranking.value)
