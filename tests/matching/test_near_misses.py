"""Why a parent has nobody, and what would help."""

from dataclasses import replace

from hypothesis import given

from matching.everybody import Crowd, solve
from matching.hard import HARD_RULES
from matching.near_misses import CHANGES, STAGES, explain
from matching.people import Contact
from matching.plan_words import HELPS, what_helps, why_nobody
from tests.matching.crowds import asker, crowd, crowds, offer
from tests.matching.people import UITGEEST

HOME, PHONE = frozenset({Contact.HOME}), frozenset({Contact.PHONE})


def test_every_hard_rule_belongs_to_one_stage_and_each_change_has_its_words() -> None:
    assert sorted(rule for rules in STAGES.values() for rule in rules) == sorted(rule.key for rule in HARD_RULES)
    assert set(HELPS) == set(CHANGES)


@given(crowds)
def test_the_stages_only_ever_lose_buddies_and_end_with_those_who_fit(people: Crowd) -> None:
    solved = solve(people)
    for request_id in solved.outcome.unmatched:
        left = [len(people.offers), *(step.left for step in explain(solved, request_id).steps)]

        assert left == sorted(left, reverse=True)
        assert left[-1] == explain(solved, request_id).fitting


def test_who_knows_the_subject_but_has_no_place_is_counted_until_there() -> None:
    solved = solve(crowd(asker(1), offer(7, load=1), offer(8, topics=frozenset({"E1"}))))

    found = explain(solved, 1)

    assert [step.left for step in found.steps] == [1, 1, 1, 1, 0]
    assert (found.missing, why_nobody(found)) == ("capacity", "Wie past, heeft geen plek meer.")


def test_who_fits_is_needed_for_a_parent_who_waits_longer() -> None:
    found = explain(solve(crowd(asker(1, weeks=1), asker(2, weeks=5), offer(7))), 1)

    assert why_nobody(found) == "Er past 1 buddy, maar die is nodig voor een ouder die niet later aan de beurt is."


def test_another_way_of_contact_that_would_do_is_named() -> None:
    far = offer(7, place=UITGEEST, travel_km=5)
    found = explain(solve(crowd(asker(1, contact_modes=HOME), far)), 1)

    assert [what_helps(one, "Anneke") for one in found.near] == ["Als bellen voor de ouder ook goed is, past Anneke."]


def test_a_buddy_who_only_has_to_show_a_certificate_is_a_near_miss() -> None:
    found = explain(solve(crowd(asker(1), offer(7, certificate_valid=False))), 1)

    assert [what_helps(one, "Bart") for one in found.near] == ["Als Bart een geldige VOG laat zien, past Bart."]


def test_two_rules_in_the_way_is_no_near_miss() -> None:
    assert explain(solve(crowd(asker(1), offer(7, certificate_valid=False, paused=True))), 1).near == ()


def test_who_said_no_is_never_a_near_miss() -> None:
    assert explain(solve(crowd(asker(1, refused_buddies=frozenset({7})), offer(7))), 1).near == ()


def test_one_place_more_helps_up_to_the_most_that_anybody_may_carry() -> None:
    two, three = offer(7, max_load=2, load=2), offer(8, max_load=3, load=3)

    found = explain(solve(crowd(asker(1), two, three)), 1)

    assert [(one.buddy_id, one.rule) for one in found.near] == [(7, "full")]


def test_a_change_that_would_take_a_buddy_from_another_parent_is_not_offered() -> None:
    other = asker(2, weeks=9)
    by_phone = offer(7, contact_modes=PHONE)
    people = crowd(
        asker(1, contact_modes=HOME), replace(other, need=replace(other.need, contact_modes=PHONE)), by_phone
    )

    assert explain(solve(people), 1).near == ()


def test_a_place_that_is_pinned_to_another_parent_does_not_help() -> None:
    people = crowd(asker(1, languages=frozenset({"ar"})), asker(2), offer(7), pins={2: 7})

    assert explain(solve(people), 1).near == ()


def test_the_smallest_change_comes_first() -> None:
    found = explain(solve(crowd(asker(1), offer(7, paused=True), offer(8, certificate_valid=False))), 1)

    assert [one.rule for one in found.near] == ["certificate", "paused"]
