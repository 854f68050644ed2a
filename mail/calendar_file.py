"""Calendar files: one gathering to put in a calendar, or a feed that a calendar keeps reading."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vDuration

from i18n.dates import AMSTERDAM

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
HOUR = timedelta(hours=1)

# Written by hand: what libraries make of it shifts the March night by an hour and ends in 2038.
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class CalendarEvent:
    """`uid` never changes; `revision` goes up with each change that the reader of a calendar must not miss.

    `awaits_answer` when the reader was asked, and did not say yes or no yet.
    """

    uid: str
    revision: int
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    place: str
    url: str
    status: Status
    changed_at: datetime
    awaits_answer: bool = False


def write(event: CalendarEvent, *, method: Method, organizer: str, attendee: str | None = None) -> str:
    """One gathering for one calendar: the same input gives the same text, in local time with its zone.

    `organizer` and `attendee` are mail addresses; an attendee is only ever the reader of the letter. A published
    gathering may do without an organizer.
    """
    calendar = _calendar()
    calendar.add("method", method)
    entry = _entry(replace(event, status="CANCELLED") if method == "CANCEL" else event)
    if organizer:
        entry.add("organizer", vCalAddress(f"mailto:{organizer}"))
    if attendee:
        entry.add("attendee", _guest(attendee, "NEEDS-ACTION" if event.awaits_answer else "ACCEPTED"))
    calendar.add_component(entry)
    return str(calendar.to_ical().decode())


def feed(events: Iterable[CalendarEvent], *, name: str) -> str:
    """A calendar to subscribe to; readers are asked to look again every hour."""
    calendar = _calendar()
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(HOUR), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(HOUR))
    for event in events:
        calendar.add_component(_entry(event))
    return str(calendar.to_ical().decode())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Rode Draad//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(Calendar.from_ical(ZONE))
    return calendar


def _entry(event: CalendarEvent) -> Event:
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.revision)
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", _written(event.starts_at))
    entry.add("dtend", _written(event.ends_at))
    entry.add("summary", event.title)
    entry.add("description", event.description)
    entry.add("location", event.place)
    entry.add("url", event.url)
    entry.add("status", event.status)
    return entry


def _written(moment: datetime) -> datetime:
    """Local time, so that it stays right when the rules change; UTC in the October hour that comes twice."""
    local = moment.astimezone(AMSTERDAM)
    comes_twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    return moment.astimezone(UTC) if comes_twice else local


def _guest(address: str, answer: str) -> vCalAddress:
    guest = vCalAddress(f"mailto:{address}")
    guest.params["PARTSTAT"] = answer
    guest.params["RSVP"] = "FALSE"
    return guest
