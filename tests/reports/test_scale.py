"""Where the numbers beside a chart stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.scale import steps


@pytest.mark.parametrize(("largest", "expected"), [(0, [0, 1]), (4, [0, 1, 2, 3, 4]), (67, [0, 20, 40, 60, 80])])
def test_steps_are_round(largest: int, expected: list[int]) -> None:
    assert steps(largest) == expected


@given(st.integers(0, 10**6))
def test_a_few_even_steps_reach_the_largest(largest: int) -> None:
    found = steps(largest)

    assert found[0] == 0 and found[-1] >= largest and 2 <= len(found) <= 6
    assert len({b - a for a, b in pairwise(found)}) == 1
