"""Calendar files as the world writes them: when somebody is busy, and nothing else."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest

from domain.local_time import instant
from outside.busy import busy_times
from outside.occurrences import Interval
from outside.unreadable import Unreadable

FIRST = datetime(2026, 11, 24, tzinfo=UTC)
LAST = FIRST + timedelta(days=140)
HOUR = timedelta(hours=1)
# As many calendars write it: a zone of their own making, here two hours ahead of UTC all year.
ZONE = """BEGIN:VTIMEZONE
TZID:Ergens
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0200
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE"""


def calendar(*parts: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *"\n".join(parts).split("\n"), "END:VCALENDAR", ""])


def event(*lines: str, uid: str = "1") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Geheim", *lines, "END:VEVENT"])


def local(text: str) -> datetime:
    """`2026-12-01 10:00` on the clock on the wall."""
    day, at = text.split()
    return instant(date.fromisoformat(day), time.fromisoformat(at))


def busy(*parts: str) -> list[tuple[datetime, datetime]]:
    return [(one.start, one.end) for one in busy_times(calendar(*parts), FIRST, LAST)]


def starts(*parts: str) -> list[datetime]:
    return [start for start, _end in busy(*parts)]


WEEKLY = (
    "DTSTART;TZID=Europe/Amsterdam:20261201T100000",
    "DTEND;TZID=Europe/Amsterdam:20261201T110000",
    "RRULE:FREQ=WEEKLY;COUNT=4",
)


def test_only_when_is_kept() -> None:
    found = busy_times(calendar(event("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z")), FIRST, LAST)

    assert found == (Interval(local("2026-12-01 10:00"), local("2026-12-01 11:00")),)
    assert "Geheim" not in repr(found)


@pytest.mark.parametrize(
    "line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:transparent"]
)
def test_what_is_free_or_called_off_does_not_count(line: str) -> None:
    assert busy(event("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", line)) == []


@pytest.mark.parametrize("line", ["TRANSP:OPAQUE", "STATUS:TENTATIVE", "STATUS:CONFIRMED", "DESCRIPTION:FREE"])
def test_what_is_not_free_counts(line: str) -> None:
    assert len(busy(event("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", line))) == 1


def test_a_time_without_a_zone_is_the_time_here() -> None:
    assert busy(event("DTSTART:20261201T100000", "DURATION:PT90M")) == [
        (local("2026-12-01 10:00"), local("2026-12-01 11:30"))
    ]


def test_a_zone_that_the_file_brings_is_read() -> None:
    assert starts(ZONE, event("DTSTART;TZID=Ergens:20261201T120000", "DURATION:PT1H")) == [local("2026-12-01 11:00")]


def test_a_zone_by_the_name_that_outlook_gives_it_is_known() -> None:
    start = "DTSTART;TZID=W. Europe Standard Time:20261201T100000"

    assert starts(event(start, "DURATION:PT1H")) == [local("2026-12-01 10:00")]


def test_whole_days_run_from_midnight_to_midnight_here() -> None:
    assert busy(event("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261207")) == [
        (local("2026-12-05 00:00"), local("2026-12-07 00:00"))
    ]
    assert busy(event("DTSTART;VALUE=DATE:20261205")) == [(local("2026-12-05 00:00"), local("2026-12-06 00:00"))]


def test_what_has_no_length_takes_no_time() -> None:
    assert busy(event("DTSTART:20261201T090000Z")) == []
    assert busy(event("DTSTART:20261201T090000Z", "DTEND:20261201T080000Z")) == []


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


def test_the_day_of_the_march_night_is_23_hours_long_and_that_of_october_25() -> None:
    march = busy(event("DTSTART;VALUE=DATE:20270326", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270327"))
    october = busy_times(
        calendar(event("DTSTART;VALUE=DATE:20261025", "RRULE:FREQ=YEARLY")),
        datetime(2026, 10, 1, tzinfo=UTC),
        datetime(2026, 11, 1, tzinfo=UTC),
    )

    assert [end - start for start, end in march] == [24 * HOUR, 23 * HOUR]
    assert [one.end - one.start for one in october] == [25 * HOUR]


def test_what_overlaps_or_touches_is_one() -> None:
    parts = [event(f"DTSTART:20261201T{hour:02}0000Z", "DURATION:PT90M", uid=str(hour)) for hour in (12, 9, 10)]

    assert busy(*parts) == [
        (local("2026-12-01 10:00"), local("2026-12-01 12:30")),
        (local("2026-12-01 13:00"), local("2026-12-01 14:30")),
    ]


def test_what_sticks_out_is_cut_off() -> None:
    assert busy(event("DTSTART:20200101T000000Z", "DTEND:20300101T000000Z")) == [(FIRST, LAST)]


def test_a_calendar_that_only_tells_free_or_busy_is_read() -> None:
    told = (
        "BEGIN:VFREEBUSY",
        "FREEBUSY;FBTYPE=BUSY:20261201T090000Z/PT1H,20261202T090000Z/20261202T100000Z",
        "FREEBUSY;FBTYPE=FREE:20261203T090000Z/PT1H",
        "END:VFREEBUSY",
    )

    assert starts(*told) == [local("2026-12-01 10:00"), local("2026-12-02 10:00")]


def test_an_event_that_nobody_can_read_leaves_the_others() -> None:
    good = event("DTSTART:20261201T090000Z", "DURATION:PT1H")
    bad = [
        event("DTSTART:gisteren", "DURATION:PT1H"),
        event("SUMMARY:Zonder begin"),
        event("DTSTART:20261202T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYDAY=XX"),
        event("DTSTART:20261202T090000Z", "DTEND:99991231T235959Z", "RRULE:FREQ=YEARLY;BYMONTH=99"),
        event("RECURRENCE-ID:ooit", "DTSTART:20200101T090000Z", "DURATION:PT1H"),
    ]

    assert local("2026-12-01 10:00") in starts(good, *bad)


@pytest.mark.parametrize("text", ["", "<html>Log in</html>", "BEGIN:VCALENDAR", "BEGIN:VEVENT\nEND:VEVENT\n", "\n" * 9])
def test_what_is_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="no_calendar"):
        busy_times(text, FIRST, LAST)


def test_an_empty_calendar_is_free() -> None:
    assert busy() == []


@pytest.mark.parametrize("rhythm", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_a_rhythm_that_nobody_has_is_refused(rhythm: str) -> None:
    with pytest.raises(Unreadable, match="too_much"):
        busy(event("DTSTART:20200101T090000Z", "DURATION:PT1S", f"RRULE:FREQ={rhythm}"))


def test_more_times_than_anybody_has_are_refused() -> None:
    every_second = ",".join(map(str, range(60)))
    rule = f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={every_second};BYSECOND={every_second}"

    with pytest.raises(Unreadable, match="too_much"):
        busy(event("DTSTART:20261101T090000Z", "DURATION:PT1S", rule))


def test_any_order_of_events_gives_the_same() -> None:
    chance = Random(7)
    parts = [
        event(f"DTSTART:202612{chance.randint(1, 28):02}T{chance.randint(8, 20):02}0000Z", "DURATION:PT1H", uid=str(n))
        for n in range(40)
    ]
    shuffled = chance.sample(parts, len(parts))

    assert busy(*shuffled) == busy(*parts)
