"""Reminders go once, in time and by day; so does the question how it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from threading import Barrier

import pytest
from sqlalchemy import select

from domain.gatherings import events
from domain.local_time import instant
from domain.taking_part import reminders
from domain.taking_part.reminders import Rule
from store.database import Database
from store.models import Link
from store.states import LinkPurpose, SignUpState
from tests import make
from tests.domain.taking_part.reminding import DAY, HOUR, MINUTE, cafe, letters, noted, remind, start, through

__all__ = ["start"]


WEEK = Rule("week", "start", -7 * DAY, "reminder_week", "confirmed", DAY)
HOURS = Rule("hours", "start", -2 * HOUR, "reminder_hours", "confirmed", 90 * MINUTE)


def test_a_week_a_day_and_two_hours_before_and_a_day_after(sqlite: Database, now: datetime, start: datetime) -> None:
    cafe(sqlite, now, start)

    written = through(sqlite, start - 8 * DAY, start + 3 * DAY)

    assert written == [
        (start - 7 * DAY, "reminder_week"),
        (start - DAY, "reminder_day"),
        (start - 2 * HOUR, "reminder_hours"),
        # A day after the end is 21:30, in the night: then the evening of that day.
        (instant(date(2026, 12, 16), time(19, 45)), "after_care"),
    ]


def test_an_early_gathering_is_announced_the_evening_before(sqlite: Database, now: datetime) -> None:
    start = instant(date(2026, 12, 15), time(9, 30))
    cafe(sqlite, now, start)

    written = through(sqlite, start - 6 * HOUR - DAY, start)

    assert written == [
        (start - DAY, "reminder_day"),
        (instant(date(2026, 12, 14), time(19, 45)), "reminder_hours"),
    ]


def test_what_was_planned_in_the_night_just_after_waits_for_the_morning() -> None:
    ends = instant(date(2026, 12, 15), time(21, 30))
    hour_after = Rule("hour", "end", HOUR, "after_care", "came", DAY)

    assert hour_after.moment(ends) == instant(date(2026, 12, 16), time(8))


@pytest.mark.parametrize("day", [date(2027, 3, 30), date(2026, 10, 27)], ids=["March", "October"])
def test_a_week_is_a_week_on_the_wall_through_both_clock_changes(day: date) -> None:
    start = instant(day, time(19, 30))

    assert WEEK.moment(start) == instant(day - 7 * DAY, time(19, 30))


@pytest.mark.parametrize(
    ("day", "planned"),
    [(date(2027, 3, 28), time(8, 30)), (date(2026, 10, 25), time(8, 30))],
    ids=["March", "October"],
)
def test_two_hours_are_two_real_hours_on_the_day_that_the_clock_changes(day: date, planned: time) -> None:
    assert HOURS.moment(instant(day, time(10, 30))) == instant(day, planned)


def test_a_gathering_that_moves_to_another_day_is_announced_anew_and_one_that_moves_an_hour_is_not(
    database: Database, now: datetime, start: datetime
) -> None:
    event_id, _ = cafe(database, now, start)
    remind(database, start - 7 * DAY)

    written = []
    for move in (HOUR, 4 * DAY):
        plan = make.event_plan(now=now, starts_at=start + move)
        with database.writing() as session:
            events.change(session, event_id, plan, by=make.COORDINATOR, now=start - 7 * DAY)
        written.append(remind(database, start - 7 * DAY + move))

    assert written == [0, 1]


@pytest.mark.parametrize(
    ("state", "written"), [(SignUpState.ATTENDED, 1), (SignUpState.ABSENT, 0), (SignUpState.CONFIRMED, 1)]
)
def test_how_it_was_is_asked_of_everybody_but_who_was_absent(
    database: Database, now: datetime, start: datetime, state: SignUpState, written: int
) -> None:
    _, sign_up_id = cafe(database, now, start)
    noted(database, sign_up_id, state=state)

    assert remind(database, start + 2 * DAY) == written


def test_the_link_in_the_question_does_not_tell_whose_it_is(sqlite: Database, now: datetime, start: datetime) -> None:
    event_id, _ = cafe(sqlite, now, start)

    remind(sqlite, start + 2 * DAY)

    with sqlite.reading() as session:
        (link,) = session.scalars(select(Link).where(Link.purpose == LinkPurpose.FEEDBACK))
    assert (link.subject_id, link.created_at) == (event_id, instant(date(2026, 12, 17), time()))


def test_two_clocks_at_once_write_each_letter_once(database: Database, now: datetime, start: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=start, seats=30)
        for number in range(30):
            make.signed_up(session, event_id, f"Ouder{number}", now=now)
    together = Barrier(2)

    def clock(_number: int) -> int:
        together.wait()
        return remind(database, start - 7 * DAY)

    with ThreadPoolExecutor(2) as pool:
        written = sum(pool.map(clock, range(2)))

    assert (written, len(letters(database))) == (30, 30)


def test_much_goes_in_parts(sqlite: Database, now: datetime, start: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=start, seats=60)
        for number in range(60):
            make.signed_up(session, event_id, f"Ouder{number}", now=now)

    with sqlite.writing() as session:
        first = reminders.remind(session, make.LETTERHEAD, start - 7 * DAY)

    assert (first, remind(sqlite, start - 7 * DAY)) == (50, 10)
