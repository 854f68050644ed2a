"""Days that differ from the week, and the terms on which a buddy has time."""

from datetime import date, datetime, timedelta

import pytest

from domain.actors import PARENT, Actor
from domain.availability import days_off
from domain.availability.days_off import Days, NewTerms
from domain.availability.free_time import Span
from domain.refused import Refused
from store.database import Database
from store.models import AvailabilityException
from store.queries.buddying.free_time import Terms, other_days, terms_of
from tests import make
from tests.domain.availability.days import AFTER, NEXT_TUESDAY, TODAY, at, free_on, kinds

TERMS = NewTerms(48, 30, 2, False)


def test_who_is_away_has_no_time_and_the_week_after_it_is_as_usual(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        by = make.buddy_actor(buddy_id)

        first = days_off.add(session, buddy_id, Days(NEXT_TUESDAY, NEXT_TUESDAY), by=by, now=now)
        again = days_off.add(session, buddy_id, Days(NEXT_TUESDAY, NEXT_TUESDAY), by=by, now=now)

        assert first == again
        assert free_on(session, buddy_id, now, NEXT_TUESDAY, AFTER) == [Span(at(AFTER, 19), at(AFTER, 22))]
        assert kinds(session) == ["days_off.added"]


def test_hours_away_and_extra_hours_count_for_that_day_only(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        away, extra = Days(NEXT_TUESDAY, NEXT_TUESDAY, (1140, 1200)), Days(AFTER, AFTER, (540, 600), extra=True)

        for days in (away, extra):
            days_off.add(session, buddy_id, days, by=make.COORDINATOR, now=now)

        assert free_on(session, buddy_id, now, NEXT_TUESDAY, AFTER) == [
            Span(at(NEXT_TUESDAY, 20), at(NEXT_TUESDAY, 22)),
            Span(at(AFTER, 9), at(AFTER, 10)),
            Span(at(AFTER, 19), at(AFTER, 22)),
        ]


def test_what_was_removed_can_be_added_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        days = Days(NEXT_TUESDAY, AFTER, (1140, 1200))
        number = days_off.add(session, buddy_id, days, by=make.COORDINATOR, now=now)

        removed = [days_off.remove(session, buddy_id, number, by=make.COORDINATOR, now=now) for _twice in range(2)]
        days_off.add(session, buddy_id, days, by=make.COORDINATOR, now=now)

        assert removed == [days, None]
        assert [one.first_day for one in other_days(session, buddy_id, TODAY)] == [NEXT_TUESDAY]
        assert kinds(session) == ["days_off.added", "days_off.removed", "days_off.added"]


def test_the_days_of_another_buddy_are_not_removed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        other = make.buddy(session, now=now, email="b@example.nl")
        number = days_off.add(session, buddy_id, Days(AFTER, AFTER), by=make.COORDINATOR, now=now)

        assert days_off.remove(session, other, number, by=make.buddy_actor(other), now=now) is None
        assert len(other_days(session, buddy_id, TODAY)) == 1


@pytest.mark.parametrize(
    ("days", "key", "field"),
    [
        (Days(AFTER, NEXT_TUESDAY), "days_off.backwards", "last"),
        (Days(date(2026, 11, 1), date(2026, 11, 23)), "days_off.past", "last"),
        (Days(TODAY, TODAY + timedelta(days=366)), "days_off.too_long", "last"),
        (Days(AFTER, AFTER, extra=True), "days_off.hours_needed", "start"),
        (Days(AFTER, AFTER, (600, 600)), "availability.backwards", "end"),
        (Days(AFTER, AFTER, (600, 1441)), "availability.backwards", "end"),
        (Days(AFTER, AFTER, (-15, 60)), "availability.backwards", "end"),
    ],
)
def test_impossible_days_are_refused_at_their_field(
    sqlite: Database, now: datetime, days: Days, key: str, field: str
) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused) as refusal:
            days_off.add(session, buddy_id, days, by=make.COORDINATOR, now=now)

        assert (refusal.value.key, refusal.value.field) == (key, field)
        assert other_days(session, buddy_id, TODAY) == ()


def test_nobody_needs_more_than_a_hundred(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        for number in range(days_off.MOST):
            one = TODAY + timedelta(days=number)
            days_off.add(session, buddy_id, Days(one, one), by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^days_off.too_many$"):
            days_off.add(session, buddy_id, Days(TODAY, AFTER), by=make.COORDINATOR, now=now)


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(99)])
def test_nobody_touches_the_days_or_terms_of_another_buddy(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            days_off.add(session, buddy_id, Days(AFTER, AFTER), by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            days_off.remove(session, buddy_id, 1, by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            days_off.set_terms(session, buddy_id, TERMS, by=by, now=now)


def test_terms_are_kept_and_the_same_again_writes_no_line(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)

        for _twice in range(2):
            days_off.set_terms(session, buddy_id, TERMS, by=make.buddy_actor(buddy_id), now=now)

        assert terms_of(session, buddy_id) == Terms(48, 30, 2, False, False, None, None, False)
        assert kinds(session) == ["availability.terms"]


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (NewTerms(-1, 0, None, True), "notice_hours"),
        (NewTerms(337, 0, None, True), "notice_hours"),
        (NewTerms(0, 241, None, True), "buffer_minutes"),
        (NewTerms(0, 0, 21, True), "weekly_most"),
        (NewTerms(0, 0, -1, True), "weekly_most"),
    ],
)
def test_terms_out_of_bounds_are_refused_at_their_field(
    sqlite: Database, now: datetime, terms: NewTerms, field: str
) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^availability.out_of_bounds$") as refusal:
            days_off.set_terms(session, buddy_id, terms, by=make.COORDINATOR, now=now)

        assert refusal.value.field == field


def test_days_that_are_over_are_forgotten(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        for days in (Days(TODAY, TODAY), Days(TODAY, AFTER)):
            days_off.add(session, buddy_id, days, by=make.COORDINATOR, now=now)

        days_off.tend(session, now + timedelta(days=1))

        assert [row.last_day for row in session.query(AvailabilityException)] == [AFTER]
