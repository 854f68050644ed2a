"""A school year in one picture: exact for the support point, as published for everybody else."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from domain.register import counts, own_numbers, published_numbers
from domain.register.overview import Overview
from store.database import Database
from store.queries.numbers import questions as entries
from tests import make
from tests.counting import counted
from trends.disclosure import Sum, exact
from trends.periods import month_of
from trends.rises import State

TODAY = date(2026, 11, 24)
IN_THE_SUMMER = datetime(2027, 8, 12, 10, tzinfo=UTC)


def _ask(session: Session, now: datetime, day: date, n: int, *topics: str, place: str | None = None) -> None:
    for _ in range(n):
        make.question(session, now=now, asked_on=day, topics=topics or ("D2",), municipality=place)


def _own(database: Database, year: int = 2026, groups: tuple[str, ...] = ()) -> Overview:
    with database.reading() as session:
        found = own_numbers.overview(session, year, groups, today=TODAY)
    assert found
    return found


def _published(database: Database, year: int = 2026, groups: tuple[str, ...] = ()) -> Overview:
    with database.reading() as session:
        found = published_numbers.overview(session, year, groups)
    assert found
    return found


def test_before_the_first_question_there_is_nothing_to_show(sqlite: Database) -> None:
    with sqlite.reading() as session:
        years = own_numbers.years(session, today=TODAY), published_numbers.years(session)
        pictures = own_numbers.overview(session, 2026, today=TODAY), published_numbers.overview(session, 2026)

    assert (years, pictures) == (((), ()), (None, None))


def test_the_support_point_sees_its_exact_counts_up_to_today(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _ask(session, now, date(2025, 9, 10), 3)
        _ask(session, now, date(2026, 9, 10), 7)
        _ask(session, now, date(2026, 11, 10), 2, "B3")
        counts.refresh(session, now=now)

    found = _own(database)

    assert found.all_together == exact(9)
    assert [point.now and point.now.shown for point in found.points] == [0, 7, 0, 2, *[None] * 8]
    assert found.so_far is None  # August 2025 was before the first question, so it can't be compared
    assert [(bar.code, bar.now.shown) for bar in found.bars] == [("D2", 7), ("B3", 2)]
    assert found.until == month_of(TODAY)


def test_the_last_three_whole_months_are_judged_beside_a_year_earlier(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _ask(session, now, date(2025, 8, 10), 4)
        _ask(session, now, date(2026, 10, 10), 30)
        _ask(session, now, date(2026, 11, 10), 50)
        counts.refresh(session, now=now)

    found = _own(database)

    change = found.changes["Thuiszitten (langer dan 4 weken)"]
    assert (change.before, change.recent, change.state) == (exact(4), exact(30), State.RISING)
    assert found.so_far == (exact(30), exact(4))


def test_one_group_holds_its_own_topics_and_counts_a_question_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _ask(session, now, date(2026, 9, 10), 5, "D2", "D3", "B1")
        _ask(session, now, date(2026, 9, 10), 2, "B1")
        counts.refresh(session, now=now)

    found = _own(database, groups=("D",))

    assert (found.all_together, [bar.code for bar in found.bars]) == (exact(5), ["D2", "D3"])


def test_outside_a_running_year_shows_months_and_groups_once_closed(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _ask(session, now, date(2025, 9, 10), 11)
        _ask(session, now, date(2026, 9, 10), 48)
        _ask(session, now, date(2026, 10, 10), 3, "B3")
        _ask(session, now, date(2026, 11, 10), 20)
        counts.publish(session, now=now)

    found = _published(database)

    hidden = Sum(0, 4, 0, hidden=1)
    assert [point.now for point in found.points] == [hidden, Sum(48, 52, 50), hidden, *[None] * 9]
    assert (found.by_group, found.bars[0].code, found.bars[0].now) == (True, "D", Sum(48, 52, 50))
    assert found.changes["Thuiszitten en verzuim"].state is State.RISING


def test_outside_an_ended_year_shows_topics_and_places(database: Database) -> None:
    now = IN_THE_SUMMER
    with database.writing() as session:
        _ask(session, now, date(2026, 9, 10), 22, "D2", place="Schoorl")
        _ask(session, now, date(2027, 5, 10), 6, "D3")
        counts.publish(session, now=now)

    whole, group = _published(database), _published(database, groups=("D",))

    assert (whole.by_group, [(bar.code, bar.now.shown) for bar in whole.bars[:2]]) == (False, [("D2", 20), ("D3", 5)])
    assert [len(point.months) for point in group.points] == [3, 3, 3, 3]
    assert [(place.name, place.now.shown) for place in group.places[:2]] == [("Bergen (NH.)", 20), ("Niet bekend", 5)]


def test_outside_nothing_depends_on_what_is_not_published(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _ask(session, now, date(2026, 9, 10), 12)
        counts.publish(session, now=now)
    before = _published(database)

    with database.writing() as session:
        _ask(session, now, date(2026, 9, 11), 30)
        counts.refresh(session, now=now)

    assert _published(database) == before


def test_a_picture_asks_the_same_few_questions_however_much_there_is(sqlite: Database, now: datetime) -> None:
    asked = []
    for n in (1, 40):
        with sqlite.writing() as session:
            _ask(session, now, date(2026, 9, 10), n)
            _ask(session, now, date(2026, 5, 10), n, "B3", "E1", place="Alkmaar")
            counts.publish(session, now=now)
        asked.append(
            (
                counted(sqlite, lambda session: own_numbers.overview(session, 2026, today=TODAY)),
                counted(sqlite, lambda session: published_numbers.overview(session, 2026)),
                counted(sqlite, lambda session: entries.page(session, entries.Narrow())),
            )
        )

    assert asked == [(8, 6, 3), (8, 6, 3)]


def test_a_year_is_laid_beside_the_mean_of_the_three_before(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for year, n in ((2023, 4), (2024, 5), (2025, 9), (2026, 12)):
            _ask(session, now, date(year, 8, 10), n)
        counts.refresh(session, now=now)

    with database.reading() as session:
        found = own_numbers.overview(session, 2026, back=(1, 2, 3), today=TODAY)

    assert found
    assert found.so_far == (exact(12), exact(6))
    assert found.to_date["Thuiszitten (langer dan 4 weken)"].ratio == 2.0


def test_several_groups_are_the_sum_of_what_is_published_of_each(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _ask(session, now, date(2026, 9, 10), 13)
        _ask(session, now, date(2026, 9, 10), 3, "B3")
        counts.refresh(session, now=now)
        counts.publish(session, now=now)

    both = _published(database, groups=("B", "D"))

    assert both.all_together == Sum(13, 21, 15, 1)
