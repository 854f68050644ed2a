"""A series that gets more dates, by the same rule and with the same hours."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.gatherings.other_dates import on, plan_of
from domain.gatherings.recurrence import Rule, dates
from domain.gatherings.series import check_moments, closed_among, locked_with_series, make_dates
from domain.local_time import wall
from domain.refused import Refused
from store.models import Series
from store.queries.gatherings import series as query
from store.queries.gatherings.series import SeriesDate, SeriesFacts
from store.states import EventState

GONE = (EventState.SKIPPED, EventState.CANCELLED)
NOTHING = timedelta()


@dataclass(frozen=True)
class Longer:
    """The rule as it becomes, and the days to add: by the rule's own day, the day on which it will be."""

    rule: Rule
    days: dict[date, date]


def shift(found: Sequence[SeriesDate], now: datetime) -> timedelta:
    """How far the dates of a series were moved together from the days that its rule gave.

    Asks those still to come, or all of them when none is; nothing unless more than half moved by as much.
    """
    live = [one for one in found if one.state not in GONE] or list(found)
    asked = [one for one in live if one.starts_at > now] or live
    moved = Counter(wall(one.starts_at)[0] - one.series_date for one in asked)
    by, times = max(moved.items(), key=lambda one: one[1], default=(NOTHING, 0))
    return by if 2 * times > len(asked) else NOTHING


def longer(series: SeriesFacts, *, count: int | None, until: date | None, now: datetime) -> Longer:
    """The next dates of a series, after its last one and after today: `count` of them, or up to `until` (included).

    A day on which the series already has a date is left alone. Raises `Refused` without an end, when no date is
    added, and when the series would have more than 366.
    """
    if count is None and until is None:
        raise Refused("series.no_end", field="count")
    rule, by = Rule.read(series.rule), shift(series.dates, now)
    begun = max(series.dates[-1].series_date, wall(now)[0] - by)
    before = sum(1 for one in dates(replace(rule, until=begun, count=None)))
    whole = replace(rule, until=until - by if until else None, count=None if count is None else before + count)
    taken = {wall(one.starts_at)[0] for one in series.dates}
    days = {day: day + by for day in dates(whole) if day > begun and day + by not in taken}
    if not days:
        raise Refused("series.no_date", field="until" if count is None else "count")
    return Longer(whole, days)


def extend(
    session: Session,
    event_id: int,
    *,
    count: int | None,
    until: date | None,
    skips_closed: bool,
    by: Actor,
    now: datetime,
) -> tuple[int, ...]:
    """Add the next dates as drafts with the hours, place and texts of this date; returns the ids of those that go on.

    A closed day becomes a date that is left out, as in a new series. All or nothing, see `longer` for what is refused.
    """
    event = locked_with_series(session, event_id)
    series = query.of_event(session, event_id)
    if series is None:
        raise Refused("series.none")
    found = longer(series, count=count, until=until, now=now)
    plans = {day: on(plan_of(event), real) for day, real in found.days.items()}
    closed = closed_among(session, plans, skips_closed=skips_closed)
    check_moments(plans.values(), now)
    row = session.get_one(Series, series.id)
    row.rule, row.changed_at = found.rule.as_data(), now
    added = {"dates": len(plans), "closed": len(closed)}
    journal.record(session, "series.extended", ("series", row.id), by=by, now=now, **added)
    return make_dates(session, row.id, plans, closed, by=by, now=now)
