"""When buddies are free: the week and the days that differ, without all that takes time away."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from domain.availability.local_days import local_days, moment
from domain.availability.taken import Question, holidays, left, monday
from domain.local_time import instant
from store.queries.buddying.free_time import Agenda, Interval, agendas


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """From one moment to another, both in UTC, the end not included."""

    start: datetime
    end: datetime


def free(
    session: Session, buddy_ids: Collection[int], first: date, last: date, *, now: datetime, new_parent: bool = False
) -> Mapping[int, tuple[Span, ...]]:
    """When each buddy is free on the local days from `first` to `last`, both included; in order, without overlap.

    A rest after a heavy match counts for a `new_parent` only. Everybody asked for is in the answer, and the number
    of queries does not grow with them.
    """
    if last < first:
        return dict.fromkeys(buddy_ids, ())
    found, asked = look_up(session, buddy_ids, first, last, now=now, new_parent=new_parent)
    return {
        number: as_spans(left(found[number], asked)) if number in found else () for number in dict.fromkeys(buddy_ids)
    }


def starts(spans: Iterable[Span], minutes: int, step: int = 30) -> tuple[datetime, ...]:
    """The moments at which a conversation of `minutes` can begin: on every whole `step` of the clock (30: 0 and 30)."""
    stride = step * 60
    found = []
    for span in spans:
        begin, end = -int(-span.start.timestamp() // stride) * step, int(span.end.timestamp()) // 60
        found += [moment(minute) for minute in range(begin, end - minutes + 1, step)]
    return tuple(found)


def look_up(
    session: Session, buddy_ids: Collection[int], first: date, last: date, *, now: datetime, new_parent: bool = False
) -> tuple[dict[int, Agenda], Question]:
    """What is known of each buddy, and the question about it. Whole weeks are read, because of who had enough."""
    start = instant(monday(first) - timedelta(days=1), time())
    end = instant(monday(last) + timedelta(days=8), time())
    found = agendas(session, buddy_ids, start, end)
    days = local_days(first, last)
    closed = holidays({one.holiday_region for one in found.values()}, days)
    return found, Question(days, now, closed, new_parent)


def as_spans(some: Iterable[Interval]) -> tuple[Span, ...]:
    return tuple(Span(moment(start), moment(end)) for start, end in some)
