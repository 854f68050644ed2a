"""What lies around the numbers of a chart: the school holidays of the region, and what happened in those months."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy.orm import Session

from domain.gatherings.closed_days import Why, holiday
from store.queries import calendar, choices, happenings
from store.queries.happenings import Happening
from trends.periods import first_day

Days = tuple[date, date]


@dataclass(frozen=True)
class Surroundings:
    """`holidays` as first and last day, in order; `group_of` tells the group of each topic."""

    holidays: tuple[Days, ...]
    happenings: tuple[Happening, ...]
    group_of: dict[str, str]

    def of(self, code: str, codes_below: Collection[str] = ()) -> tuple[int, ...]:
        """The places in `happenings` of those about this topic or group, or about everything."""
        about = {code, self.group_of.get(code, ""), *codes_below}
        return tuple(n for n, one in enumerate(self.happenings) if not one.topics or about.intersection(one.topics))


def surroundings(session: Session, months: range) -> Surroundings:
    first, last = first_day(months.start), first_day(months.stop) - timedelta(days=1)
    regions = tuple(calendar.holiday_places(session))
    topics = choices.topics(session)
    return Surroundings(
        _holidays(regions, first, last),
        tuple(one for one in happenings.between(session, first, last) if one.starts_on >= first),
        {one.code: one.group_code for one in topics},
    )


@lru_cache(maxsize=32)
def _holidays(regions: tuple[str, ...], first: date, last: date) -> tuple[Days, ...]:
    """Each stretch of days on which the schools of some region of ours are closed."""
    return tuple(_stretches([day for day in _days(first, last) if any(_closed(region, day) for region in regions)]))


def _closed(region: str, day: date) -> bool:
    found = holiday(region, day)
    return found is not None and found.why is Why.SCHOOL


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _stretches(days: list[date]) -> Iterator[Days]:
    """Days that follow each other, or leave out a weekend or a public holiday between them, as one."""
    start: date | None = None
    before: date | None = None
    for day in days:
        if start and before and (day - before).days > 3:
            yield start, before
            start = day
        start, before = start or day, day
    if start and before:
        yield start, before
