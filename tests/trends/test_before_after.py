"""Which quarters and school years lie before and after a day."""

from datetime import date

from trends.before_after import QUARTERS, SCHOOL_YEARS, around
from trends.periods import month_of, quarter_of

AUTUMN = quarter_of(month_of(date(2025, 8, 1)))  # August to October 2025
EVERYTHING = range(AUTUMN - 20, AUTUMN + 20)


def test_what_begins_with_a_quarter_is_judged_from_that_quarter_on() -> None:
    found = around(date(2025, 8, 20), QUARTERS, EVERYTHING)

    assert found.after == (AUTUMN, AUTUMN + 1, AUTUMN + 2, AUTUMN + 3)
    assert found.before == (AUTUMN - 4, AUTUMN - 3, AUTUMN - 2, AUTUMN - 1)


def test_the_quarter_in_which_it_began_half_way_is_on_neither_side() -> None:
    found = around(date(2025, 9, 1), QUARTERS, EVERYTHING)

    assert found.after == (AUTUMN + 1, AUTUMN + 2, AUTUMN + 3, AUTUMN + 4)
    assert found.before == (AUTUMN - 3, AUTUMN - 2, AUTUMN - 1, AUTUMN - 4)


def test_only_what_is_published_on_both_sides_is_compared() -> None:
    found = around(date(2025, 8, 1), QUARTERS, range(AUTUMN - 3, AUTUMN + 2))

    assert (found.before, found.after) == ((AUTUMN - 3,), (AUTUMN + 1,))


def test_before_the_first_quarter_is_published_nothing_is_known_and_it_says_from_when() -> None:
    found = around(date(2025, 9, 15), QUARTERS, range(AUTUMN - 8, AUTUMN + 1))

    assert (found.before, found.after, found.known_from) == ((), (), date(2026, 2, 10))


def test_topics_are_judged_by_whole_school_years() -> None:
    found = around(date(2024, 1, 10), SCHOOL_YEARS, range(2020, 2026))

    assert (found.before, found.after) == ((2022,), (2024,))
