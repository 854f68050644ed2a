"""Where a series went to another level, beside trying every division."""

from itertools import combinations
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trends.change_points import STRICTNESS, change_points


def loss(counts: list[int], points: tuple[int, ...]) -> float:
    """Twice minus the log likelihood of these levels, and the penalty of each change."""
    total = STRICTNESS * log(len(counts)) * len(points)
    for first, end in zip((0, *points), (*points, len(counts)), strict=True):
        part = counts[first:end]
        level = sum(part) / len(part)
        total += 2 * sum(level - count * log(level) for count in part) if level else 0.0
    return total


def test_a_series_that_doubled_changed_there() -> None:
    assert change_points([5, 6, 4, 5, 7, 5, 6, 4, 12, 14, 11, 13, 12, 15]) == (8,)


def test_a_level_that_came_and_went_changed_twice() -> None:
    assert change_points([2] * 10 + [12] * 4 + [2] * 10) == (10, 14)


def test_chance_is_no_change() -> None:
    assert change_points([3, 5, 4, 2, 6, 4, 3, 5, 4, 4, 2, 5]) == ()


def test_what_the_school_days_explain_is_no_change() -> None:
    assert change_points([4] * 8 + [12] * 8, exposure=[1.0] * 8 + [3.0] * 8) == ()


@pytest.mark.parametrize("counts", [[], [7], [0, 0, 0]])
def test_hardly_anything_does_not_change(counts: list[int]) -> None:
    assert change_points(counts) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=9))
def test_no_other_division_is_better(counts: list[int]) -> None:
    places = range(1, len(counts))

    least = min(loss(counts, points) for n in range(len(counts)) for points in combinations(places, n))

    assert loss(counts, change_points(counts)) == pytest.approx(least, abs=1e-9)
