"""Calendar files with what repeats: each time, but for what was moved, left out or called off."""

from datetime import UTC, datetime

import pytest

from outside.unreadable import Unreadable
from tests.outside.calendars import busy, event, local, starts

WEEKLY = (
    "DTSTART;TZID=Europe/Amsterdam:20261201T100000",
    "DTEND;TZID=Europe/Amsterdam:20261201T110000",
    "RRULE:FREQ=WEEKLY;COUNT=4",
)


def test_what_repeats_is_there_each_time() -> None:
    assert starts(event(*WEEKLY)) == [local(f"2026-12-{day:02} 10:00") for day in (1, 8, 15, 22)]


def test_what_began_long_ago_still_repeats() -> None:
    rule = ("DTSTART;TZID=Europe/Amsterdam:20200107T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")

    assert starts(event(*rule))[:2] == [local("2026-12-01 10:00"), local("2026-12-15 10:00")]


def test_a_rule_ends_when_it_says() -> None:
    rule = ("DTSTART;TZID=Europe/Amsterdam:20261201T100000", "DURATION:PT1H")

    assert len(starts(event(*rule, "RRULE:FREQ=DAILY;UNTIL=20261203T090000Z"))) == 3
    assert len(starts(event(*rule, "RRULE:FREQ=DAILY;UNTIL=20261203T085959Z"))) == 2
    assert len(starts(event(*rule, "RRULE:FREQ=DAILY;UNTIL=20261203"))) == 3


def test_the_third_thursday_of_each_month() -> None:
    rule = ("DTSTART;TZID=Europe/Amsterdam:20261119T193000", "DURATION:PT2H", "RRULE:FREQ=MONTHLY;BYDAY=3TH;COUNT=3")

    assert starts(event(*rule)) == [local("2026-12-17 19:30"), local("2027-01-21 19:30")]


def test_a_date_that_is_left_out_is_free() -> None:
    by_moment = "EXDATE;TZID=Europe/Amsterdam:20261208T100000"
    by_date = "EXDATE;VALUE=DATE:20261215"

    assert starts(event(*WEEKLY, by_moment, by_date)) == [local("2026-12-01 10:00"), local("2026-12-22 10:00")]


def test_extra_dates_count_too() -> None:
    extra = ("RDATE:20261210T100000Z", "RDATE;VALUE=PERIOD:20261211T100000Z/PT3H")

    assert busy(event(*WEEKLY[:2], *extra))[1:] == [
        (local("2026-12-10 11:00"), local("2026-12-10 12:00")),
        (local("2026-12-11 11:00"), local("2026-12-11 14:00")),
    ]


def test_one_time_that_was_moved_is_only_where_it_went() -> None:
    moved = (
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20261208T100000",
        "DTSTART;TZID=Europe/Amsterdam:20261209T140000",
        "DURATION:PT1H",
    )

    assert starts(event(*moved), event(*WEEKLY)) == [
        local("2026-12-01 10:00"), local("2026-12-09 14:00"), local("2026-12-15 10:00"), local("2026-12-22 10:00"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "TRANSP:TRANSPARENT"])
def test_one_time_that_was_called_off_is_free(line: str) -> None:
    off = ("RECURRENCE-ID:20261208T090000Z", "DTSTART:20261208T090000Z", "DURATION:PT1H", line)

    assert len(starts(event(*WEEKLY), event(*off))) == 3


def test_a_moved_time_of_another_event_changes_nothing() -> None:
    other = ("RECURRENCE-ID:20261208T090000Z", "DTSTART:20261208T090000Z", "DURATION:PT1H", "STATUS:CANCELLED")

    assert len(starts(event(*WEEKLY), event(*other, uid="2"))) == 4


def test_a_weekly_hour_stays_at_ten_when_the_clocks_change() -> None:
    rule = ("DTSTART;TZID=Europe/Amsterdam:20270321T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")

    assert starts(event(*rule)) == [
        datetime(2027, 3, 21, 9, tzinfo=UTC), datetime(2027, 3, 28, 8, tzinfo=UTC), datetime(2027, 4, 4, 8, tzinfo=UTC)
    ]  # fmt: skip


@pytest.mark.parametrize("rhythm", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_a_rhythm_that_nobody_has_is_refused(rhythm: str) -> None:
    with pytest.raises(Unreadable, match="too_much"):
        busy(event("DTSTART:20200101T090000Z", "DURATION:PT1S", f"RRULE:FREQ={rhythm}"))


def test_more_times_than_anybody_has_are_refused() -> None:
    every_second = ",".join(map(str, range(60)))
    rule = f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={every_second};BYSECOND={every_second}"

    with pytest.raises(Unreadable, match="too_much"):
        busy(event("DTSTART:20261101T090000Z", "DURATION:PT1S", rule))
