"""Who is not reminded, and when not: at night, too late, just written to, not coming."""

from datetime import datetime, timedelta

import pytest

from domain.gatherings import events
from domain.taking_part import sign_ups
from store.database import Database
from store.states import LetterState, SignUpState
from tests import make
from tests.domain.taking_part.reminding import DAY, HOUR, MINUTE, cafe, letters, noted, remind, start, through

__all__ = ["start"]


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
