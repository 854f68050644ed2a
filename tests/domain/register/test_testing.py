"""Testing what rises: stored once for the last whole month, again only after a count."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.register import counts, own_numbers, testing, verdicts
from store.database import Database
from store.models import Municipality, Refresh, TopicTest
from tests import make
from trends.periods import first_day, month_of
from trends.rises import State

LAST = month_of(date(2026, 10, 1))
STAY_AT_HOME = "Thuiszitten (langer dan 4 weken)"


def fill(session: Session, now: datetime) -> None:
    """Four years of a few questions a month, and many about staying at home in the last three months."""
    for month in range(LAST - 51, LAST + 1):
        for topic in ("D2", "D2", "B3", "A5", "F6"):
            make.question(session, now=now, asked_on=first_day(month), topics=(topic,))
        for _ in range(10 if month > LAST - 3 else 0):
            make.question(session, now=now, asked_on=first_day(month), topics=("D2",))
    counts.refresh(session, now=now)


def rows(session: Session) -> int:
    return len(session.scalars(select(TopicTest)).all())


def test_what_rises_is_stored_with_a_second_opinion_and_told_on_the_page(database: Database, now: datetime) -> None:
    with database.writing() as session:
        fill(session, now)
        testing.test(session, now=now)

    with database.reading() as session:
        found = verdicts.of_month(session, LAST)
        picture = own_numbers.overview(session, 2026, today=now.date())
    assert (found["D2"].observed, found["D2"].state, found["D2"].alarm) == (36, State.RISING, True)
    assert (found["B3"].state, found["D"].state, found["*"].observed) == (State.TOO_LITTLE, State.RISING, 45)
    assert picture
    assert (picture.changes[STAY_AT_HOME].ratio, picture.verdicts) == (found["D2"].ratio, found)


def test_testing_twice_changes_nothing_and_a_new_count_is_tested_again(database: Database, now: datetime) -> None:
    later = now + timedelta(hours=1)
    with database.writing() as session:
        fill(session, now)
        first = testing.test(session, now=now)
        stored = rows(session)
    with database.writing() as session:
        again = testing.test(session, now=later), testing.test(session, now=later)
    with database.writing() as session:
        make.question(session, now=later, asked_on=first_day(LAST))
        counts.refresh(session, now=later)
        anew = testing.test(session, now=later)

    with database.reading() as session:
        observed = verdicts.of_month(session, LAST)["D2"].observed
        assert (again, first, anew, rows(session), observed) == ((0, 0), stored, stored, stored, 37)


def test_in_a_new_month_the_month_that_ended_is_tested_and_the_earlier_one_stays(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        fill(session, now)
        testing.test(session, now=now)
        testing.test(session, now=now + timedelta(days=10))

    with database.reading() as session:
        months = set(session.scalars(select(TopicTest.month)))
        assert months == {LAST, LAST + 1}


@pytest.mark.parametrize("asked_on", [None, date(2026, 11, 3)])
def test_before_a_whole_month_was_counted_there_is_nothing_to_test(
    sqlite: Database, now: datetime, asked_on: date | None
) -> None:
    with sqlite.writing() as session:
        if asked_on:
            make.question(session, now=now, asked_on=asked_on)
            counts.refresh(session, now=now)
        tested = testing.test(session, now=now)

    with sqlite.reading() as session:
        assert (tested, rows(session)) == (0, 0)
        assert session.scalar(select(Refresh.months).where(Refresh.what == testing.TESTS)) == 0


def test_a_holiday_month_is_less_open_than_others_but_never_closed(sqlite: Database) -> None:
    with sqlite.reading() as session:
        regions = set(session.scalars(select(Municipality.holiday_region).where(Municipality.active)))
        open_ = testing.open_share(session, range(month_of(date(2026, 1, 1)), month_of(date(2027, 1, 1))))

    assert regions == {"Noord"}
    assert (min(open_) >= testing.LEAST_OPEN, open_[6] < 0.4, open_[2] > 1.2) == (True, True, True)
