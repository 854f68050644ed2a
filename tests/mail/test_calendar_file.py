"""Calendar files, read back by a small reader of our own that follows RFC 5545 and shares no code with the writer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.calendar_file import CalendarEvent, Method, Status, feed, write

EVENT = CalendarEvent(
    uid="3f0e6d2e-8a55-4a43-9f43-0f9a4d3a1c11",
    revision=3,
    title="Slaapcafé: eten; slapen, rust",
    description="Kom gerust.\nU hoeft niets te vertellen. " + "Er is koffie. " * 12,
    starts_at=datetime(2026, 11, 24, 18, 30, tzinfo=UTC),
    ends_at=datetime(2026, 11, 24, 20, 30, tzinfo=UTC),
    place="De Wilg, Kerkstraat 1, Alkmaar",
    url="https://steunpunt.example.nl/cafe/7",
    status="CONFIRMED",
    changed_at=datetime(2026, 11, 1, 9, 0, tzinfo=UTC),
)
SUMMER, WINTER = timedelta(hours=2), timedelta(hours=1)


@dataclass(frozen=True)
class Property:
    component: str
    name: str
    parameters: str
    value: str


def lines(text: str) -> Iterator[str]:
    """The content lines: unfolded, each ended by CRLF and no longer than 75 octets on the wire."""
    assert text.endswith("\r\n")
    physical = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line and "\r" not in line for line in physical)
    unfolded: list[str] = []
    for line in physical:
        if line.startswith(" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    yield from unfolded


def read(text: str) -> list[Property]:
    found, inside = [], list[str]()
    for line in lines(text):
        head, value = line.split(":", 1)
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            inside.append(value)
        elif name == "END":
            assert inside.pop() == value
        else:
            found.append(Property(inside[-1], name, parameters, value))
    assert not inside
    return found


def value(text: str, name: str, component: str = "VEVENT") -> str:
    (found,) = [one.value for one in read(text) if (one.component, one.name) == (component, name)]
    return found


def plain(escaped: str) -> str:
    marked = escaped.replace("\\\\", "\0").replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",")
    return marked.replace("\0", "\\")


def last_sunday(year: int, month: int, hour: int) -> datetime:
    day = datetime(year, month, 31, hour, tzinfo=UTC)
    return day - timedelta(days=(day.weekday() + 1) % 7)


def instant(text: str, name: str) -> datetime:
    """A local time turned into UTC by the rules of the VTIMEZONE in the file, not by any library."""
    (found,) = [one for one in read(text) if (one.component, one.name) == ("VEVENT", name)]
    if found.value.endswith("Z"):
        return datetime.strptime(found.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert found.parameters == "TZID=Europe/Amsterdam"
    local = datetime.strptime(found.value, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    starts = {
        one.component: int(one.value[9:11]) for one in read(text) if one.name == "DTSTART" and one.component != "VEVENT"
    }
    summer_begins = last_sunday(local.year, 3, starts["DAYLIGHT"])
    summer_ends = last_sunday(local.year, 10, starts["STANDARD"])
    return local - (SUMMER if summer_begins <= local < summer_ends else WINTER)


@pytest.mark.parametrize("method", ["PUBLISH", "REQUEST", "CANCEL"])
def test_what_was_written_is_what_a_stranger_reads(method: Method) -> None:
    text = write(EVENT, method=method, organizer="steunpunt@example.nl")

    assert value(text, "METHOD", "VCALENDAR") == method
    assert (plain(value(text, "SUMMARY")), plain(value(text, "DESCRIPTION"))) == (EVENT.title, EVENT.description)
    assert (plain(value(text, "LOCATION")), value(text, "URL")) == (EVENT.place, EVENT.url)


def test_a_changed_gathering_keeps_its_name_and_counts_its_revisions() -> None:
    text = write(EVENT, method="REQUEST", organizer="steunpunt@example.nl")

    assert (value(text, "UID"), value(text, "SEQUENCE")) == (EVENT.uid, "3")
    assert value(text, "DTSTAMP") == value(text, "LAST-MODIFIED") == "20261101T090000Z"


def test_the_guest_is_the_reader_alone() -> None:
    with_guest = write(EVENT, method="REQUEST", organizer="steunpunt@example.nl", attendee="anna@example.nl")
    without = write(EVENT, method="PUBLISH", organizer="steunpunt@example.nl")

    assert value(with_guest, "ATTENDEE") == "mailto:anna@example.nl"
    assert value(with_guest, "ORGANIZER") == "mailto:steunpunt@example.nl"
    assert "ATTENDEE" not in without


@pytest.mark.parametrize(("method", "status"), [("CANCEL", "CONFIRMED"), ("PUBLISH", "CANCELLED")])
def test_what_is_called_off_says_so(method: Method, status: Status) -> None:
    text = write(replace(EVENT, status=status), method=method, organizer="steunpunt@example.nl")

    assert value(text, "STATUS") == "CANCELLED"


@pytest.mark.parametrize(
    "starts_at",
    [
        datetime(2026, 11, 24, 18, 30, tzinfo=UTC),
        datetime(2027, 6, 1, 17, 30, tzinfo=UTC),
        datetime(2027, 3, 28, 0, 30, tzinfo=UTC),  # 01:30, just before the clock goes forward
        datetime(2027, 3, 28, 1, 30, tzinfo=UTC),  # 03:30, just after
        datetime(2026, 3, 29, 0, 59, tzinfo=UTC),  # 01:59, the last minute of winter
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),  # 03:00, the first of summer
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),  # 02:30, the first of two
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),  # 02:30, the second
        datetime(2027, 10, 31, 2, 30, tzinfo=UTC),  # 03:30, after the clock went back
        datetime(2044, 7, 1, 17, 30, tzinfo=UTC),
    ],
)
def test_the_rules_in_the_file_give_the_right_moment(starts_at: datetime) -> None:
    event = replace(EVENT, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))

    text = write(event, method="PUBLISH", organizer="steunpunt@example.nl")

    assert instant(text, "DTSTART") == starts_at


def test_the_zone_changes_on_the_last_sundays_of_march_and_october() -> None:
    text = write(EVENT, method="PUBLISH", organizer="steunpunt@example.nl")
    rules = {
        one.component: dict(part.split("=") for part in one.value.split(";"))
        for one in read(text)
        if one.name == "RRULE"
    }

    assert rules == {
        "DAYLIGHT": {"FREQ": "YEARLY", "BYMONTH": "3", "BYDAY": "-1SU"},
        "STANDARD": {"FREQ": "YEARLY", "BYMONTH": "10", "BYDAY": "-1SU"},
    }
    assert (value(text, "TZOFFSETTO", "DAYLIGHT"), value(text, "TZOFFSETTO", "STANDARD")) == ("+0200", "+0100")


def test_a_feed_holds_every_gathering_and_asks_to_be_read_again() -> None:
    text = feed([EVENT, replace(EVENT, uid="another")], name="Oudercafés")

    assert [one.value for one in read(text) if one.name == "UID"] == [EVENT.uid, "another"]
    assert value(text, "REFRESH-INTERVAL", "VCALENDAR") == value(text, "X-PUBLISHED-TTL", "VCALENDAR") == "PT1H"
    assert not [one for one in read(text) if one.name in ("METHOD", "ATTENDEE", "ORGANIZER")]


def test_the_same_gathering_gives_the_same_file() -> None:
    assert feed([EVENT], name="Agenda") == feed([EVENT], name="Agenda")


@given(title=st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=200))
def test_any_title_survives(title: str) -> None:
    text = write(replace(EVENT, title=title), method="PUBLISH", organizer="steunpunt@example.nl")

    assert plain(value(text, "SUMMARY")) == title
