"""Where the finer numbers of a school year are mostly hidden, the page shows the coarser one by itself and says so."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from domain.register import counts, published_numbers
from domain.register.overview import Overview
from store.database import Database
from tests import make
from trends.periods import months_of_school_year

NOW = datetime(2026, 8, 12, 8, tzinfo=UTC)
YEAR = 2025
IN_ONE_QUARTER = (date(2025, 9, 20),)
ALL_YEAR = (date(2025, 9, 20), date(2025, 12, 20), date(2026, 3, 20), date(2026, 5, 20))
FEW_OF_EACH: Mapping[str, int] = {"B1": 3, "B2": 4, "B3": 3, "D2": 12}


def published(
    database: Database, asked: Mapping[str, int], *, on: tuple[date, ...] = IN_ONE_QUARTER, groups: tuple[str, ...] = ()
) -> Overview:
    with database.writing() as session:
        for topic, n in asked.items():
            for number in range(n):
                make.question(session, now=NOW, asked_on=on[number % len(on)], topics=(topic,))
        counts.publish(session, now=NOW)
    with database.reading() as session:
        found = published_numbers.overview(session, YEAR, groups)
    assert found
    return found


def test_a_group_stands_for_its_topics_when_these_are_too_small(sqlite: Database) -> None:
    found = published(sqlite, FEW_OF_EACH)

    assert [(bar.code, bar.now.shown) for bar in found.bars if bar.now.shown] == [("D2", 10), ("B", 10)]
    assert {bar.code[0] for bar in found.bars if len(bar.code) > 1} >= {"D"}
    assert not [bar for bar in found.bars if bar.code in FEW_OF_EACH and bar.code[0] == "B"]


def test_it_says_which_group_and_why(sqlite: Database) -> None:
    (said,) = published(sqlite, FEW_OF_EACH).coarser

    assert said.startswith("Per onderwerp zijn er te weinig vragen bij ")
    assert said.endswith(". U ziet de hele groep.")


def test_topics_that_tell_most_of_their_group_stay(sqlite: Database) -> None:
    found = published(sqlite, {"D2": 12, "D3": 3})

    assert (found.coarser, found.bars[0].code) == ((), "D2")


def test_a_school_year_stands_for_quarters_that_are_too_small(sqlite: Database) -> None:
    found = published(sqlite, {"D2": 14}, on=ALL_YEAR, groups=("D",))

    assert [point.months for point in found.points] == [months_of_school_year(YEAR)]
    assert found.points[0].now and found.points[0].now.shown in (10, 15)
    assert found.coarser == ("Per kwartaal zijn er te weinig vragen. U ziet het hele schooljaar.",)


def test_quarters_that_can_be_shown_stay(sqlite: Database) -> None:
    found = published(sqlite, {"D2": 40}, on=ALL_YEAR, groups=("D",))

    assert (len(found.points), found.coarser) == (4, ())


@pytest.mark.parametrize("groups", [(), ("B",)])
def test_the_choice_is_made_by_published_numbers_alone(sqlite: Database, groups: tuple[str, ...]) -> None:
    before = published(sqlite, FEW_OF_EACH, groups=groups)
    with sqlite.writing() as session:
        for _ in range(30):
            make.question(session, now=NOW, asked_on=IN_ONE_QUARTER[0], topics=("B1",))
        counts.refresh(session, now=NOW)

    with sqlite.reading() as session:
        assert published_numbers.overview(session, YEAR, groups) == before
