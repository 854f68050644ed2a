"""What came of it: before and after, by published numbers."""

from collections.abc import Callable
from datetime import date, datetime

from domain.improving import effects
from store.database import Database
from trends.rises import State

Publish = Callable[[Database, dict[date, dict[str, int]]], None]
FALL = {
    date(2024, 8, 30): {"F6": 6},
    date(2024, 9, 10): {"D2": 52, "F6": 30},
    date(2025, 1, 10): {"F6": 30},
    date(2025, 9, 10): {"D2": 13, "F6": 31},
    date(2026, 9, 10): {"D2": 12, "F6": 31},
}


def test_the_group_is_judged_by_the_same_quarters_before_and_after(
    database: Database, now: datetime, publish: Publish
) -> None:
    publish(database, FALL)
    with database.reading() as session:
        found = effects.of(session, ["D"], date(2025, 8, 20))

    (row,) = found.rows
    assert row.change
    assert (row.change.before.shown, row.change.recent.shown, row.change.state) == (50, 15, State.FALLING)
    assert (len(row.before), len(row.after)) == (4, 4)


def test_a_topic_is_judged_by_whole_school_years_with_its_group_beside_it(
    sqlite: Database, now: datetime, publish: Publish
) -> None:
    publish(sqlite, FALL)
    with sqlite.reading() as session:
        found = effects.of(session, ["D2"], date(2025, 8, 1))

    assert [(row.code, row.by_quarter) for row in found.rows] == [("D2", False), ("D", True)]
    assert [row.change and row.change.recent.shown for row in found.rows] == [15, 15]


def test_all_questions_together_stand_beside_it(sqlite: Database, now: datetime, publish: Publish) -> None:
    publish(sqlite, FALL)
    with sqlite.reading() as session:
        found = effects.of(session, ["D"], date(2025, 8, 1))

    assert found.meanwhile
    assert found.meanwhile.change
    assert (found.meanwhile.change.before.shown, found.meanwhile.change.recent.shown) == (115, 45)


def test_before_the_first_quarter_is_out_it_says_when_it_will_be(
    sqlite: Database, now: datetime, publish: Publish
) -> None:
    publish(sqlite, FALL)
    with sqlite.reading() as session:
        found = effects.of(session, ["D"], date(2026, 11, 1))

    assert [(row.change, row.known_from) for row in found.rows] == [(None, date(2027, 2, 10))]
    assert (found.known, found.meanwhile) == ((), None)


def test_without_numbers_there_is_no_effect(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = effects.of(session, ["D2", "A"], date(2026, 1, 1))

    assert found.known == ()
