"""Other buddies for one parent in a plan, with what each would cost."""

from hypothesis import given

from matching.everybody import Crowd, solve
from matching.insist import Choices, choices, loose
from tests.matching.crowds import asker, crowd, crowds, offer
from tests.matching.people import HEILOO


def costs(found: Choices) -> list[tuple[int, bool, int | None]]:
    return [(one.scored.buddy_id, one.chosen, one.loss.served if one.loss else None) for one in found.best]


def test_the_best_fit_comes_first_and_each_says_what_it_costs() -> None:
    people = crowd(asker(1, weeks=1), asker(2, refused_buddies=frozenset({8})), offer(7), offer(8, place=HEILOO))

    assert costs(choices(solve(people), 1)) == [(7, False, 1), (8, True, 0)]


def test_a_pin_of_this_parent_is_left_out_of_account() -> None:
    people = crowd(asker(1), offer(7), offer(8, place=HEILOO), pins={1: 8})

    assert costs(choices(solve(people), 1)) == [(7, True, 0), (8, False, 0)]


def test_who_can_not_be_asked_comes_with_the_rules_in_the_way() -> None:
    found = choices(solve(crowd(asker(1), offer(7), offer(8, paused=True), forbidden=frozenset({(1, 7)}))), 1)

    assert (found.best, found.refused) == ((), ((7, ("veto",)), (8, ("paused",))))


def test_only_the_first_are_reckoned_and_the_others_counted() -> None:
    found = choices(solve(crowd(asker(1), *(offer(number) for number in range(10, 20)))), 1)

    assert (len(found.best), found.more) == (6, 4)


@given(crowds)
def test_who_stands_in_the_plan_costs_nothing(people: Crowd) -> None:
    for asked in people.askers:
        request_id = asked.need.request_id
        found = choices(solve(people), request_id)
        losses = [one.loss for one in found.best if one.chosen]

        assert [(one.served, one.priority, one.quality, dict(one.moved)) for one in losses if one] == [
            (0, 0, 0, {})
        ] * len(losses)


@given(crowds)
def test_without_pins_the_loose_plan_is_the_plan(people: Crowd) -> None:
    for asked in people.askers:
        if asked.need.request_id not in people.pins:
            assert loose(people, asked.need.request_id).outcome == solve(people).outcome
