"""When we promise to answer: working days from now, without weekends, holidays and days on which we are closed."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from domain import time_limits
from domain.gatherings.closed_days import Why, holiday
from store.queries.gatherings import closures

ONE_DAY = timedelta(days=1)
ANY_REGION = "Noord"  # public holidays are the same everywhere; school holidays are working days for us
FARTHEST = 370  # days; a point that closed for longer promises that day


def answer_by(session: Session, asked_on: date) -> date:
    """The last working day on which the answer comes; counting starts the day after."""
    days = working_days(session, asked_on)
    return [next(days) for _day in range(time_limits.load(session).inquiry_working_days)][-1]


def next_working_day(session: Session, after: date) -> date:
    return next(working_days(session, after))


def is_working_day(session: Session, day: date) -> bool:
    return next(working_days(session, day - ONE_DAY)) == day


def working_days(session: Session, after: date) -> Iterator[date]:
    """The days after `after` on which somebody is at work."""
    closed = closures.between(session, after, after + timedelta(days=FARTHEST))
    day = after
    while True:
        day += ONE_DAY
        if day - after > timedelta(days=FARTHEST) or not (
            day.weekday() > 4 or _is_public_holiday(day) or any(one.first_day <= day <= one.last_day for one in closed)
        ):
            yield day


def _is_public_holiday(day: date) -> bool:
    found = holiday(ANY_REGION, day)
    return found is not None and found.why is Why.PUBLIC
