"""Rhythms in local time, through both clock changes."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.clockwork.rhythms import Always, Daily, Dated, Every, Monthly, Rhythm, Weekly, read
from domain.clockwork.timetable import Job
from i18n.dates import AMSTERDAM

DAY = timedelta(days=1)
START = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


def job(rhythm: Rhythm, useful: timedelta = DAY) -> Job:
    return Job("test", "", "", rhythm, grace=timedelta(hours=1), useful=useful)


def local(rhythm: Dated, on: date) -> str:
    """When it is due on a date, as the clock on the wall shows it then."""
    noon = datetime.combine(on, time(12), tzinfo=AMSTERDAM)
    return "; ".join(
        f"{due.at.astimezone(AMSTERDAM):%H:%M %Z}"
        for due in rhythm.between(noon - DAY, noon)
        if due.period == on.isoformat()
    )


@pytest.mark.parametrize(
    ("on", "at", "expected"),
    [
        (date(2026, 3, 29), time(0, 30), "00:30 CET"),
        (date(2026, 3, 29), time(2, 30), "03:30 CEST"),
        (date(2026, 3, 29), time(6, 30), "06:30 CEST"),
        (date(2026, 3, 30), time(0, 30), "00:30 CEST"),
        (date(2026, 10, 25), time(2, 30), "02:30 CEST"),
        (date(2026, 10, 25), time(6, 30), "06:30 CET"),
        (date(2026, 10, 26), time(0, 0), "00:00 CET"),
    ],
)
def test_a_time_on_the_wall_holds_through_both_clock_changes(on: date, at: time, expected: str) -> None:
    assert local(Daily(at), on) == expected


minutes_between_ticks = st.lists(st.one_of(st.integers(1, 180), st.integers(180, 60 * 60)), min_size=30, max_size=300)


@settings(max_examples=15, deadline=None)
@given(
    start=st.integers(0, 365 * 5),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    gaps=minutes_between_ticks,
)
def test_over_years_with_outages_each_date_comes_exactly_once_and_never_early(
    start: int, at: time, gaps: list[int]
) -> None:
    rhythm, first = job(Daily(at)), START + start * DAY
    now, last, seen = first, first, []

    for gap in gaps:
        now += timedelta(minutes=gap)
        for due, _useful in rhythm.due(last, now):
            assert last < due.at <= now
            seen.append(due.period)
            last = due.at

    assert seen == _dates_due(at, first, now)


def _dates_due(at: time, first: datetime, last: datetime) -> list[str]:
    """Every date whose moment lies in between, found another way: minute by minute round the time on the wall."""
    days = ((first.astimezone(AMSTERDAM).date() + n * DAY) for n in range((last - first).days + 3))
    return [day.isoformat() for day in days if first < _moment(day, at) <= last]


def _moment(day: date, at: time) -> datetime:
    midnight = datetime.combine(day, time(0), tzinfo=AMSTERDAM).astimezone(UTC)
    minutes = (midnight + timedelta(minutes=n) for n in range(25 * 60))
    shown = {f"{one.astimezone(AMSTERDAM):%H:%M}": one for one in reversed(list(minutes))}
    wanted = f"{at:%H:%M}"
    return shown.get(wanted) or shown[f"{at.hour + 1:02}:{at.minute:02}"]


@pytest.mark.parametrize("at", [time(0, 0), time(0, 30), time(2, 0), time(2, 30), time(3, 0), time(23, 59)])
def test_at_any_hour_six_years_have_each_date_once_in_order(at: time) -> None:
    found = list(Daily(at).between(START, START + 2191 * DAY))

    dates = [date.fromisoformat(due.period) for due in found]
    assert (dates == [dates[0] + n * DAY for n in range(2191)], found == sorted(found, key=lambda due: due.at)) == (
        True,
        True,
    )


def test_a_week_and_a_month_come_once_each_over_three_years() -> None:
    weekly, monthly = Weekly(time(0, 30), "monday"), Monthly(time(0, 5), 31)

    weeks = Counter(due.period for due in weekly.between(START, START + 1096 * DAY))
    months = Counter(due.period for due in monthly.between(START, START + 1096 * DAY))

    assert (set(weeks.values()), len(weeks), set(months.values()), len(months)) == ({1}, 157, {1}, 36)


def test_day_31_is_the_last_day_of_a_short_month() -> None:
    due = next(Monthly(time(6, 30), 31).between(datetime(2027, 2, 1, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)))

    assert due.at == datetime(2027, 2, 28, 5, 30, tzinfo=UTC)


def test_after_a_stop_only_the_last_of_the_minutes_counts() -> None:
    found = list(Every(5).between(START, START + timedelta(hours=3, minutes=2)))

    assert [due.period for due in found] == ["2026-01-01T15:00Z"]


def test_what_came_too_late_is_named_but_not_useful_any_more() -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

    found = job(Daily(time(6, 30))).due(now - 3 * DAY, now)

    assert [(due.period, useful) for due, useful in found] == [
        ("2026-11-22", False),
        ("2026-11-23", False),
        ("2026-11-24", True),
    ]


def test_a_new_job_looks_back_one_period_only() -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

    assert [due.period for due, _ in job(Daily(time(6, 30))).due(None, now)] == ["2026-11-24"]


def test_a_clock_that_was_set_back_does_not_stop_the_work() -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

    assert [due.period for due, _ in job(Daily(time(6, 30))).due(now + 300 * DAY, now)] == ["2026-11-24"]


@pytest.mark.parametrize(
    ("data", "words", "following"),
    [
        ({"always": True}, "Doorlopend", None),
        ({"every": 1}, "Elke minuut", "2026-01-01 12:01"),
        ({"every": 15}, "Elke 15 minuten", "2026-01-01 12:15"),
        ({"daily": "06:30"}, "Elke dag om 06:30", "2026-01-02 05:30"),
        ({"weekly": "monday 07:00"}, "Elke maandag om 07:00", "2026-01-05 06:00"),
        ({"monthly": "10 06:30"}, "Elke maand op dag 10 om 06:30", "2026-01-10 05:30"),
    ],
)
def test_the_timetable_says_when_in_words(data: dict[str, object], words: str, following: str | None) -> None:
    rhythm = read(data)

    moment = rhythm.next(START)

    assert (str(rhythm), f"{moment:%Y-%m-%d %H:%M}" if moment else None) == (words, following)


@pytest.mark.parametrize(
    "data", [{}, {"every": 0}, {"daily": "25:00"}, {"weekly": "someday 07:00"}, {"monthly": "40 06:30"}]
)
def test_a_rhythm_that_makes_no_sense_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        read(data)


def test_what_never_rests_has_no_periods() -> None:
    assert list(Always().between(START, START + DAY)) == []
