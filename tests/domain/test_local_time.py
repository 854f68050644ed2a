"""Local dates and times become instants, also in the two nights when the clock changes."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.local_time import instant, wall
from domain.refused import Refused
from domain.texts import say

MARCH, OCTOBER = date(2027, 3, 28), date(2027, 10, 31)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2026, 11, 24), time(19, 30), datetime(2026, 11, 24, 18, 30, tzinfo=UTC)),
        (date(2027, 6, 1), time(19, 30), datetime(2027, 6, 1, 17, 30, tzinfo=UTC)),
        (MARCH, time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (MARCH, time(3, 0), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (OCTOBER, time(3, 0), datetime(2027, 10, 31, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_wall_time_is_an_instant_in_utc(day: date, at: time, expected: datetime) -> None:
    assert instant(day, at) == expected


def test_the_hour_that_comes_twice_means_the_first_one() -> None:
    assert instant(OCTOBER, time(2, 30)) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("at", [time(2, 0), time(2, 30), time(2, 59)])
def test_a_time_that_the_march_night_skips_is_refused(at: time) -> None:
    with pytest.raises(Refused) as refused:
        instant(MARCH, at, field="start")

    assert (refused.value.key, refused.value.field) == ("time.skipped", "start")


def test_the_refusal_says_what_is_the_matter() -> None:
    with pytest.raises(Refused) as refused:
        instant(MARCH, time(2, 30))

    assert say(refused.value) == (
        "Op zondag 28 maart bestaat 02:30 niet: de klok gaat dan een uur vooruit. Kies een andere tijd."
    )


@given(st.dates(date(2020, 1, 1), date(2045, 1, 1)), st.times())
def test_what_was_written_down_is_what_is_read_back(day: date, at: time) -> None:
    try:
        moment = instant(day, at)
    except Refused:
        return

    assert wall(moment) == (day, at)
