"""When a buddy is free: equal to a walk quarter by quarter, also in the weeks in which the clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings

from domain.availability.free_time import Span, as_spans, free, starts
from domain.availability.local_days import local_days
from domain.availability.taken import Question, left
from domain.gatherings.closed_days import Why, holiday
from i18n.dates import AMSTERDAM
from store.database import Database
from store.queries.buddying.free_time import Agenda, OtherDays
from store.queries.buddying.weeks import Block
from tests import make
from tests.domain.availability.cases import REGION, USUAL, cases, utc

QUARTER = timedelta(minutes=15)


def minute_of(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def walked(agenda: Agenda, asked: Question) -> list[Span]:
    """The same, by looking at every quarter of an hour on its own."""
    found: list[Span] = []
    begin, end = (datetime.fromtimestamp(minute * 60, UTC) for minute in asked.whole)
    while begin < end:
        if quarter_is_free(agenda, asked, begin):
            if found and found[-1].end == begin:
                found[-1] = Span(found[-1].start, begin + QUARTER)
            else:
                found.append(Span(begin, begin + QUARTER))
        begin += QUARTER
    return found


def quarter_is_free(agenda: Agenda, asked: Question, begin: datetime) -> bool:
    terms, day = agenda.terms, begin.astimezone(AMSTERDAM).date()
    extra = [one for one in agenda.other_days if one.available and differs(one, begin)]
    closed = holiday(REGION, day)
    if closed and not extra and (closed.why is Why.PUBLIC or not terms.in_school_holidays):
        return False
    if not extra and not usual(agenda, begin):
        return False
    if any(not one.available and differs(one, begin) for one in agenda.other_days):
        return False
    if terms.paused and (terms.paused_until is None or day < terms.paused_until):
        return False
    if asked.new_parent and terms.rest_until and day < terms.rest_until:
        return False
    if begin < asked.now + timedelta(hours=terms.notice_hours) or taken(agenda, begin):
        return False
    monday = day - timedelta(days=day.weekday())
    agreed = [datetime.fromtimestamp(start * 60, AMSTERDAM).date() for start, _end in agenda.appointments]
    this_week = [one for one in agreed if one - timedelta(days=one.weekday()) == monday]
    return terms.weekly_most is None or len(this_week) < terms.weekly_most


def usual(agenda: Agenda, begin: datetime) -> bool:
    local = begin.astimezone(AMSTERDAM)
    minute = local.hour * 60 + local.minute
    return any(one.weekday == local.weekday() and one.start <= minute < one.end for one in agenda.week)


def differs(one: OtherDays, begin: datetime) -> bool:
    local = begin.astimezone(AMSTERDAM)
    minute = local.hour * 60 + local.minute
    within = one.start is None or one.end is None or one.start <= minute < one.end
    return within and one.first_day <= local.date() <= one.last_day


def taken(agenda: Agenda, begin: datetime) -> bool:
    here, room = minute_of(begin), agenda.terms.buffer_minutes
    agreed = [(start - room, end + room) for start, end in agenda.appointments]
    return any(start < here + 15 and here < end for start, end in (*agenda.busy, *agreed))


@given(cases())
@settings(max_examples=300, deadline=None)
def test_free_time_equals_a_walk_quarter_by_quarter(case: tuple[Agenda, Question]) -> None:
    agenda, asked = case

    assert list(as_spans(left(agenda, asked))) == walked(agenda, asked)


@pytest.mark.parametrize(
    ("day", "start", "end", "expected"),
    [
        (date(2027, 3, 28), 0, 1440, 23),
        (date(2026, 10, 25), 0, 1440, 25),
        (date(2027, 3, 28), 60, 240, 2),
        (date(2026, 10, 25), 60, 240, 4),
        (date(2027, 3, 28), 120, 180, 0),
        (date(2026, 10, 25), 120, 180, 2),
        (date(2026, 11, 24), 60, 240, 3),
    ],
)
def test_the_night_on_which_the_clock_changes_has_an_hour_less_or_more(
    day: date, start: int, end: int, expected: int
) -> None:
    asked = Question(local_days(day, day), utc(day - timedelta(days=2), 12), {}, False)
    agenda = Agenda(REGION, USUAL, (Block(day.weekday(), start, end),))

    spans = as_spans(left(agenda, asked))

    assert sum((one.end - one.start for one in spans), timedelta()) == timedelta(hours=expected)


@pytest.mark.parametrize("sunday", [date(2027, 3, 28), date(2026, 10, 25)])
def test_tuesday_evening_stays_half_past_seven_after_the_clock_changes(
    sqlite: Database, now: datetime, sunday: date
) -> None:
    before, after = sunday - timedelta(days=5), sunday + timedelta(days=2)
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)

        found = free(session, [buddy_id], before, after, now=utc(before, 0) - timedelta(days=3))

    assert found == {buddy_id: (Span(utc(before, 19), utc(before, 22)), Span(utc(after, 19), utc(after, 22)))}


def test_evenings_that_meet_at_midnight_are_one_span(now: datetime) -> None:
    first = date(2026, 11, 24)
    agenda = Agenda(REGION, USUAL, (Block(1, 1320, 1440), Block(2, 0, 60)))
    asked = Question(local_days(first, first + timedelta(days=1)), utc(first, 9), {}, False)

    assert as_spans(left(agenda, asked)) == (Span(utc(first, 22), utc(first + timedelta(days=1), 1)),)


def test_a_conversation_begins_on_the_half_hour_and_ends_in_time() -> None:
    day = date(2026, 11, 24)
    spans = [Span(utc(day, 9, 10), utc(day, 11)), Span(utc(day, 19), utc(day, 19, 45))]

    assert starts(spans, 60) == (utc(day, 9, 30), utc(day, 10))
    assert starts(spans, 45, step=15) == tuple(
        utc(day, *at) for at in [(9, 15), (9, 30), (9, 45), (10, 0), (10, 15), (19, 0)]
    )
