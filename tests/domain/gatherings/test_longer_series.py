"""A series gets more dates: the next ones of its rule, never two on a day."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings import events, longer_series, series
from domain.gatherings.longer_series import longer
from domain.gatherings.recurrence import Every, Rule, dates
from domain.gatherings.series import Scope
from domain.local_time import instant, wall
from domain.refused import Refused
from store.database import Database
from store.models import Event, JournalLine
from store.models import Series as SeriesRow
from store.queries.gatherings import series as query
from store.queries.gatherings.series import SeriesDate, SeriesFacts
from store.states import EventState
from tests import make
from tests.make import COORDINATOR

TUESDAY = date(2026, 12, 1)


def weekly(session: Session, now: datetime, count: int = 2) -> tuple[int, ...]:
    """Cafés on Tuesday evenings from 1 December on."""
    begins = instant(TUESDAY, time(19, 30))
    plan = make.event_plan(now=now, starts_at=begins)
    return series.add(session, plan, Rule(TUESDAY, count=count), skips_closed=True, by=COORDINATOR, now=now)


def extend(session: Session, number: int, now: datetime, **end: Any) -> tuple[int, ...]:
    wish = {"count": None, "until": None, "skips_closed": True, **end}
    return longer_series.extend(session, number, by=COORDINATOR, now=now, **wish)


def days(session: Session) -> list[str]:
    rows = session.scalars(select(Event).order_by(Event.series_date)).all()
    return [f"{wall(row.starts_at)[0]:%d-%m}{'' if row.state is EventState.DRAFT else ' ' + row.state}" for row in rows]


def test_the_next_dates_follow_the_last_and_closed_days_are_left_out(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)

    with database.writing() as session:
        added = extend(session, made[0], now, count=4)
        rule = Rule.read(session.get_one(SeriesRow, 1).rule)
        line = session.scalars(select(JournalLine).where(JournalLine.kind == "series.extended")).one()

        assert days(session) == ["01-12", "08-12", "15-12", "22-12 skipped", "29-12 skipped", "05-01"]
        assert (len(added), rule, line.facts) == (2, Rule(TUESDAY, count=6), {"dates": 4, "closed": 2})


def test_up_to_a_day_and_then_further(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        extend(session, made[0], now, until=date(2026, 12, 15))
        extend(session, made[1], now, count=1, skips_closed=False)

        assert days(session) == ["01-12", "08-12", "15-12", "22-12"]


def test_they_take_the_hours_and_the_weekday_on_which_all_dates_are_now(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        begins = instant(date(2026, 12, 2), time(20, 0))
        plan = make.event_plan(now=now, starts_at=begins, title="Slaapcafé")
        series.change(session, made[0], plan, Scope.ALL, by=COORDINATOR, now=now)
        (added,) = extend(session, made[0], now, until=date(2026, 12, 16))
        row = session.get_one(Event, added)

        assert (wall(row.starts_at), row.title) == ((date(2026, 12, 16), time(20, 0)), "Slaapcafé")
        assert row.series_date == date(2026, 12, 15)


def test_no_day_gets_two_dates_of_a_series(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now, 3)
        moved = make.event_plan(now=now, starts_at=instant(date(2026, 12, 22), time(19, 30)))
        series.change(session, made[2], moved, Scope.THIS, by=COORDINATOR, now=now)
        extend(session, made[0], now, until=date(2026, 12, 29), skips_closed=False)

        assert days(session) == ["01-12", "08-12", "22-12", "29-12"]


def test_a_series_that_is_over_goes_on_from_today(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now)
        later = instant(date(2027, 1, 12), time(12))
        extend(session, made[0], later, count=2)

        assert days(session) == ["01-12", "08-12", "19-01", "26-01"]


@pytest.mark.parametrize(
    ("end", "key", "field"),
    [
        ({}, "series.no_end", "count"),
        ({"count": 0}, "series.no_date", "count"),
        ({"until": date(2026, 12, 8)}, "series.no_date", "until"),
        ({"until": date(2020, 12, 8)}, "series.no_date", "until"),
        ({"count": 365}, "series.too_many", "count"),
        ({"until": date(2040, 1, 1)}, "series.too_many", "until"),
        (
            {"until": date(2026, 12, 31), "skips_closed": True, "count": None, "first": 3},
            "series.every_day_closed",
            "count",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_added(
    sqlite: Database, now: datetime, end: dict[str, Any], key: str, field: str
) -> None:
    end = dict(end)
    with sqlite.writing() as session:
        made = weekly(session, now, end.pop("first", 2))

    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        extend(session, made[0], now, **end)

    assert (refused.value.key, refused.value.field) == (key, field)
    with sqlite.reading() as session:
        assert session.query(Event).count() == len(made)


def test_the_night_without_such_an_hour_refuses_them_all(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        sunday = date(2027, 3, 14)
        plan = make.event_plan(now=now, starts_at=instant(sunday, time(2, 30)))
        made = series.add(session, plan, Rule(sunday, count=1), skips_closed=False, by=COORDINATOR, now=now)

    with pytest.raises(Refused, match=r"time.skipped"), sqlite.writing() as session:
        extend(session, made[0], now, count=3)


def test_one_that_stands_alone_has_nothing_to_go_on(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"series.none"):
        extend(session, make.cafe(session, now=now), now, count=3)


def test_dates_moved_together_are_told_from_one_that_moved_alone(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now, 3)
        alone = make.event_plan(now=now, starts_at=instant(date(2026, 12, 3), time(19, 30)))
        series.change(session, made[0], alone, Scope.THIS, by=COORDINATOR, now=now)
        one = query.of_event(session, made[0])
        others = make.event_plan(now=now, starts_at=instant(date(2026, 12, 9), time(19, 30)))
        series.change(session, made[1], others, Scope.LATER, by=COORDINATOR, now=now)
        two = query.of_event(session, made[0])

    assert one and two
    assert [longer_series.shift(found.dates, now).days for found in (one, two)] == [0, 1]


def test_what_was_called_off_says_nothing_of_the_others(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now, 2)
        moved = make.event_plan(now=now, starts_at=instant(date(2026, 12, 3), time(19, 30)))
        series.change(session, made[0], moved, Scope.THIS, by=COORDINATOR, now=now)
        events.cancel(session, made[1], by=COORDINATOR, now=now)
        found = query.of_event(session, made[0])

    assert found and longer_series.shift(found.dates, now).days == 2


@given(st.sampled_from(Every), st.integers(1, 4), st.integers(1, 20), st.integers(1, 20), st.integers(-3, 3))
def test_a_longer_series_is_what_the_longer_rule_would_have_given(
    every: Every, step: int, count: int, more: int, by: int
) -> None:
    now = instant(date(2026, 11, 24), time(12))
    rule, moved = Rule(TUESDAY, every, step, count=count), timedelta(days=by)
    stands = [SeriesDate(0, day, instant(day + moved, time(19, 30)), EventState.OPEN) for day in dates(rule)]
    found = longer(SeriesFacts(1, rule.as_data(), True, tuple(stands)), count=more, until=None, now=now)

    assert tuple(found.days) == dates(Rule(TUESDAY, every, step, count=count + more))[count:]
    assert {real - day for day, real in found.days.items()} == {moved}
