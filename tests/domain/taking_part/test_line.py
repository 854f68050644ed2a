"""The order of the waiting list: who is next, who is told, and why somebody is not."""

from hypothesis import given
from hypothesis import strategies as some

from domain.taking_part.line import InLine, Reason, Why, next_in_line, to_tell, why
from store.states import QueuePolicy

STRICT, FILL = QueuePolicy.STRICT, QueuePolicy.FILL


def lined_up(*parties: int) -> list[InLine]:
    return [InLine(place, people) for place, people in enumerate(parties, 1)]


def ids(found: tuple[InLine, ...]) -> list[int]:
    return [one.id for one in found]


def test_strict_order_stops_at_the_first_that_does_not_fit() -> None:
    line = lined_up(2, 3, 1)

    assert [len(next_in_line(free, line, STRICT)) for free in (0, 1, 2, 4, 5, 6, 9)] == [0, 0, 1, 1, 2, 3, 3]


def test_filling_passes_over_who_does_not_fit() -> None:
    line = lined_up(2, 3, 1)

    assert [ids(next_in_line(free, line, FILL)) for free in (1, 2, 3, 5)] == [[3], [1], [1, 3], [1, 2]]


@given(some.integers(0, 30), some.lists(some.integers(1, 6)), some.sampled_from(QueuePolicy))
def test_who_is_next_fits_and_who_is_not_would_not(free: int, parties: list[int], policy: QueuePolicy) -> None:
    line = lined_up(*parties)

    lucky = next_in_line(free, line, policy)

    left = free - sum(one.people for one in lucky)
    assert left >= 0
    passed = [one for one in line if one not in lucky]
    if policy is STRICT:
        assert list(lucky) == line[: len(lucky)]
        assert not passed or passed[0].people > left
    else:
        assert all(one.people > left for one in passed)


def test_in_the_last_hours_everybody_who_could_have_the_seats_is_told_once() -> None:
    line = [InLine(1, 2), InLine(2, 1), InLine(3, 1, told=True)]

    assert (ids(to_tell(1, line)), ids(to_tell(2, line))) == ([2], [1, 2])


def test_each_who_waits_hears_why() -> None:
    line = lined_up(3, 1)

    assert why(0, line, 2, STRICT, first_come=False) == Why(Reason.FULL, 1, 0)
    assert why(2, line, 1, STRICT, first_come=False) == Why(Reason.TOO_FEW, 0, 2)
    assert why(2, line, 2, STRICT, first_come=False) == Why(Reason.OTHERS_FIRST, 1, 2)
    assert why(2, line, 2, FILL, first_come=False) == Why(Reason.SOON, 1, 2)
    assert why(2, line, 2, STRICT, first_come=True) == Why(Reason.FIRST_COME, 1, 2)
