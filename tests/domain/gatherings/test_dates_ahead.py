"""What stands in the way of each date of a rule."""

from datetime import date, datetime, time, timedelta

from domain.gatherings import events
from domain.gatherings.clashes import Runs
from domain.gatherings.dates_ahead import look_ahead
from domain.gatherings.event_plans import VenuePlan
from domain.local_time import instant
from store.database import Database
from tests import make

WHERE = VenuePlan("De Wilg", "GM0361")
EVENING = time(19, 30), time(21, 30)
TUESDAY = date(2026, 12, 8)


def weeks(count: int, first: date = TUESDAY) -> list[date]:
    return [first + timedelta(weeks=week) for week in range(count)]


def test_each_date_has_its_own_holiday_and_its_own_clash(database: Database, now: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, starts_at=instant(date(2026, 12, 15), time(20)), venue=WHERE)
        events.add(session, plan, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        found = look_ahead(session, weeks(3), EVENING, where=WHERE, now=now)

    closed = [one.closed.name if one.closed else None for one in found]
    assert closed == [None, None, "Kerstvakantie"]
    assert [[clash.runs for clash in one.clashes] for one in found] == [[], [Runs.VENUE], []]


def test_a_date_without_such_an_hour_or_in_the_past_is_named(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        night = look_ahead(session, weeks(2, date(2027, 3, 21)), (time(2, 30), time(4)), where=WHERE, now=now)
        past = look_ahead(session, weeks(2, date(2026, 11, 17)), EVENING, where=WHERE, now=now)

    assert [one.impossible.key if one.impossible else None for one in (*night, *past)] == [
        None, "time.skipped", "event.starts_in_the_past", None,
    ]  # fmt: skip


def test_without_hours_only_closed_days_are_seen(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        found = look_ahead(session, weeks(3), None, where=WHERE, now=now)

    assert [(bool(one.closed), one.clashes, one.impossible) for one in found] == [
        (False, (), None), (False, (), None), (True, (), None),
    ]  # fmt: skip
