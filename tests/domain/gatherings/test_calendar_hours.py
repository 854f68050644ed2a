"""At which hour and where a gathering arrives in the calendar of who signed up."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.gatherings import events, series
from domain.gatherings.recurrence import Rule
from store.database import Database
from store.models import Event, SignUp
from store.states import Way
from tests import make
from tests.domain.gatherings.received import PLAN, cafe, call_off, join, move, received
from tests.make import COORDINATOR

__all__ = ["cafe"]


def test_a_moved_gathering_is_read_at_its_new_time(database: Database, cafe: int, now: datetime) -> None:
    join(database, cafe, now)
    received(database, now)
    move(database, cafe, now, PLAN + timedelta(hours=3))

    last = received(database, now)[-1].vevent
    assert last.dtstart.value == PLAN + timedelta(hours=3)
    assert last.dtstart.value.utcoffset() == timedelta(hours=1)


def test_each_date_of_a_series_is_an_appointment_of_its_own(database: Database, now: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, starts_at=PLAN)
        dates = series.add(session, plan, Rule(PLAN.date(), count=2), skips_closed=False, by=COORDINATOR, now=now)
        for date in dates:
            events.open_up(session, date, by=COORDINATOR, now=now)
            make.signed_up(session, date, now=now)
    received(database, now)
    call_off(database, dates[0], now)

    first, second, last = (one.vevent for one in received(database, now))
    assert [one.dtstart.value for one in (first, second)] == [PLAN, PLAN + timedelta(days=7)]
    assert (first.uid.value == second.uid.value, first.uid.value == last.uid.value) == (False, True)
    assert last.status.value == "CANCELLED"
    assert not [name for one in (first, second, last) for name in ("rrule", "recurrence-id") if name in one.contents]


def test_only_who_takes_part_online_finds_the_link_to_the_meeting(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
        session.get_one(Event, cafe).online_url = "https://meet.example.nl/geheim"
    join(sqlite, cafe, now)
    online = join(sqlite, cafe, now, "Bo")
    with sqlite.writing() as session:
        session.get_one(SignUp, online).way = Way.ONLINE

    (here,), (there,) = received(sqlite, now), received(sqlite, now, "bo")
    assert "geheim" not in here.serialize()
    assert there.vevent.description.value == "Doe mee via https://meet.example.nl/geheim"


@pytest.mark.parametrize(
    ("starts_at", "offset"),
    [
        (datetime(2026, 12, 1, 18, 30, tzinfo=UTC), 1),
        (datetime(2027, 6, 1, 17, 30, tzinfo=UTC), 2),
        (datetime(2027, 3, 27, 23, 30, tzinfo=UTC), 1),
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), 2),
        (datetime(2027, 10, 30, 22, 30, tzinfo=UTC), 2),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), 0),  # the hour that comes twice is written in UTC
        (datetime(2027, 10, 31, 2, 30, tzinfo=UTC), 1),
    ],
)
def test_a_stranger_reads_the_right_hour_all_year(
    sqlite: Database, now: datetime, starts_at: datetime, offset: int
) -> None:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now, starts_at=starts_at)
    join(sqlite, cafe, now)

    (file,) = received(sqlite, now)
    assert file.vevent.dtstart.value == starts_at
    assert file.vevent.dtstart.value.utcoffset() == timedelta(hours=offset)
    assert file.vevent.dtend.value == starts_at + timedelta(hours=2)
