"""Who is asked less or more than their room makes likely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.fair_turns import Judged, Room, turns

ROOMS = st.lists(st.tuples(st.integers(0, 800), st.integers(0, 12)), max_size=20)


def test_a_newcomer_and_who_took_a_break_are_expected_less() -> None:
    found = turns([Room(1, 2 * 365, 6), Room(2, 2 * 91, 2), Room(3, 1 * 182, 1)])

    assert [round(turn.expected, 1) for turn in found] == [6.0, 1.5, 1.5]


# min(1, 2 * min(binom.cdf(k, 40, 0.1), binom.sf(k - 1, 40, 0.1))) of scipy 1.17: 0.00076 at 12, 0.0296 at 0
def test_only_what_chance_hardly_makes_stands_out() -> None:
    found = turns([Room(1, 10, 12), Room(2, 10, 0), *(Room(n, 10, 4) for n in range(3, 5)), Room(5, 60, 20)])

    assert [turn.judged for turn in found] == [Judged.MORE, Judged.LESS, Judged.FITS, Judged.FITS, Judged.FITS]


def test_three_questions_say_nothing_about_fairness() -> None:
    assert {turn.judged for turn in turns([Room(1, 10, 3), Room(2, 10, 0), Room(3, 10, 0)])} == {Judged.FITS}


@given(ROOMS)
def test_what_is_expected_adds_up_to_what_was_asked(rooms: list[tuple[int, int]]) -> None:
    found = turns(Room(key, days, asked) for key, (days, asked) in enumerate(rooms))

    if any(days for days, _asked in rooms):
        assert sum(turn.expected for turn in found) == pytest.approx(sum(asked for _days, asked in rooms))
