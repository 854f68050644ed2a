"""Why there is no time: the hours that a buddy offers, those that are free, and what took the rest; they add up."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings

from domain.availability import days_off
from domain.availability.days_off import Days, NewTerms
from domain.availability.free_time import as_spans, free
from domain.availability.local_days import local_days
from domain.availability.taken import Question, Reason, left
from domain.availability.why_not import Balance, DayAhead, Taken, ahead, day_ahead, summed, why_not
from domain.buddying import buddies, rest
from store.database import Database
from store.models import BusyTime
from store.queries.buddying.free_time import Agenda
from store.queries.buddying.weeks import Block
from tests import make
from tests.domain.availability.cases import REGION, USUAL, cases, utc

TUESDAY = date(2026, 12, 1)
CHRISTMAS = (date(2026, 12, 21), date(2027, 1, 3))


@given(cases())
@settings(max_examples=200, deadline=None)
def test_what_is_free_and_what_was_taken_add_up_to_what_is_offered(case: tuple[Agenda, Question]) -> None:
    agenda, asked = case

    days = [day_ahead(agenda, asked, one) for one in asked.days]

    balance = summed(days)
    minutes = sum((one.end - one.start for one in as_spans(left(agenda, asked))), timedelta()) // timedelta(minutes=1)
    assert balance.offered == balance.free + sum(one.minutes for one in balance.taken)
    assert balance.free == minutes


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 2), (date(2027, 3, 28), 2), (date(2026, 10, 25), 4), (date(2026, 11, 1), 3)]
)
def test_the_night_on_which_the_clock_changes_offers_an_hour_less_or_more(day: date, hours: int) -> None:
    asked = Question(local_days(day, day), utc(day - timedelta(days=2), 12), {}, False)
    agenda = Agenda(REGION, USUAL, (Block(6, 60, 240),))

    balance = day_ahead(agenda, asked, asked.days[0]).balance

    assert balance == Balance(hours * 60, hours * 60, ())


def test_each_reason_is_counted_in_its_turn(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        days_off.add(session, buddy_id, Days(TUESDAY, TUESDAY, (1140, 1200)), by=make.COORDINATOR, now=now)
        start = datetime(2026, 12, 1, 18, 30, tzinfo=UTC)
        session.add(BusyTime(buddy_id=buddy_id, starts_at=start, ends_at=start + timedelta(hours=1)))

        balance = why_not(session, buddy_id, TUESDAY, TUESDAY, now=now)

    assert balance == Balance(180, 90, (Taken(Reason.AWAY, 60), Taken(Reason.BUSY, 30)))


def test_school_holidays_take_the_hours_of_who_wants_them_free(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        before = why_not(session, buddy_id, *CHRISTMAS, now=now)

        days_off.set_terms(session, buddy_id, NewTerms(24, 0, None, False), by=make.COORDINATOR, now=now)

        assert before == Balance(360, 360, ())
        assert why_not(session, buddy_id, *CHRISTMAS, now=now) == Balance(360, 0, (Taken(Reason.SCHOOL_HOLIDAY, 360),))


def test_a_pause_takes_every_hour_until_its_day(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        until = TUESDAY + timedelta(days=7)
        buddies.pause(session, buddy_id, until=until, by=make.COORDINATOR, now=now)

        assert why_not(session, buddy_id, TUESDAY, until, now=now) == Balance(360, 180, (Taken(Reason.PAUSE, 180),))


def test_a_rest_counts_for_a_new_parent_only(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        rest.rest(session, buddy_id, TUESDAY + timedelta(days=1), by=make.COORDINATOR, now=now)

        assert why_not(session, buddy_id, TUESDAY, TUESDAY, now=now).free == 180
        assert why_not(session, buddy_id, TUESDAY, TUESDAY, now=now, new_parent=True).taken == (
            Taken(Reason.REST, 180),
        )  # fmt: skip


def test_every_day_says_what_is_free_as_the_search_for_moments_does(sqlite: Database, now: datetime) -> None:
    last = TUESDAY + timedelta(days=8)
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        days = ahead(session, buddy_id, TUESDAY, last, now=now)

        assert [one.day for one in days] == [TUESDAY + timedelta(days=number) for number in range(9)]
        assert tuple(span for one in days for span in one.free) == free(
            session, [buddy_id], TUESDAY, last, now=now
        )[buddy_id]  # fmt: skip


def test_a_day_without_hours_is_offered_nothing(sqlite: Database, now: datetime) -> None:
    wednesday = TUESDAY + timedelta(days=1)
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        assert ahead(session, buddy_id, wednesday, wednesday, now=now) == (DayAhead(wednesday, (), Balance(0, 0, ())),)


def test_nobody_is_there_to_ask(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        assert ahead(session, 99, TUESDAY, TUESDAY, now=now) == ()
