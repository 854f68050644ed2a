"""A buddy for every parent at once: what must hold whoever comes, and what staff decide."""

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from matching.everybody import KEEP_BONUS, Asker, Crowd, solve
from matching.hard import broken
from matching.people import Offer
from tests.matching.crowds import asker, crowd, crowds, need, offer
from tests.matching.people import DEFAULTS, HEILOO, NEED, offers


def given_to(crowd: Crowd) -> dict[int, int]:
    return {request_id: one.buddy_id for request_id, one in solve(crowd).outcome.pairs.items()}


@given(crowds)
def test_nobody_gets_a_buddy_against_a_hard_rule_or_against_the_will_of_staff(people: Crowd) -> None:
    pairs = given_to(people)

    assert [broken(people.asker[one].need, people.offer[other]) for one, other in pairs.items()] == [()] * len(pairs)
    assert [pair for pair in pairs.items() if pair in people.forbidden and pair not in people.pins.items()] == []


@given(crowds)
def test_no_buddy_gets_more_than_they_can_take(people: Crowd) -> None:
    taken = Counter(given_to(people).values())

    assert [one.buddy_id for one in people.offers if one.load + taken[one.buddy_id] > max(one.max_load, one.load)] == []


@given(crowds)
def test_a_pin_is_honoured_or_refused_with_the_rule_in_the_way(people: Crowd) -> None:
    outcome = solve(people).outcome

    asked = {one: buddy for one, buddy in people.pins.items() if one in people.asker}
    honoured = {one: buddy for one, buddy in asked.items() if one not in outcome.refused_pins}
    assert {one: outcome.pairs[one].buddy_id for one in honoured} == honoured
    assert all(keys or asked[one] not in people.offer for one, keys in outcome.refused_pins.items())


@given(crowds, st.randoms())
def test_the_order_of_the_rows_changes_nothing(people: Crowd, random: Random) -> None:
    askers, some = list(people.askers), list(people.offers)
    random.shuffle(askers)
    random.shuffle(some)

    shuffled = solve(replace(people, askers=tuple(askers), offers=tuple(some))).outcome

    assert shuffled == solve(people).outcome


@given(crowds, offers)
def test_one_buddy_more_never_serves_fewer_parents(people: Crowd, more: list[Offer]) -> None:
    known = {one.buddy_id for one in people.offers} | set(people.pins.values())
    new = tuple(one for one in more if one.buddy_id not in known)[:1]

    assert len(given_to(replace(people, offers=(*people.offers, *new)))) >= len(given_to(people))


@given(crowds)
def test_every_parent_is_in_the_plan_or_among_those_without(people: Crowd) -> None:
    outcome = solve(people).outcome

    assert sorted([*outcome.pairs, *outcome.unmatched]) == sorted(people.asker)


def test_who_waits_longest_gets_the_only_buddy() -> None:
    assert given_to(crowd(asker(1, weeks=2), asker(2, weeks=3), offer(7))) == {2: 7}


def test_who_needs_it_sooner_goes_before_who_waits_longer() -> None:
    assert given_to(crowd(asker(1, weeks=2, urgency=1), asker(2, weeks=7), offer(7))) == {1: 7}


def test_after_half_a_year_waiting_longer_makes_no_difference() -> None:
    assert asker(1, weeks=26).priority == asker(1, weeks=80).priority


def test_a_pair_that_was_prepared_stays_when_another_is_only_a_little_better() -> None:
    near, far = offer(7), offer(8, place=HEILOO)
    people = crowd(asker(1), near, far, weights=DEFAULTS)

    assert (given_to(people), given_to(replace(people, kept={1: 8}))) == ({1: 7}, {1: 8})


def test_a_pair_that_was_prepared_goes_when_it_would_leave_another_parent_alone() -> None:
    both = asker(1)
    only_seven = Asker(replace(need(2), refused_buddies=frozenset({8})))
    people = crowd(both, only_seven, offer(7), offer(8), kept={1: 7})

    assert given_to(people) == {1: 8, 2: 7}


def test_the_bonus_of_a_prepared_pair_is_not_in_its_score() -> None:
    solved = solve(crowd(asker(1), offer(7), kept={1: 7}))

    assert solved.best.quality - solved.outcome.pairs[1].score == KEEP_BONUS


def test_two_pins_on_the_last_place_go_to_who_goes_first() -> None:
    outcome = solve(crowd(asker(1), asker(2, weeks=4), offer(7), pins={1: 7, 2: 7})).outcome

    assert (outcome.pairs[2].buddy_id, outcome.refused_pins) == (7, {1: ("full",)})


def test_a_pin_takes_its_place_away_from_who_waits_longer() -> None:
    assert given_to(crowd(asker(1), asker(2, weeks=4), offer(7), pins={1: 7})) == {1: 7}


def test_a_pin_on_somebody_who_is_gone_is_refused() -> None:
    outcome = solve(crowd(asker(1), offer(7), pins={1: 9})).outcome

    assert (outcome.pairs[1].buddy_id, outcome.refused_pins) == (7, {1: ()})


def test_a_forbidden_pair_breaks_the_rule_of_the_veto() -> None:
    solved = solve(crowd(asker(1), offer(7), forbidden=frozenset({(1, 7)})))

    assert solved.rankings[1].refused == ((7, ("veto",)),)


def test_the_proof_is_in_the_outcome() -> None:
    outcome = solve(crowd(asker(1), asker(2), offer(7))).outcome

    assert outcome.primal == outcome.dual > 0


def test_nobody_asks_and_nobody_offers() -> None:
    assert given_to(Crowd((), ())) == {}
    assert given_to(Crowd((Asker(NEED),), ())) == {}
