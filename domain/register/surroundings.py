"""What lies around the numbers of a chart: school holidays of the region, what happened, how topics changed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy.orm import Session

from domain.gatherings.closed_days import Why, holiday
from i18n import _
from store.queries import choices
from store.queries.gatherings import calendar
from store.queries.numbers import happenings, topic_changes
from store.queries.numbers.happenings import Happening
from store.queries.numbers.topic_changes import TopicChange
from trends.periods import first_day

Days = tuple[date, date]
TOPIC_CHANGE = "topic"


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
    began = [one for one in happenings.between(session, first, last) if one.starts_on >= first]
    changed = [_happening(one) for one in topic_changes.topic_changes(session) if first <= one.on <= last]
    return Surroundings(
        _holidays(regions, first, last),
        tuple(sorted([*began, *dict.fromkeys(changed)], key=lambda one: (one.starts_on, one.name))),
        {one.code: one.group_code for one in choices.topics(session, ended=True)},
    )


def _happening(one: TopicChange) -> Happening:
    """The same for both topics of a merge, which is told of each of them."""
    return Happening(TOPIC_CHANGE, 0, _changed(one), one.on, None, tuple(sorted({one.code, one.other} - {""})))


def _changed(one: TopicChange) -> str:
    if one.kind == "began":
        return _("Nieuw onderwerp: {topic}", topic=one.name)
    if not one.other:
        return _("{topic} wordt niet meer gekozen", topic=one.name)
    old, new = (one.other_name, one.name) if one.kind == "joined" else (one.name, one.other_name)
    if old == new:
        return _("{topic} staat vanaf hier in een andere groep", topic=new)
    return _("{old} telt vanaf hier mee bij {new}", old=old, new=new)


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
