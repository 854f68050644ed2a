"""Wilson's interval beside statsmodels, and what it promises for any share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.intervals import Interval
from trends.shares import Share, wilson

# (part, whole, *proportion_confint(part, whole, 0.05, method="wilson")) of statsmodels 0.15
WILSON = [
    (0, 10, 0.0, 0.27753279986288926),
    (1, 5, 0.036224108632430196, 0.6244653702374748),
    (21, 27, 0.5924307113336742, 0.8939276054763996),
    (27, 27, 0.875444970258133, 1.0),
    (4, 4, 0.5101091635454025, 1.0),
    (81, 263, 0.2552885198782742, 0.36620957698280004),
    (1, 1000, 0.00017654637062607765, 0.005642558597957937),
]
SHARES = st.integers(1, 300).flatmap(lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole)))


@pytest.mark.parametrize(("part", "whole", "low", "high"), WILSON)
def test_the_interval_of_a_share_equals_the_table(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(Share(part, whole))

    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-12, abs=1e-15)


@given(SHARES)
def test_a_share_lies_within_its_interval_and_that_within_nothing_and_all(share: Share) -> None:
    found = wilson(share)

    assert 0 <= found.low <= share.value <= found.high <= 1


@given(SHARES)
def test_who_is_in_and_who_is_not_mirror_each_other(share: Share) -> None:
    there, back = wilson(share), wilson(Share(share.whole - share.part, share.whole))

    assert (there.low, there.high) == pytest.approx((1 - back.high, 1 - back.low), abs=1e-12)


def test_of_nothing_anything_may_be_true() -> None:
    assert wilson(Share(0, 0)) == Interval(0, 1)


def test_four_are_too_few_to_speak_of_a_share() -> None:
    assert [Share(2, whole).enough for whole in (4, 5)] == [False, True]


def test_a_part_larger_than_the_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="between nothing and the whole"):
        wilson(Share(3, 2))
