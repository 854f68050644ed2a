"""What takes time away from the hours that a buddy offers, one reason after another."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import ceil

from domain.availability.local_days import LocalDay, local_day, moment
from domain.availability.spans import merged, minus, together
from domain.gatherings.closed_days import Why, holiday
from domain.local_time import wall
from store.queries.buddying.free_time import Agenda, Interval, OtherDays


class Reason(StrEnum):
    """Why hours are not free, in the order in which they are asked about: the first one counts."""

    STOPPED = "stopped"
    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    AWAY = "away"
    PAUSE = "pause"
    REST = "rest"
    BUSY = "busy"
    APPOINTMENT = "appointment"
    NOTICE = "notice"
    ENOUGH = "enough"


Holidays = Mapping[str, Mapping[Why, tuple[Interval, ...]]]


@dataclass(frozen=True)
class Question:
    """About which days, at which moment, with which holidays per region; for a new parent a rest counts too."""

    days: tuple[LocalDay, ...]
    now: datetime
    holidays: Holidays
    new_parent: bool

    @property
    def whole(self) -> Interval:
        return self.days[0].start, self.days[-1].end


def offered(agenda: Agenda, asked: Question) -> list[Interval]:
    """The hours of the week and the extra ones, as far as they are still to come."""
    week: list[list[tuple[int, int]]] = [[] for _weekday in range(7)]
    for block in agenda.week:
        week[block.weekday].append((block.start, block.end))
    usual = [one for day in asked.days for hours in week[day.day.weekday()] for one in day.at(*hours)]
    return minus(together(usual, _hours(agenda, asked, extra=True)), [(0, _now(asked))])


def takers(agenda: Agenda, asked: Question) -> Iterator[tuple[Reason, list[Interval]]]:
    """Each reason with all that it takes away, whatever was taken already."""
    for reason, takes in TAKERS.items():
        taken = takes(agenda, asked)
        if taken:
            yield reason, taken


def left(agenda: Agenda, asked: Question) -> list[Interval]:
    """What is free once every reason took its part."""
    found = offered(agenda, asked)
    for _reason, taken in takers(agenda, asked):
        found = minus(found, taken)
    return found


def holidays(regions: set[str], days: Sequence[LocalDay]) -> Holidays:
    """The public and school holidays among `days`, for each region of school holidays."""
    found: dict[str, dict[Why, list[Interval]]] = {region: {why: [] for why in Why} for region in regions}
    for region in regions:
        for one in days:
            closed = holiday(region, one.day)
            if closed:
                found[region][closed.why].append(one.whole)
    return {region: {why: tuple(merged(some)) for why, some in by.items()} for region, by in found.items()}


def _stopped(agenda: Agenda, asked: Question) -> list[Interval]:
    return [asked.whole] if agenda.terms.stopped else []


def _public_holiday(agenda: Agenda, asked: Question) -> list[Interval]:
    return _without_extra(agenda, asked, Why.PUBLIC)


def _school_holiday(agenda: Agenda, asked: Question) -> list[Interval]:
    return [] if agenda.terms.in_school_holidays else _without_extra(agenda, asked, Why.SCHOOL)


def _without_extra(agenda: Agenda, asked: Question, why: Why) -> list[Interval]:
    """Who offers extra hours on a holiday means them."""
    closed = asked.holidays.get(agenda.holiday_region, {}).get(why, ())
    return minus(closed, merged(_hours(agenda, asked, extra=True))) if closed else []


def _away(agenda: Agenda, asked: Question) -> list[Interval]:
    return merged(_hours(agenda, asked, extra=False))


def _pause(agenda: Agenda, asked: Question) -> list[Interval]:
    return _until(asked, agenda.terms.paused_until) if agenda.terms.paused else []


def _rest(agenda: Agenda, asked: Question) -> list[Interval]:
    until = agenda.terms.rest_until
    return _until(asked, until) if until and asked.new_parent else []


def _busy(agenda: Agenda, _asked: Question) -> list[Interval]:
    return merged(agenda.busy)


def _appointment(agenda: Agenda, _asked: Question) -> list[Interval]:
    room = agenda.terms.buffer_minutes
    return merged((start - room, end + room) for start, end in agenda.appointments)


def _notice(agenda: Agenda, asked: Question) -> list[Interval]:
    return [(0, _now(asked) + agenda.terms.notice_hours * 60)]


def _enough(agenda: Agenda, asked: Question) -> list[Interval]:
    most = agenda.terms.weekly_most
    if most is None:
        return []
    agreed = Counter(monday(wall(moment(start))[0]) for start, _end in agenda.appointments)
    weeks = {monday(one.day) for one in asked.days}
    return merged(_week(first) for first in weeks if agreed[first] >= most)


TAKERS: Mapping[Reason, Callable[[Agenda, Question], list[Interval]]] = {
    Reason.STOPPED: _stopped,
    Reason.PUBLIC_HOLIDAY: _public_holiday,
    Reason.SCHOOL_HOLIDAY: _school_holiday,
    Reason.AWAY: _away,
    Reason.PAUSE: _pause,
    Reason.REST: _rest,
    Reason.BUSY: _busy,
    Reason.APPOINTMENT: _appointment,
    Reason.NOTICE: _notice,
    Reason.ENOUGH: _enough,
}


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def _hours(agenda: Agenda, asked: Question, *, extra: bool) -> list[Interval]:
    chosen = [one for one in agenda.other_days if one.available is extra]
    return [piece for one in chosen for day in _days(one, asked) for piece in _piece(one, day)]


def _days(one: OtherDays, asked: Question) -> tuple[LocalDay, ...]:
    first = asked.days[0].day
    return asked.days[max(0, (one.first_day - first).days) : max(0, (one.last_day - first).days + 1)]


def _piece(one: OtherDays, day: LocalDay) -> list[Interval]:
    return [day.whole] if one.start is None or one.end is None else day.at(one.start, one.end)


def _until(asked: Question, day: date | None) -> list[Interval]:
    start, end = asked.whole
    last = local_day(day).start if day else end
    return [(start, last)] if start < last else []


def _week(first: date) -> Interval:
    return local_day(first).start, local_day(first + timedelta(days=6)).end


def _now(asked: Question) -> int:
    return ceil(asked.now.timestamp() / 60)
