"""Asking how it goes: on the day, by daylight, once, and not of a match that ended; and a first contact that fails."""

from datetime import UTC, datetime, timedelta

import pytest

from domain import catalogue
from domain.actors import CLOCK
from domain.care import check_in_answers, check_ins, matches
from domain.gatherings import closed_days
from store.database import Database
from store.models import CheckIn, JournalLine, Match
from tests import make
from tests.racing import race

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def match_id(database: Database, now: datetime) -> int:
    """A match since Tuesday 24 November of two who spoke at once."""
    return spoken(database, now)


def spoken(database: Database, now: datetime) -> int:
    with database.writing() as session:
        number = make.match(session, now=now)
        matches.log_contact(session, number, by=make.COORDINATOR, now=now)
    return number


def tend(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return check_ins.tend(session, by=CLOCK, now=now)


def asked(database: Database) -> list[str]:
    """The moments that were asked, in order, as the journal knows them."""
    with database.reading() as session:
        lines = session.query(JournalLine).filter_by(kind="check_in.asked").order_by(JournalLine.id)
        return [line.facts["moment"] for line in lines]


def test_a_moment_is_asked_once_on_its_day(database: Database, now: datetime, match_id: int) -> None:
    moments = (now + 6 * DAY, now + WEEK, now + WEEK, now + WEEK + HOUR)

    assert [tend(database, one) for one in moments] == [0, 1, 0, 0]
    assert asked(database) == ["parent_1"]


def test_nobody_is_asked_at_night_or_in_a_holiday(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)
    night = (now + WEEK).replace(hour=6, minute=59)  # 7:59 on the wall
    with sqlite.writing() as session:
        day = (now + WEEK).date()
        closed_days.add(session, "Dicht", day, day, by=make.COORDINATOR, now=now)

    assert [tend(sqlite, one) for one in (night, now + WEEK, night + DAY, night + DAY + HOUR)] == [0, 0, 0, 1]


@pytest.mark.parametrize(
    ("start", "eight"),
    [
        (datetime(2026, 3, 24, 10, 0, tzinfo=UTC), datetime(2026, 3, 31, 6, 0, tzinfo=UTC)),
        (datetime(2026, 10, 20, 10, 0, tzinfo=UTC), datetime(2026, 10, 27, 7, 0, tzinfo=UTC)),
    ],
)
def test_it_is_eight_on_the_wall_after_both_clock_changes(sqlite: Database, start: datetime, eight: datetime) -> None:
    spoken(sqlite, start)

    assert [tend(sqlite, one) for one in (eight - timedelta(seconds=1), eight)] == [0, 1]


def test_two_clocks_at_once_ask_once(database: Database, now: datetime, match_id: int) -> None:
    assert sorted(map(int, map(str, race(2, lambda _n: tend(database, now + WEEK))))) == [0, 1]
    assert asked(database) == ["parent_1"]


def test_an_end_and_a_clock_together_leave_one_truth(database: Database, now: datetime, match_id: int) -> None:
    def either(number: int) -> object:
        if number:
            return tend(database, now + WEEK)
        with database.writing() as session:
            matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now + WEEK)
        return "ended"

    outcome = race(2, either)

    with database.reading() as session:
        left = [row.moment for row in session.query(CheckIn).order_by(CheckIn.id)]
    assert (outcome[1], left) in ((0, ["after_care"]), (1, ["parent_1", "after_care"]))


def test_a_match_that_ended_is_not_asked_how_it_goes(database: Database, now: datetime, match_id: int) -> None:
    with database.writing() as session:
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now + DAY)

    # Four weeks later are the Christmas holidays: after-care comes on the first school day.
    assert [tend(database, now + days * DAY) for days in (7, 14, 29, 40, 41, 42)] == [0, 0, 0, 0, 1, 0]
    assert asked(database) == ["after_care"]


def test_after_a_long_stop_nobody_gets_two_letters_at_once(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)
    late = now + 7 * WEEK
    while tend(sqlite, late):
        pass

    assert sorted(asked(sqlite)) == ["buddy_6", "parent_4"]


def test_rounding_off_is_proposed_at_the_fourth_conversation(database: Database, now: datetime, match_id: int) -> None:
    for days in range(1, 4):
        assert tend(database, now + days * DAY - HOUR) == 0
        with database.writing() as session:
            matches.log_contact(session, match_id, by=make.COORDINATOR, now=now + days * DAY)

    assert [tend(database, now + 3 * DAY + HOUR) for _twice in range(2)] == [1, 0]
    assert asked(database) == ["closing"]


def test_or_after_eight_weeks(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)
    for days in range(7, 57):
        while tend(sqlite, now + days * DAY):
            pass

    assert asked(sqlite) == ["parent_1", "parent_2", "buddy_2", "parent_4", "buddy_6", "parent_8", "closing"]


def test_not_yet_is_asked_again_four_weeks_later_and_only_then(
    database: Database, now: datetime, match_id: int
) -> None:
    with database.writing() as session:
        session.get_one(Match, match_id).contacts = 4
    tend(database, now + DAY)
    with database.writing() as session:
        number = session.query(CheckIn.id).filter_by(moment="closing").scalar() or 0
        for _twice in range(2):
            check_in_answers.answer(session, number, "go_on", by=make.COORDINATOR, now=now + DAY)
    for days in range(2, 45):
        while tend(database, now + days * DAY):
            pass

    with database.reading() as session:
        again = session.query(CheckIn).filter(CheckIn.moment.like("closing/%")).all()
        assert [(row.moment, str(row.due_on), row.asked_at is not None) for row in again] == [
            ("closing/2", "2027-01-04", True)
        ]


def test_what_staff_switched_off_meanwhile_is_not_asked(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)
    with sqlite.writing() as session:
        catalogue.switch(session, "care", "parent_1", active=False, by=make.COORDINATOR, now=now)

    assert tend(sqlite, now + WEEK) == 0


def test_a_match_from_before_there_were_moments_gets_those_that_are_to_come(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)
    with sqlite.writing() as session:
        session.query(CheckIn).delete()
    for _part in range(3):
        tend(sqlite, now + 3 * WEEK)

    with sqlite.reading() as session:
        assert sorted(row.moment for row in session.query(CheckIn)) == ["buddy_6", "closing", "parent_4", "parent_8"]


def test_a_first_contact_that_fails_to_come_is_said_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        match_id = make.match(session, now=now)
    moments = (now + 48 * HOUR - timedelta(seconds=1), now + 48 * HOUR, now + 48 * HOUR, now + 3 * DAY)

    assert [tend(database, one) for one in moments] == [0, 1, 0, 0]
    with database.reading() as session:
        line = session.query(JournalLine).filter_by(kind="match.no_contact").one()
        assert (line.subject_kind, line.subject_id) == ("first_contact", match_id)


def test_two_clocks_say_it_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.match(session, now=now)

    assert sorted(map(int, map(str, race(2, lambda _n: tend(database, now + 2 * DAY))))) == [0, 1]


def test_who_spoke_in_time_is_not_bothered(sqlite: Database, now: datetime) -> None:
    spoken(sqlite, now)

    assert tend(sqlite, now + 3 * DAY) == 0
