"""What may be shown of one number, and of several together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.disclosure import Protected, Sum, exact, protect, total


@pytest.mark.parametrize(
    ("count", "value"), [(0, None), (1, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1002, 1000)]
)
def test_small_counts_are_hidden_and_others_rounded_to_five(count: int, value: int | None) -> None:
    assert protect(count).value == value


@pytest.mark.parametrize(("count", "value"), [(0, None), (9, None), (10, 10), (12, 10), (13, 15)])
def test_a_sensitive_topic_is_hidden_below_ten(count: int, value: int | None) -> None:
    assert protect(count, sensitive=True).value == value


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="zero or more"):
        protect(-1)


@given(st.integers(0, 500), st.booleans())
def test_the_bounds_hold_the_count(count: int, sensitive: bool) -> None:
    shown = protect(count, sensitive)

    assert shown.low <= count <= shown.high


def test_a_selection_is_the_sum_of_published_cells_with_its_bounds() -> None:
    assert total([protect(12), protect(23), protect(2), protect(3, sensitive=True)]) == Sum(31, 52, 35, hidden=2)


def test_nothing_selected_is_nothing() -> None:
    assert total([]) == exact(0)


@given(st.lists(st.integers(0, 60), max_size=8))
def test_a_sum_of_cells_holds_the_sum_of_counts(counts: list[int]) -> None:
    shown = total(protect(count) for count in counts)

    assert shown.low <= sum(counts) <= shown.high


@given(st.integers(0, 300), st.booleans())
def test_a_step_down_undoes_a_step_up(count: int, sensitive: bool) -> None:
    shown = protect(count, sensitive)

    assert shown.moved(5).moved(-5) == shown


def test_a_hidden_cell_cannot_sink() -> None:
    assert Protected(None).moved(-5) == Protected(None)
