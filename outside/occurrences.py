"""When an event of a calendar file takes place: once, or again and again, in local time with its exceptions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Component

from i18n.dates import AMSTERDAM
from outside.unreadable import Unreadable, Why

DAY = timedelta(days=1)
# More often than once a day is nobody's agenda, and a way to keep us busy.
RHYTHMS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


@dataclass(frozen=True, order=True)
class Interval:
    """From when until when, in UTC, the end not included."""

    start: datetime
    end: datetime


class Budget:
    """How many occurrences may still be reckoned; raises `Unreadable` when a file asks for more than any agenda."""

    def __init__(self, most: int) -> None:
        self._left = most

    def spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Unreadable(Why.TOO_MUCH)


def once(event: Component) -> Interval:
    """The event as it is written, without what repeats it; empty when it has no length."""
    start = said(event, "DTSTART")
    begins = in_utc(start)
    if "DTEND" in event:
        return Interval(begins, in_utc(said(event, "DTEND")))
    if "DURATION" in event:
        return Interval(begins, begins + said(event, "DURATION"))
    return Interval(begins, begins if isinstance(start, datetime) else in_utc(start + DAY))


def repeated(event: Component, last: datetime, budget: Budget) -> Iterator[Interval]:
    """Every time that the event takes place until `last`, in no order, without the moments that it leaves out."""
    first, zone = once(event), _zone(event)
    left_out = [one.dt for property_ in many(event.get("EXDATE")) for one in property_.dts]
    moments = {in_utc(one) for one in left_out}
    days = {one for one in left_out if not isinstance(one, datetime)}
    for begins in {first.start, *_by_rule(event, zone, last, budget)}:
        if begins not in moments and begins.astimezone(zone).date() not in days:
            yield Interval(begins, _ends(event, first, begins))
    for one in many(event.get("RDATE")):
        yield from (_extra(event, first, each.dt) for each in one.dts)


def said(event: Component, name: str) -> Any:  # noqa: ANN401 - a date, a moment or a length, as the file has it
    """What a property says; raises KeyError when it is missing, and something else when it makes no sense."""
    found: Any = event[name]
    return found.dt


def in_utc(moment: date) -> datetime:
    """The instant of a date or a time in a calendar file; without a zone it is the Netherlands' own."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)).astimezone(UTC)


def many(found: Any) -> list[Any]:  # noqa: ANN401 - a property, a list of them, or nothing
    """What a property holds as a list: it may be missing, be there once, or several times."""
    return found if isinstance(found, list) else [] if found is None else [found]


def _by_rule(event: Component, zone: tzinfo, last: datetime, budget: Budget) -> Iterable[datetime]:
    """Reckoned on the clock on the wall of the event's own zone, so that it stays at ten when the clocks change."""
    begins = _wall(in_utc(said(event, "DTSTART")), zone)
    for rule in many(event.get("RRULE")):
        if not RHYTHMS.issuperset(rule.get("FREQ", ["none"])):
            raise Unreadable(Why.TOO_MUCH)
        plain = rule.copy()
        ends = [_wall(last, zone), *(_until(one, zone) for one in many(plain.pop("UNTIL", None)))]
        found = iter(rrulestr(plain.to_ical().decode(), dtstart=begins))
        for moment in takewhile(min(ends).__ge__, found):
            budget.spend()
            yield moment.replace(tzinfo=zone).astimezone(UTC)


def _until(moment: date, zone: tzinfo) -> datetime:
    """The last moment that a rule allows; a date means that whole day."""
    return _wall(in_utc(moment), zone) if isinstance(moment, datetime) else datetime.combine(moment, time.max)


def _wall(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _zone(event: Component) -> tzinfo:
    return getattr(said(event, "DTSTART"), "tzinfo", None) or AMSTERDAM


def _ends(event: Component, first: Interval, begins: datetime) -> datetime:
    """Whole days end at midnight, however long the last of them takes; other events take as long as the first."""
    if isinstance(said(event, "DTSTART"), datetime):
        return begins + (first.end - first.start)
    days = _wall(first.end, AMSTERDAM) - _wall(first.start, AMSTERDAM)
    return (_wall(begins, AMSTERDAM) + days).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def _extra(event: Component, first: Interval, moment: Any) -> Interval:  # noqa: ANN401 - a moment or a period
    if not isinstance(moment, tuple):
        begins = in_utc(moment)
        return Interval(begins, _ends(event, first, begins))
    start, end = moment
    return Interval(in_utc(start), in_utc(start) + end if isinstance(end, timedelta) else in_utc(end))
