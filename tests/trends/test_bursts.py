"""When a topic came in bursts, beside trying every sequence of states."""

from itertools import groupby, product
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trends.bursts import bursts


def spans(counts: list[int]) -> list[tuple[int, int]]:
    return [(one.first, one.last) for one in bursts(counts)]


def gain(counts: list[int], states: tuple[bool, ...]) -> float:
    """How much better these states explain the counts than no burst, after what entering costs."""
    rate = sum(counts) / len(counts)
    entered = sum(state for state, _group in groupby(states))
    explained = sum(count * log(2) - rate for count, state in zip(counts, states, strict=True) if state)
    return explained - entered * log(len(counts))


def test_a_burst_has_a_begin_and_an_end() -> None:
    assert spans([2, 3, 2, 2, 9, 11, 8, 2, 3, 2, 2, 3]) == [(4, 6)]


def test_a_quiet_month_within_a_burst_belongs_to_it() -> None:
    assert spans([1, 1, 1, 1, 1, 1, 9, 9, 5, 9, 9, 1, 1, 1, 1, 1, 1]) == [(6, 10)]


def test_a_steady_series_has_none() -> None:
    assert spans([4, 5, 3, 4, 6, 4, 5, 3]) == []


def test_school_days_explain_a_busy_month() -> None:
    assert bursts([3, 3, 3, 9, 9, 3], exposure=[1, 1, 1, 3, 3, 1]) == ()


@pytest.mark.parametrize("counts", [[], [0, 0, 0]])
def test_nothing_has_no_bursts(counts: list[int]) -> None:
    assert spans(counts) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 20), min_size=2, max_size=8))
def test_no_other_sequence_of_states_is_better(counts: list[int]) -> None:
    found = tuple(any(one.first <= at <= one.last for one in bursts(counts)) for at in range(len(counts)))

    best = max(gain(counts, states) for states in product((False, True), repeat=len(counts)))

    assert gain(counts, found) == pytest.approx(best, abs=1e-9)
