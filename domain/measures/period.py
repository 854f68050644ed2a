"""Which time the numbers are about: a school year, or all of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from domain.local_time import instant, wall
from store.queries.buddying import measures
from trends.periods import first_day, month_of, months_of_school_year, school_year_of


@dataclass(frozen=True)
class Period:
    """From `since` up to `until`, that day not included; `year` is None when it is everything there is."""

    since: date
    until: date
    year: int | None = None

    @property
    def moments(self) -> tuple[datetime, datetime]:
        return instant(self.since, time(0)), instant(self.until, time(0))


def years(session: Session, *, today: date) -> tuple[int, ...]:
    """The school years in which buddies were asked, the present one first; none before the first was."""
    first = measures.first_start(session)
    if first is None:
        return ()
    return tuple(range(_year(today), _year(wall(first)[0]) - 1, -1))


def of_year(year: int) -> Period:
    months = months_of_school_year(year)
    return Period(first_day(months.start), first_day(months.stop), year)


def everything(known: tuple[int, ...], *, today: date) -> Period:
    """From the first of these school years up to and including today."""
    return Period(of_year(known[-1] if known else _year(today)).since, today + timedelta(days=1))


def _year(day: date) -> int:
    return school_year_of(month_of(day))
