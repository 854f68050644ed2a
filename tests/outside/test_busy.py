"""Calendar files as the world writes them: when somebody is busy, and nothing else."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from outside.busy import busy_times
from outside.occurrences import Interval
from outside.unreadable import Unreadable
from tests.outside.calendars import FIRST, LAST, busy, calendar, event, local, starts

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


def test_any_order_of_events_gives_the_same() -> None:
    chance = Random(7)
    parts = [
        event(f"DTSTART:202612{chance.randint(1, 28):02}T{chance.randint(8, 20):02}0000Z", "DURATION:PT1H", uid=str(n))
        for n in range(40)
    ]
    shuffled = chance.sample(parts, len(parts))

    assert busy(*shuffled) == busy(*parts)
