"""How matches go, reckoned from plain rows."""

from datetime import UTC, datetime, timedelta

from domain.measures.matches import first_contact, length, talks
from store.queries.buddying.measures import Course
from trends.intervals import Interval
from trends.shares import Share

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
HOURS = 48


def course(number: int, *, began_days_ago: float, spoke_after: float | None = None, ended_after: float | None = None,
) -> Course:  # fmt: skip
    """Times in days."""
    began = NOW - timedelta(days=began_days_ago)

    def after(days: float | None) -> datetime | None:
        return None if days is None else began + timedelta(days=days)

    return Course(number, began, after(spoke_after), after(ended_after))


def test_the_promise_is_counted_over_matches_whose_hours_are_over() -> None:
    known = [
        course(1, began_days_ago=30, spoke_after=1),
        course(2, began_days_ago=30, spoke_after=2),
        course(3, began_days_ago=30, spoke_after=5),
        course(4, began_days_ago=30),
        course(5, began_days_ago=1, spoke_after=0.5),
        course(6, began_days_ago=1),
    ]

    found = first_contact(known, HOURS, NOW)

    assert (found.within, found.too_early) == (Share(2, 4), 2)


def test_who_has_not_spoken_yet_counts_in_the_median_for_as_long_as_they_wait() -> None:
    spoke = [course(n, began_days_ago=30, spoke_after=n) for n in range(1, 6)]
    waits = [course(n, began_days_ago=4.5) for n in range(6, 9)]

    assert first_contact(spoke, HOURS, NOW).curve.median == 3 * 24
    assert first_contact([*spoke, *waits], HOURS, NOW).curve.median == 4 * 24


def test_a_match_that_ended_without_a_word_never_came_to_contact() -> None:
    spoke = [course(n, began_days_ago=30, spoke_after=n) for n in range(2, 5)]
    ended = [course(n, began_days_ago=30, ended_after=1) for n in range(5, 8)]

    found = first_contact([*spoke, *ended], HOURS, NOW).curve

    assert [round(step.share, 3) for step in found.steps] == [round(n / 6, 3) for n in (1, 2, 3)]


def test_talks_count_up_to_the_last_day_of_eight_weeks() -> None:
    began = NOW - timedelta(days=100)
    moments = tuple(began + timedelta(days=day) for day in (1, 10, 20, 56, 57, 80))

    found = talks([course(1, began_days_ago=100)], {1: moments}, NOW)

    assert (found.matches, found.enough) == ((0, 0, 0, 0, 1, 0, 0), Share(1, 1))


def test_a_match_of_less_than_eight_weeks_is_too_early_but_one_that_ended_early_counts() -> None:
    known = [course(1, began_days_ago=50), course(2, began_days_ago=100, ended_after=20)]

    found = talks(known, {}, NOW)

    assert (found.too_early, found.enough) == (1, Share(0, 1))


def test_the_middle_number_of_talks_comes_with_its_bounds() -> None:
    known = [course(n, began_days_ago=100) for n in range(7)]
    spoke = {n: tuple(one.started_at + timedelta(days=day) for day in range(n)) for n, one in enumerate(known)}

    found = talks(known, spoke, NOW)

    assert found.middle
    assert (found.middle.value, found.middle.likely, found.matches) == (3, Interval(0, 6), (1,) * 7)


def test_a_match_that_runs_is_known_to_last_longer() -> None:
    ended = [course(n, began_days_ago=200, ended_after=40 + n) for n in range(3)]
    runs = [course(n, began_days_ago=150) for n in range(3, 5)]

    assert (length(ended, NOW).median, length([*ended, *runs], NOW).median) == (41, 42)
