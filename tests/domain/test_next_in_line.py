"""Who is announced to get a seat is who gets it."""

from hypothesis import given
from hypothesis import strategies as some

from domain.waiting_list import next_in_line


def test_strict_order_stops_at_the_first_that_does_not_fit() -> None:
    assert [next_in_line(free, (2, 3, 1)) for free in (0, 1, 2, 4, 5, 6, 9)] == [0, 0, 1, 1, 2, 3, 3]


@given(some.integers(0, 30), some.lists(some.integers(1, 6)))
def test_those_seated_fit_and_one_more_would_not(free: int, parties: list[int]) -> None:
    seated = next_in_line(free, parties)

    assert sum(parties[:seated]) <= free
    assert seated == len(parties) or sum(parties[: seated + 1]) > free
