"""Reminders go once, in time and by day; so does the question how it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select, update

from domain.gatherings import events
from domain.gatherings.rounding_off import round_off
from domain.local_time import instant
from domain.taking_part import reminders, sign_ups
from domain.taking_part.reminders import Rule
from store.database import Database
from store.models import Letter, Link, SignUp
from store.states import LetterState, LinkPurpose, SignUpState
from tests import make

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
WEEK = Rule("week", "start", -7 * DAY, "reminder_week", "confirmed", DAY)
HOURS = Rule("hours", "start", -2 * HOUR, "reminder_hours", "confirmed", 90 * MINUTE)
AFTER = Rule("after", "end", DAY, "after_care", "came", 3 * DAY)


@pytest.fixture
def start() -> datetime:
    """Tuesday 15 December 2026, 19:30 in Amsterdam: three weeks from now."""
    return instant(date(2026, 12, 15), time(19, 30))


def remind(database: Database, at: datetime) -> int:
    """How many letters are written at this moment."""
    written = 0
    while True:
        with database.writing() as session:
            part = reminders.remind(session, make.LETTERHEAD, at)
        if not part:
            return written
        written += part


def through(database: Database, since: datetime, until: datetime) -> list[tuple[datetime, str]]:
    """What is written, and when, by a clock that looks each quarter of an hour."""
    found = []
    while since <= until:
        with database.writing() as session:
            round_off(session, since)
        before = len(letters(database))
        remind(database, since)
        found += [(since, letter.kind) for letter in letters(database)[before:]]
        since += 15 * MINUTE
    return found


def letters(database: Database) -> list[Letter]:
    with database.reading() as session:
        return list(session.scalars(select(Letter).order_by(Letter.id)))


def cafe(database: Database, now: datetime, start: datetime, **facts: str) -> tuple[int, int]:
    """A café with one parent who signed up now: `(event, sign-up)`."""
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=start)
        return event_id, make.signed_up(session, event_id, now=now, **facts)


def noted(database: Database, sign_up_id: int, **values: object) -> None:
    with database.writing() as session:
        session.execute(update(SignUp).where(SignUp.id == sign_up_id).values(values))


def test_a_week_a_day_and_two_hours_before_and_a_day_after(database: Database, now: datetime, start: datetime) -> None:
    cafe(database, now, start)

    written = through(database, start - 8 * DAY, start + 3 * DAY)

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


def test_after_downtime_what_is_stale_is_not_sent(database: Database, now: datetime, start: datetime) -> None:
    cafe(database, now, start)

    late = [remind(database, moment) for moment in (start - 5 * DAY, start - 29 * MINUTE, start, start + HOUR)]

    assert late == [0, 0, 0, 0]


def test_after_a_short_downtime_it_still_goes(sqlite: Database, now: datetime, start: datetime) -> None:
    cafe(sqlite, now, start)

    assert [remind(sqlite, moment) for moment in (start - 7 * DAY + 14 * HOUR, start - HOUR)] == [1, 1]


def test_nothing_is_written_in_the_night(sqlite: Database, now: datetime, start: datetime) -> None:
    cafe(sqlite, now, start)

    assert remind(sqlite, start - 7 * DAY + 3 * HOUR) == 0


@pytest.mark.parametrize(
    ("before", "written"), [(3 * DAY, 0), (4 * DAY, 1)], ids=["just signed up", "signed up a while ago"]
)
def test_who_just_got_a_letter_gets_no_other(
    database: Database, start: datetime, before: timedelta, written: int
) -> None:
    cafe(database, start - 7 * DAY - before, start)

    assert remind(database, start - 7 * DAY) == written


def test_who_signs_up_after_the_moment_is_not_reminded_of_it(sqlite: Database, start: datetime) -> None:
    cafe(sqlite, start - 7 * DAY + HOUR, start)

    assert remind(sqlite, start - 7 * DAY + 12 * HOUR + 30 * MINUTE) == 0


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


def test_who_gave_up_the_place_or_waits_is_not_reminded(sqlite: Database, now: datetime, start: datetime) -> None:
    event_id, gone = cafe(sqlite, now, start)
    with sqlite.writing() as session:
        sign_ups.cancel(session, gone, by=make.COORDINATOR, now=now)
        waits = make.signed_up(session, event_id, "Joris", now=now)
    noted(sqlite, waits, state=SignUpState.WAITING)

    assert remind(sqlite, start - 7 * DAY) == 0


def test_a_gathering_that_was_called_off_is_not_announced(sqlite: Database, now: datetime, start: datetime) -> None:
    event_id, _ = cafe(sqlite, now, start)
    with sqlite.writing() as session:
        events.cancel(session, event_id, by=make.COORDINATOR, now=now)

    assert through(sqlite, start - DAY, start + 2 * DAY) == []


def test_who_only_has_a_phone_is_called_the_day_before(sqlite: Database, now: datetime, start: datetime) -> None:
    cafe(sqlite, now, start, email="", phone="06 12345678")

    through(sqlite, start - 8 * DAY, start)

    assert [(one.kind, one.state) for one in letters(sqlite)] == [("reminder_day", LetterState.TO_CALL)]


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
