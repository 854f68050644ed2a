"""Numbers of dotted lines never stand on each other."""

from dashboard.charts.numbered import labels

YEAR = ("2026-01-01", "2027-01-01")


def test_marks_that_are_far_apart_keep_their_own_number() -> None:
    assert labels([("2026-09-01", 2), ("2026-02-01", 1)], YEAR) == [("2026-02-01", "1"), ("2026-09-01", "2")]


def test_marks_on_one_day_or_near_share_a_label() -> None:
    assert labels([("2026-02-01", 1), ("2026-02-01", 2), ("2026-06-01", 3)], YEAR) == [
        ("2026-02-01", "1, 2"),
        ("2026-06-01", "3"),
    ]


def test_a_run_of_numbers_is_written_short() -> None:
    assert labels([("2026-02-01", n) for n in (4, 5, 6, 7)], YEAR) == [("2026-02-01", "4–7")]


def test_a_longer_label_keeps_the_next_one_farther_away() -> None:
    marks = [("2026-02-01", 10), ("2026-02-10", 11), ("2026-03-20", 12)]

    assert labels(marks, YEAR) == [("2026-02-01", "10–12")]
