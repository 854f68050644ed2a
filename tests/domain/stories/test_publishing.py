"""What of stories is published: once for each school year, protected, and never moved by what comes or goes later."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from domain.stories import common_thread, moderating, publishing, quoting
from store.database import Database
from store.door_states import Consent
from store.models import PublishedStories, PublishedWord, Story
from tests.stories import MODERATOR, released, told

YEAR, DAY = 2025, date(2026, 3, 4)


def many(database: Database, n: int, words: str = "Wij wachtten.", **facts: object) -> list[int]:
    with database.writing() as session:
        return [released(session, words, told_on=DAY, **facts) for _ in range(n)]  # type: ignore[arg-type]


def published(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return publishing.publish(session, now=now)


def everything(database: Database) -> list[tuple[object, ...]]:
    table = PublishedStories
    with database.reading() as session:
        rows = session.execute(select(table.theme, table.dimension, table.value, table.stories))
        return sorted(tuple(row) for row in rows)


def numbers(database: Database) -> dict[str, int]:
    """What is shown of each theme, and of all as ""; 0 where it is hidden."""
    with database.reading() as session:
        thread = common_thread.of_year(session, YEAR)
        assert thread is not None
        return {"": thread.everything.shown, **{one.key: one.now.shown for one in thread.themes}}


def test_numbers_are_rounded_and_small_themes_hidden(database: Database, now: datetime) -> None:
    many(database, 12, themes=("waiting",))
    many(database, 4, themes=("plan",))
    many(database, 9, themes=("knowledge",))

    published(database, now)

    shown = numbers(database)
    assert (shown[""], shown["waiting"], shown["plan"], shown["knowledge"]) == (25, 10, 0, 0)


def test_a_story_that_waits_or_is_kept_back_counts_for_nothing(sqlite: Database, now: datetime) -> None:
    many(sqlite, 7)
    with sqlite.writing() as session:
        for _ in range(3):
            number = told(session, told_on=DAY)
            moderating.keep_back(session, number, "no_story", seen=1, by=MODERATOR, now=now)

    published(sqlite, now)

    assert numbers(sqlite)[""] == 5


def test_twice_publishes_once(sqlite: Database, now: datetime) -> None:
    many(sqlite, 7)

    assert (published(sqlite, now), published(sqlite, now)) == (1, 0)


def test_what_comes_or_goes_after_it_moves_nothing(sqlite: Database, now: datetime) -> None:
    numbers_of = many(sqlite, 8)
    published(sqlite, now)
    before = everything(sqlite)

    many(sqlite, 5)
    with sqlite.writing() as session:
        session.delete(session.get_one(Story, numbers_of[0]))
    published(sqlite, now)

    assert everything(sqlite) == before


def test_a_year_that_runs_is_not_published(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        released(session)

    assert published(sqlite, now) == 0


@pytest.mark.parametrize(("day", "done"), [(date(2026, 10, 31), 0), (date(2026, 11, 1), 1)])
def test_it_waits_three_months_for_who_still_has_to_be_read(
    sqlite: Database, now: datetime, day: date, done: int
) -> None:
    many(sqlite, 5)
    with sqlite.writing() as session:
        told(session, told_on=DAY)

    assert published(sqlite, now.replace(month=day.month, day=day.day)) == done


def test_what_tellers_chose_is_published_of_all_together(sqlite: Database, now: datetime) -> None:
    many(sqlite, 11, feeling="angry", listened=["nobody"], say=10, at_school=80, at_home=10, by_help=10)
    many(sqlite, 6, feeling="proud", say=90)

    published(sqlite, now)

    with sqlite.reading() as session:
        thread = common_thread.of_year(session, YEAR)
    assert thread is not None
    shown = {
        name: {one.key: one.stories.shown for one in parts if one.stories.shown} for name, parts in thread.parts.items()
    }
    assert (shown["feeling"], shown["say"]) == ({"angry": 10, "proud": 5}, {"little": 10, "much": 5})
    assert (shown["triangle"], shown["listened"]) == ({"school": 10, "": 5}, {"nobody": 10})


def test_typical_words_come_from_stories_that_may_be_read(sqlite: Database, now: datetime) -> None:
    many(sqlite, 12, "De taxi kwam te laat.", themes=("waiting",))
    many(sqlite, 12, "Geheim paleis.", themes=("waiting",), consent=Consent.COUNT)
    many(sqlite, 30, "Op het plein.", themes=("bullying",))

    published(sqlite, now)

    with sqlite.reading() as session:
        found = {(one.theme, one.word) for one in session.scalars(select(PublishedWord))}
    assert found == {("waiting", "taxi"), ("bullying", "plein")}


def test_quotes_stand_with_themes_that_are_large_enough_only(sqlite: Database, now: datetime) -> None:
    large, small = many(sqlite, 6, themes=("waiting",)), many(sqlite, 4, themes=("plan",))
    published(sqlite, now)
    with sqlite.writing() as session:
        for number in (*large[:4], *small):
            quoting.pick(session, number, [0], public=False, by=MODERATOR, now=now)

    with sqlite.reading() as session:
        inside = common_thread.quotes_by_theme(session, public=False)
        assert {theme: [one.words for one in some] for theme, some in inside.items()} == {"waiting": ["Wij wachtten."]}
        assert common_thread.quotes_by_theme(session, public=True) == {}


def test_a_story_that_is_deleted_takes_its_quotes_along_at_once(sqlite: Database, now: datetime) -> None:
    numbers_of = many(sqlite, 6)
    published(sqlite, now)
    with sqlite.writing() as session:
        quoting.pick(session, numbers_of[0], [0], public=True, by=MODERATOR, now=now)
    with sqlite.writing() as session:
        session.delete(session.get_one(Story, numbers_of[0]))

    with sqlite.reading() as session:
        assert common_thread.quotes_by_theme(session, public=False) == {}
