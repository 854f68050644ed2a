"""How matches are spread over buddies."""

from trends.load import Carried, Spread, spread
from trends.shares import Share


def test_buddies_are_counted_by_load_and_those_who_are_full_apart() -> None:
    found = spread([Carried(0, 2), Carried(1, 1), Carried(1, 2), Carried(3, 3)])

    assert found == Spread(people=(1, 2, 0, 1), full=Share(2, 4), half=1)
    assert (found.total, found.of) == (5, 4)


def test_half_is_carried_by_the_fewest_who_can() -> None:
    assert [spread(Carried(load, 3) for load in loads).half for loads in ((1, 1, 1, 1), (3, 1, 1, 1), (0, 0))] == [
        2,
        1,
        0,
    ]


def test_nobody_carries_nothing() -> None:
    assert spread([]) == Spread((), Share(0, 0), 0)
