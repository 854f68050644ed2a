"""A calendar file can't keep us busy, whatever is in it."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from outside.apart import busy_times_apart
from outside.busy import busy_times
from outside.unreadable import Unreadable

FIRST = datetime(2026, 11, 24, tzinfo=UTC)
LAST = FIRST + timedelta(days=140)


def calendar(*lines: str) -> str:
    event = ["BEGIN:VEVENT", "UID:1", "DTSTART:20261201T090000Z", "DURATION:PT1H", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", *event, "END:VCALENDAR", ""])


def test_a_file_read_apart_tells_the_same() -> None:
    text = calendar("RRULE:FREQ=WEEKLY", "SUMMARY:Koffie bij Zoë")

    assert busy_times_apart(text, FIRST, LAST) == busy_times(text, FIRST, LAST)


def test_a_refusal_comes_back_as_it_is() -> None:
    with pytest.raises(Unreadable, match="no_calendar"):
        busy_times_apart("<html>", FIRST, LAST)


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",  # never: looked for until the year 9999
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=1,2,3,4,5,6,7,8,9;BYSETPOS=5",
    ],
)
def test_a_rule_without_an_answer_is_left_in_time(rule: str) -> None:
    began = time.monotonic()

    with pytest.raises(Unreadable, match="too_much"):
        busy_times_apart(calendar(rule), FIRST, LAST, seconds=1.5)

    assert time.monotonic() - began < 10
