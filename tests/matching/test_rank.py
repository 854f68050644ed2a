"""The best first: the same for any order, never a broken rule, and a score that its parts explain."""

import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matching.hard import broken
from matching.people import Need, Offer
from matching.rank import FULL_SCORE, as_json, from_json, rank, shares
from matching.rules import RULES
from tests.matching.people import DEFAULTS, NEED, OFFER, needs, offers, weights

weighted_values = st.lists(st.tuples(st.integers(1, 100), st.integers(0, FULL_SCORE)), min_size=1, max_size=8)


def test_a_buddy_who_fits_in_every_way_gets_the_full_score() -> None:
    assert [(scored.buddy_id, scored.score) for scored in rank(NEED, [OFFER], DEFAULTS).shortlist] == [(1, 1000)]


def test_better_experience_outranks_a_free_place() -> None:
    lived_it = replace(OFFER, buddy_id=1, load=1)
    lived_something_like_it = replace(OFFER, buddy_id=2, topics=frozenset({"F2"}))

    ranking = rank(NEED, [lived_something_like_it, lived_it], DEFAULTS)

    assert [(scored.buddy_id, scored.score) for scored in ranking.shortlist] == [(1, 972), (2, 806)]


def test_weights_decide_what_matters_most() -> None:
    lived_it = replace(OFFER, buddy_id=1, load=1)
    lived_something_like_it = replace(OFFER, buddy_id=2, topics=frozenset({"F2"}))

    ranking = rank(NEED, [lived_it, lived_something_like_it], DEFAULTS | {"load": 100})

    assert [scored.buddy_id for scored in ranking.shortlist] == [2, 1]


def test_ties_go_to_the_lower_load_then_the_lower_id() -> None:
    some = [replace(OFFER, buddy_id=3), replace(OFFER, buddy_id=1, load=1), replace(OFFER, buddy_id=2)]

    ranking = rank(NEED, some, DEFAULTS | {"load": 0})

    assert [(scored.buddy_id, scored.score) for scored in ranking.shortlist] == [(2, 1000), (3, 1000), (1, 1000)]


def test_who_cannot_be_asked_is_listed_with_every_reason() -> None:
    some = [replace(OFFER, buddy_id=5, paused=True, load=2), replace(OFFER, buddy_id=4, trained=False)]

    ranking = rank(NEED, some, DEFAULTS)

    assert (ranking.shortlist, ranking.refused) == ((), ((4, ("untrained",)), (5, ("paused", "full"))))


def test_a_rule_that_was_not_weighed_keeps_its_own_weight() -> None:
    assert rank(NEED, [OFFER], {}) == rank(NEED, [OFFER], DEFAULTS)


def test_a_rule_with_weight_zero_leaves_no_part() -> None:
    (scored,) = rank(NEED, [OFFER], DEFAULTS | {"style": 0}).shortlist

    assert [part.rule for part in scored.parts] == [
        "topic",
        "phase",
        "sector",
        "age_band",
        "nearby",
        "moments",
        "load",
        "rest",
    ]


def test_when_no_rule_that_counts_has_a_say_the_score_is_zero() -> None:
    only_style = {rule.key: 0 for rule in RULES} | {"style": 5}

    (scored,) = rank(replace(NEED, style=None), [OFFER], only_style).shortlist

    assert (scored.score, scored.parts) == (0, ())


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"charm": 3}, "there is no matching rule 'charm'"),
        ({"topic": -1}, "the weight of matching rule 'topic' is below zero"),
        ({rule.key: 0 for rule in RULES}, "all weights of the matching rules are zero"),
    ],
)
def test_weights_that_mean_nothing_are_refused_by_name(wrong: Mapping[str, int], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        rank(NEED, [OFFER], wrong)


@given(needs, offers, weights, st.randoms(use_true_random=False))
def test_the_order_of_buddies_changes_nothing(
    need: Need, some: list[Offer], weighed: dict[str, int], random: Random
) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)

    assert rank(need, shuffled, weighed) == rank(need, some, weighed)


@given(needs, offers, weights)
def test_everybody_is_either_on_the_shortlist_without_or_refused_with_a_broken_rule(
    need: Need, some: list[Offer], weighed: dict[str, int]
) -> None:
    ranking = rank(need, some, weighed)

    listed = {scored.buddy_id: () for scored in ranking.shortlist} | dict(ranking.refused)
    assert listed == {offer.buddy_id: broken(need, offer) for offer in some}


@given(needs, offers, weights)
def test_scores_fall_down_the_list_and_stay_between_0_and_1000(
    need: Need, some: list[Offer], weighed: dict[str, int]
) -> None:
    scores = [FULL_SCORE, *(scored.score for scored in rank(need, some, weighed).shortlist), 0]

    assert all(better >= worse for better, worse in pairwise(scores))


@given(needs, offers, weights)
def test_a_score_survives_storage_as_text(need: Need, some: list[Offer], weighed: dict[str, int]) -> None:
    shortlist = rank(need, some, weighed).shortlist

    assert tuple(from_json(json.loads(json.dumps(as_json(scored)))) for scored in shortlist) == shortlist


@given(weighted_values)
def test_the_points_of_the_parts_add_up_to_the_score(weighted: list[tuple[int, int]]) -> None:
    mean, points = shares(weighted)

    assert sum(points) == mean


@given(weighted_values)
def test_each_part_gets_its_fair_share_to_within_a_point(weighted: list[tuple[int, int]]) -> None:
    whole = sum(weight for weight, _value in weighted)

    _mean, points = shares(weighted)

    exact = [weight * value / whole for weight, value in weighted]
    assert all(abs(point - share) <= 1 for point, share in zip(points, exact, strict=True))


@given(weighted_values, st.data())
def test_a_better_value_never_lowers_the_score(weighted: list[tuple[int, int]], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(weighted) - 1))
    weight, value = weighted[place]
    raised = [*weighted[:place], (weight, data.draw(st.integers(value, FULL_SCORE))), *weighted[place + 1 :]]

    assert shares(raised)[0] >= shares(weighted)[0]


@given(needs, offers, weights)
def test_a_buddy_who_becomes_free_never_drops_on_the_list(
    need: Need, some: list[Offer], weighed: dict[str, int]
) -> None:
    before = [scored.buddy_id for scored in rank(need, some, weighed).shortlist]
    assume(before)
    freed = [replace(offer, load=0) if offer.buddy_id == before[-1] else offer for offer in some]

    after = [scored.buddy_id for scored in rank(need, freed, weighed).shortlist]

    assert after.index(before[-1]) <= before.index(before[-1])
