"""Paired change beside scipy."""

import pytest

from trends.paired import paired, student

FEW = ([2, 3, 1, 4, 2, 3], [4, 3, 3, 5, 1, 4])
MORE = ([1, 2, 3, 2, 2, 4, 3, 1, 2, 3, 2, 5], [3, 3, 4, 4, 2, 5, 4, 2, 2, 5, 3, 5])


# ttest_rel(last, first).confidence_interval(0.95) of scipy 1.17
@pytest.mark.parametrize(
    ("answers", "change", "low", "high"),
    [
        (FEW, 0.8333333333333334, -0.39350435837164055, 2.0601710250383074),
        (MORE, 1.0, 0.5307483871803947, 1.4692516128196051),
    ],
)
def test_the_mean_change_and_its_interval_equal_the_table(
    answers: tuple[list[int], list[int]], change: float, low: float, high: float
) -> None:
    found = paired(zip(*answers, strict=True))

    assert found
    assert found.likely
    assert (found.change, found.likely.low, found.likely.high) == pytest.approx((change, low, high), rel=1e-9)


def test_ups_and_downs_are_counted() -> None:
    found = paired(zip(*FEW, strict=True))

    assert found
    assert (found.n, found.up, found.down) == (6, 4, 1)


# t.ppf(0.975, freedom) of scipy 1.17
@pytest.mark.parametrize(
    ("freedom", "t"),
    [(1, 12.706204736174694), (2, 4.302652729749462), (5, 2.5705818356363146), (200, 1.9718962236339088)],
)
def test_students_quantile_equals_the_table(freedom: int, t: float) -> None:
    assert student(freedom, 0.95) == pytest.approx(t, rel=1e-9)


def test_one_pair_has_a_change_but_no_bounds_and_none_has_nothing() -> None:
    one = paired([(2, 4)])

    assert one
    assert (one.change, one.likely, paired([])) == (2, None, None)
