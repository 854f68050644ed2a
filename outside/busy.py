"""From a calendar file to the times at which somebody is busy; what they are busy with is not looked at."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from outside.occurrences import Budget, Interval, in_utc, many, once, repeated, said
from outside.unreadable import Unreadable, Why

MOST_EVENTS = 20_000
MOST_OCCURRENCES = 500_000
MOST_INTERVALS = 5_000
# What one event may be wrong about: it is left out, the others still count.
WRONG = (KeyError, ValueError, TypeError, AttributeError, OverflowError, BrokenCalendarProperty)


def busy_times(text: str, first: datetime, last: datetime) -> tuple[Interval, ...]:
    """When a calendar says busy between `first` and `last`, in order, what overlaps or touches as one.

    Events that are called off or marked as free don't count; whole days and times without a zone are the Netherlands'
    own. Raises `Unreadable` for what is no calendar, or one larger than anybody's.
    """
    # A file that was cut off half-way would leave out what comes after.
    outline = text.strip().upper()
    if "BEGIN:VCALENDAR" not in outline or not outline.endswith("END:VCALENDAR"):
        raise Unreadable(Why.NO_CALENDAR)
    try:
        components = [part for calendar in Calendar.from_ical(text, multiple=True) for part in calendar.subcomponents]
    except (ValueError, KeyError, IndexError, TypeError) as wrong:
        raise Unreadable(Why.NO_CALENDAR) from wrong
    if len(components) > MOST_EVENTS:
        raise Unreadable(Why.TOO_MUCH)
    found = (one for one in _all(components, last) if one.start < one.end and one.start < last and one.end > first)
    merged = tuple(_merged(sorted(Interval(max(one.start, first), min(one.end, last)) for one in found)))
    if len(merged) > MOST_INTERVALS:
        raise Unreadable(Why.TOO_MUCH)
    return merged


def _all(components: Sequence[Component], last: datetime) -> Iterator[Interval]:
    budget = Budget(MOST_OCCURRENCES)
    events = [one for one in components if one.name == "VEVENT"]
    instead = {key for one in events if (key := _replaces(one)) is not None}
    for event in events:
        yield from _of(event, instead, last, budget)
    for one in components:
        if one.name == "VFREEBUSY":
            yield from _told_busy(one)


def _of(event: Component, instead: set[tuple[str, datetime]], last: datetime, budget: Budget) -> list[Interval]:
    """The times of one event, without those for which another one came instead."""
    if not _counts(event):
        return []
    try:
        if "RECURRENCE-ID" in event:
            return [once(event)]
        uid = str(event.get("UID", ""))
        return [one for one in repeated(event, last, budget) if (uid, one.start) not in instead]
    except WRONG:
        return []


def _counts(event: Component) -> bool:
    marks = {str(event.get(name, "")).upper() for name in ("TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS")}
    return marks.isdisjoint({"TRANSPARENT", "CANCELLED", "FREE"})


def _replaces(event: Component) -> tuple[str, datetime] | None:
    """Which time of which event this one came instead of, called off or not."""
    try:
        return (str(event.get("UID", "")), in_utc(said(event, "RECURRENCE-ID"))) if "RECURRENCE-ID" in event else None
    except WRONG:
        return None


def _told_busy(component: Component) -> Iterator[Interval]:
    """A calendar that tells only when its owner is busy."""
    try:
        for period in many(component.get("FREEBUSY")):
            if str(period.params.get("FBTYPE", "BUSY")).upper() != "FREE":
                yield Interval(in_utc(period.start), in_utc(period.end))
    except WRONG:
        return


def _merged(ordered: Iterable[Interval]) -> Iterator[Interval]:
    current: Interval | None = None
    for one in ordered:
        if current is None or one.start > current.end:
            if current is not None:
                yield current
            current = one
        elif one.end > current.end:
            current = Interval(current.start, one.end)
    if current is not None:
        yield current
