"""Who will come: little data says little, much data says what it says."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.showing_up import ShowingUp, Turnout, showing_up

GATHERING = st.integers(1, 60).flatmap(lambda people: st.builds(Turnout, st.just(people), st.integers(0, people)))


def test_nothing_is_known_of_what_never_was() -> None:
    assert showing_up([], [Turnout(10, 8)]) is None


def test_who_never_signed_up_says_nothing() -> None:
    assert showing_up([Turnout(0, 0)], [Turnout(10, 8)]) is None


def test_with_nothing_else_known_it_is_the_plain_share() -> None:
    assert showing_up([Turnout(10, 8)] * 5, []) == ShowingUp(0.8, 5)


@given(st.lists(GATHERING, min_size=1, max_size=30), st.lists(GATHERING, max_size=30))
def test_it_lies_between_its_own_share_and_that_of_all(own: list[Turnout], others: list[Turnout]) -> None:
    every = own + others
    ends = [sum(one.came for one in part) / sum(one.expected for one in part) for part in (own, every)]

    found = showing_up(own, others)

    assert found and min(ends) - 1e-9 <= found.share <= max(ends) + 1e-9


@given(st.lists(GATHERING, min_size=1, max_size=20), st.lists(GATHERING, max_size=20), st.randoms())
def test_the_order_does_not_matter(own: list[Turnout], others: list[Turnout], chance: Random) -> None:
    first = showing_up(own, others)
    chance.shuffle(own)
    chance.shuffle(others)
    second = showing_up(own, others)

    assert first and second and first.share == pytest.approx(second.share)


def test_one_small_evening_moves_it_little_and_thirty_move_it_nearly_all_the_way() -> None:
    others = [Turnout(10, 8), Turnout(10, 7), Turnout(10, 9), Turnout(10, 8)] * 10

    few, many = showing_up([Turnout(3, 0)], others), showing_up([Turnout(10, 3)] * 30, others)

    assert few and many and (few.share > 0.5, many.share < 0.35) == (True, True)


def test_it_comes_nearer_to_the_truth_than_the_plain_share_does() -> None:
    chance = Random(7)
    plain = shrunk = 0.0
    for _ in range(300):
        true = [chance.betavariate(16, 4) for _series in range(12)]
        known = [Turnout(6, sum(chance.random() < share for _person in range(6))) for share in true]
        for at, share in enumerate(true):
            found = showing_up([known[at]], known[:at] + known[at + 1 :])
            assert found
            plain += (known[at].came / 6 - share) ** 2
            shrunk += (found.share - share) ** 2

    assert shrunk < plain / 2
