"""Days on which we bother nobody: holidays and school holidays where the parent lives, and our own closed days."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from domain.gatherings.closed_days import closed_days

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
