"""Pairs beside chance: the exact test of Fisher, corrected for all pairs, with the least favourable numbers."""

from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.disclosure import Sum, exact, protect, total
from trends.together import at_least, ties


@given(st.integers(1, 40), st.data())
def test_the_chance_is_that_of_drawing_without_putting_back(everything: int, data: st.DataObject) -> None:
    one, other = data.draw(st.integers(0, everything)), data.draw(st.integers(0, everything))
    both = data.draw(st.integers(0, min(one, other)))

    counted = sum(comb(one, k) * comb(everything - one, other - k) for k in range(both, min(one, other) + 1))

    assert at_least(both, one, other, everything) == pytest.approx(counted / comb(everything, other), rel=1e-9)


@pytest.mark.parametrize(
    ("both", "one", "other", "everything", "said"),
    [
        (2_600, 25_000, 10_000, 100_000, 0.0078799504334208688),
        (150, 25_000, 10_000, 2_000_000, 0.015421600596202265),
        (25_300, 500_000, 500_000, 10_000_000, 0.023227201873249535),
        (24_900, 500_000, 500_000, 10_000_000, 0.74811665915574421),
    ],
)
def test_the_chance_in_a_whole_country_is_as_r_says(
    both: int, one: int, other: int, everything: int, said: float
) -> None:
    """By phyper of R 4.2."""
    assert at_least(both, one, other, everything) == pytest.approx(said, rel=1e-6)


def test_two_topics_that_always_come_together_do_so_more_than_by_chance() -> None:
    found = ties({("A", "B"): exact(20)}, {"A": exact(20), "B": exact(20)}, exact(100))["A", "B"]

    assert (found.lift, found.surely) == (5.0, True)


def test_fewer_than_ten_questions_are_never_enough() -> None:
    found = ties({("A", "B"): exact(9)}, {"A": exact(9), "B": exact(9)}, exact(1000))["A", "B"]

    assert (found.q < 0.001, found.surely) == (True, False)


def test_what_comes_together_less_than_by_chance_is_never_more() -> None:
    found = ties({("A", "B"): exact(10)}, {"A": exact(60), "B": exact(60)}, exact(100))["A", "B"]

    assert found.lift == pytest.approx(10 * 100 / 3600)
    assert not found.surely


def test_a_hidden_number_gives_no_factor_and_no_certainty() -> None:
    found = ties({("A", "B"): total([protect(3)])}, {"A": exact(20), "B": exact(20)}, exact(100))["A", "B"]

    assert (found.lift, found.surely) == (None, False)


def test_published_numbers_are_never_surer_than_exact_ones() -> None:
    rounded = Sum(18, 22, 20)
    published = ties({("A", "B"): rounded}, {"A": rounded, "B": rounded}, Sum(95, 105, 100))["A", "B"]
    known = ties({("A", "B"): exact(20)}, {"A": exact(20), "B": exact(20)}, exact(100))["A", "B"]

    assert published.p > known.p


def test_many_pairs_make_each_of_them_less_sure() -> None:
    names = "ABCDEFGH"
    each = dict.fromkeys(names, exact(30))
    one = ties({("A", "B"): exact(14)}, each, exact(100))["A", "B"]
    among = ties({pair: exact(14 if pair == ("A", "B") else 5) for pair in combinations(names, 2)}, each, exact(100))

    assert among["A", "B"].q > one.q
