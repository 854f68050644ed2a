"""Days on which we bother nobody: holidays and school holidays where the parent lives, and our own closed days."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy.orm import Session

from domain.gatherings.closed_days import closed_days
from trends.periods import first_day, month_of

SATURDAY = 5
LONGEST_BREAK = timedelta(days=70)


def is_closed(session: Session, municipality_code: str, day: date) -> bool:
    return bool(closed_days(session, municipality_code, [day]))


def first_from(session: Session, municipality_code: str, day: date) -> date:
    """`day` itself, or the first school day after it when it is closed."""
    ahead = [day + timedelta(days=number) for number in range(LONGEST_BREAK.days)]
    closed = closed_days(session, municipality_code, ahead)
    if day not in closed:
        return day
    return next((one for one in ahead if one not in closed and one.weekday() < SATURDAY), ahead[-1])


def per_month(session: Session, municipality_codes: Collection[str], months: range) -> dict[int, float]:
    """How many school days each month has, the mean of these municipalities; without one every weekday counts."""
    first, last = first_day(months.start), first_day(months.stop)
    days = [first + timedelta(days=number) for number in range((last - first).days)]
    weekdays = [day for day in days if day.weekday() < SATURDAY]
    found = dict.fromkeys(months, 0.0)
    closed = [closed_days(session, code, weekdays) for code in municipality_codes] or [{}]
    for day in weekdays:
        found[month_of(day)] += sum(day not in place for place in closed) / len(closed)
    return found
