"""Calendar files: one gathering to put in a calendar, or a feed that a calendar keeps reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vDuration, vText

from i18n.dates import AMSTERDAM

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
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
    """`uid` never changes; `revision` goes up with each change of time, place or status."""

    uid: str
    revision: int
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    place: str
    url: str
    cancelled: bool
    changed_at: datetime


def write(event: CalendarEvent, *, method: Method, organizer: str, attendee: str | None = None) -> str:
    """One gathering for one calendar: the same input gives the same text, in local time with its zone.

    `organizer` and `attendee` are mail addresses; an attendee is only ever the reader of the letter. A published
    gathering may do without an organizer.
    """
    calendar = _calendar()
    calendar.add("method", method)
    entry = _entry(event)
    if organizer:
        entry.add("organizer", vCalAddress(f"mailto:{organizer}"))
    if attendee:
        entry.add("attendee", _guest(attendee))
    if method == "CANCEL":
        entry["status"] = vText("CANCELLED")
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
    entry.add("dtstart", event.starts_at.astimezone(AMSTERDAM))
    entry.add("dtend", event.ends_at.astimezone(AMSTERDAM))
    entry.add("summary", event.title)
    entry.add("description", event.description)
    entry.add("location", event.place)
    entry.add("url", event.url)
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    return entry


def _guest(address: str) -> vCalAddress:
    guest = vCalAddress(f"mailto:{address}")
    guest.params["PARTSTAT"] = "ACCEPTED"
    guest.params["RSVP"] = "FALSE"
    return guest
