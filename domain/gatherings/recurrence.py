"""How a gathering repeats: a rule, the dates that it gives, and the rule in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from domain.refused import Refused
from i18n import _, day, lazy, n_
from matching.explain import WEEKDAYS

MOST_DATES = 366
MOST_STEPS = 52
LAST = -1
ORDINALS = {
    1: lazy("eerste"), 2: lazy("tweede"), 3: lazy("derde"), 4: lazy("vierde"), 5: lazy("vijfde"), LAST: lazy("laatste"),
}  # fmt: skip


class Every(StrEnum):
    """What comes back: a day of the week, a day of the month, or a weekday's place in the month."""

    WEEK = "week"
    MONTH_DAY = "month_day"
    MONTH_WEEKDAY = "month_weekday"
    MONTH_LAST = "month_last"


@dataclass(frozen=True)
class Rule:
    """Repeats from `first` on, every `step` weeks or months, until a day (included), a number of times, or both.

    What comes back follows from `first`: its weekday, its day of the month, or which Tuesday of the month it is. A
    month without such a day has no date. For the last one of a month `first` only says which weekday that is.
    """

    first: date
    every: Every = Every.WEEK
    step: int = 1
    until: date | None = None
    count: int | None = None

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Rule:
        """From the plain data that `as_data` gave."""
        until = data.get("until")
        return cls(
            first=date.fromisoformat(data["first"]),
            every=Every(data["every"]),
            step=data["step"],
            until=date.fromisoformat(until) if until else None,
            count=data.get("count"),
        )

    def as_data(self) -> dict[str, Any]:
        return {
            "first": self.first.isoformat(),
            "every": self.every.value,
            "step": self.step,
            "until": self.until.isoformat() if self.until else None,
            "count": self.count,
        }


def dates(rule: Rule) -> tuple[date, ...]:
    """The local dates of a rule in order.

    Raises `Refused` without an end, for a step outside 1 to 52, and when there is no date or are more than 366.
    """
    if rule.until is None and rule.count is None:
        raise Refused("series.no_end", field="count")
    if not 1 <= rule.step <= MOST_STEPS:
        raise Refused("series.step", field="step", most=MOST_STEPS)
    limit = MOST_DATES + 1 if rule.count is None else min(max(rule.count, 0), MOST_DATES + 1)
    found = tuple(one.date() for one in islice(_endless(rule), limit))
    if not found:
        raise Refused("series.no_date", field="until" if rule.count is None else "count")
    if len(found) > MOST_DATES:
        raise Refused("series.too_many", field="until" if rule.count is None else "count", most=MOST_DATES)
    return found


def in_words(rule: Rule, moved: timedelta = timedelta()) -> str:
    """`elke derde dinsdag van de maand, 8 keer`; `moved` is how far all dates were moved from what the rule gives."""
    parts = [repeats_in_words(rule, moved)]
    if rule.count is not None:
        parts.append(n_("{n} keer", "{n} keer", rule.count))
    if rule.until is not None:
        parts.append(_("tot en met {day}", day=day(rule.until + moved, year=True)))
    return ", ".join(parts)


def repeats_in_words(rule: Rule, moved: timedelta = timedelta()) -> str:
    """The same without an end: `elke derde dinsdag van de maand`."""
    if rule.every is Every.WEEK:
        return _repeats(replace(rule, first=rule.first + moved))
    return ", ".join([_repeats(rule), *([_moved(moved.days)] if moved else [])])


def _moved(days: int) -> str:
    if days > 0:
        return n_("steeds {n} dag later", "steeds {n} dagen later", days)
    return n_("steeds {n} dag eerder", "steeds {n} dagen eerder", -days)


def place_in_month(when: date) -> int:
    """Which one of its weekday in the month a date is: 1 to 5."""
    return (when.day - 1) // 7 + 1


def _endless(rule: Rule) -> rrule:
    start = datetime.combine(rule.first, time())
    until = datetime.combine(rule.until, time()) if rule.until else None
    if rule.every is Every.WEEK:
        return rrule(WEEKLY, dtstart=start, interval=rule.step, until=until)
    if rule.every is Every.MONTH_DAY:
        return rrule(MONTHLY, dtstart=start, interval=rule.step, until=until, bymonthday=rule.first.day)
    place = LAST if rule.every is Every.MONTH_LAST else place_in_month(rule.first)
    on = weekday(rule.first.weekday())(place)
    return rrule(MONTHLY, dtstart=start, interval=rule.step, until=until, byweekday=on)


def _repeats(rule: Rule) -> str:
    named, step = str(WEEKDAYS[rule.first.weekday()]), rule.step
    if rule.every is Every.WEEK:
        return n_("elke week op {weekday}", "elke {n} weken op {weekday}", step, weekday=named)
    if rule.every is Every.MONTH_DAY:
        return n_("elke maand op dag {number}", "elke {n} maanden op dag {number}", step, number=rule.first.day)
    place = str(ORDINALS[LAST if rule.every is Every.MONTH_LAST else place_in_month(rule.first)])
    if step == 1:
        return _("elke {place} {weekday} van de maand", place=place, weekday=named)
    return _("elke {n} maanden op de {place} {weekday}", n=step, place=place, weekday=named)
