"""When a buddy is free: equal to a walk quarter by quarter, also in the weeks in which the clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.availability.availability import merged
from domain.availability.free_time import Span, as_spans, free, starts
from domain.availability.local_days import local_days
from domain.availability.taken import Question, holidays, left
from domain.gatherings.closed_days import Why, holiday
from i18n.dates import AMSTERDAM
from store.database import Database
from store.models import Appointment, AvailabilityException, Buddy, BusyTime
from store.queries.free_time import Agenda, OtherDays, Terms
from store.queries.weeks import Block
from store.states import AppointmentState
from tests import make
from tests.counting import counted

REGION = "Noord"
USUAL = Terms(0, 0, None, True, False, None, None, False)
QUARTER = timedelta(minutes=15)
# A plain week, the nights on which the clock changes, Christmas, and a school holiday.
FIRST_DAYS = [date(2026, 11, 24), date(2027, 3, 25), date(2026, 10, 22), date(2026, 12, 21), date(2026, 7, 2)]


def utc(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM, fold=fold)
    return local.astimezone(UTC)


def minute_of(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def quarters(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least // 15, most // 15).map(lambda number: number * 15)


hours = st.tuples(quarters(0, 1425), quarters(15, 600)).map(lambda one: (one[0], min(1440, one[0] + one[1])))
weeks = st.lists(st.builds(lambda day, span: Block(day, *span), st.integers(0, 6), hours), max_size=9).map(merged)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Agenda, Question]:
    first = draw(st.sampled_from(FIRST_DAYS))
    days = local_days(first, first + timedelta(days=draw(st.integers(0, 9))))
    near = st.integers(-3, 12).map(lambda number: first + timedelta(days=number))

    def other(available: bool) -> OtherDays:
        start, end = draw(st.one_of(st.just((None, None)), hours))
        begin = draw(near)
        return OtherDays(1, begin, begin + timedelta(days=draw(st.integers(0, 4))), start, end, available)

    def times() -> tuple[tuple[int, int], ...]:
        begins = draw(st.lists(quarters(-1440, 14 * 1440), max_size=4))
        return tuple(sorted((days[0].start + one, days[0].start + one + draw(quarters(15, 300))) for one in begins))

    maybe = st.one_of(st.none(), near)
    terms = Terms(
        draw(st.sampled_from([0, 24, 72])),
        draw(st.sampled_from([0, 15, 60])),
        draw(st.sampled_from([None, 1, 2])),
        draw(st.booleans()),
        draw(st.booleans()) and draw(st.booleans()),
        draw(maybe),
        draw(maybe),
        False,
    )
    others = tuple(other(draw(st.booleans())) for _number in range(draw(st.integers(0, 4))))
    now = utc(first, 9) + timedelta(hours=draw(st.integers(-48, 48)))
    question = Question(days, now, holidays({REGION}, days), draw(st.booleans()))
    return Agenda(REGION, terms, draw(weeks), others, times(), times()), question


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


def test_all_that_takes_time_away_is_read_from_the_database(database: Database, now: datetime) -> None:
    tuesday = date(2026, 12, 1)
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, municipality_code="GM0361")
        row = session.get_one(Buddy, buddy_id)
        row.buffer_minutes = 15
        request_id = make.request(session, now=now)
        match_id = make.match(session, now=now, email="bea@example.nl")
        session.add_all(
            [
                BusyTime(buddy_id=buddy_id, starts_at=utc(tuesday, 20), ends_at=utc(tuesday, 20, 30)),
                AvailabilityException(
                    buddy_id=buddy_id, first_day=tuesday, last_day=tuesday, from_minute=540, to_minute=600,
                    available=True,
                ),
                AvailabilityException(
                    buddy_id=buddy_id, first_day=tuesday, last_day=tuesday, from_minute=1140, to_minute=1155,
                    available=False,
                ),
                *(
                    Appointment(
                        buddy_id=buddy_id, match_id=match_id, request_id=request_id, state=state,
                        starts_at=utc(tuesday, hour), ends_at=utc(tuesday, hour, 15), contact_mode="phone",
                        created_at=now, changed_at=now,
                    )
                    for hour, state in ((21, AppointmentState.PLANNED), (22, AppointmentState.CANCELLED))
                ),
            ]
        )  # fmt: skip

        found = free(session, [buddy_id], tuesday, tuesday, now=utc(tuesday, 9) - timedelta(days=3))[buddy_id]

    assert found == (
        Span(utc(tuesday, 9), utc(tuesday, 10)),
        Span(utc(tuesday, 19, 15), utc(tuesday, 20)),
        Span(utc(tuesday, 20, 30), utc(tuesday, 20, 45)),
        Span(utc(tuesday, 21, 30), utc(tuesday, 22)),
    )


@pytest.mark.parametrize("how_many", [1, 30])
def test_many_buddies_cost_as_many_queries_as_one(sqlite: Database, now: datetime, how_many: int) -> None:
    with sqlite.writing() as session:
        numbers = [make.buddy(session, now=now, email=f"{one}@example.nl") for one in range(how_many)]

    asked = counted(sqlite, lambda session: free(session, numbers, date(2026, 12, 1), date(2026, 12, 31), now=now))

    assert asked == 5


def test_who_is_not_there_has_no_time_and_neither_has_a_range_backwards(sqlite: Database, now: datetime) -> None:
    with sqlite.reading() as session:
        assert free(session, [99], date(2026, 12, 1), date(2026, 12, 2), now=now) == {99: ()}
        assert free(session, [99], date(2026, 12, 2), date(2026, 12, 1), now=now) == {99: ()}
