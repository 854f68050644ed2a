"""A gathering that repeats: every date is one of its own, and a change goes for one, the later ones or all."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.gatherings import events
from domain.gatherings.closed_days import closed_days
from domain.gatherings.event_plans import EventPlan, still_to_come
from domain.gatherings.events import CHANGEABLE, locked
from domain.gatherings.left_out import skip
from domain.gatherings.other_dates import on, plan_of, with_difference
from domain.gatherings.recurrence import Rule, dates
from domain.local_time import wall
from domain.refused import Refused
from i18n import day as day_in_words
from store.models import Event, Series
from store.states import EventState


class Scope(StrEnum):
    """For which dates of a series a change is meant."""

    THIS = "this"
    LATER = "later"
    ALL = "all"


def add(
    session: Session, plan: EventPlan, rule: Rule, *, skips_closed: bool, by: Actor, now: datetime
) -> tuple[int, ...]:
    """Make every date of a rule a draft with the hours of the plan; returns the ids of those that go on, in order.

    With `skips_closed` a closed day becomes a date that is left out, with the name of the holiday as its reason: so
    staff see why it is missing, and can let it go on after all. Refused as a whole: a date in the past or without
    such an hour, a rule without dates, and when every day is closed.
    """
    days = dates(rule)
    plans = {day: on(plan, day) for day in days}
    closed = closed_among(session, plans, skips_closed=skips_closed)
    check_moments(plans.values(), now)
    series = Series(rule=rule.as_data(), skips_holidays=skips_closed, created_at=now, changed_at=now)
    session.add(series)
    session.flush()
    journal.record(session, "series.added", ("series", series.id), by=by, now=now, dates=len(days), closed=len(closed))
    return make_dates(session, series.id, plans, closed, by=by, now=now)


def closed_among(session: Session, plans: Mapping[date, EventPlan], *, skips_closed: bool) -> dict[date, str]:
    """Which of the rule's days would be left out, with why; raises `Refused` when that is every one of them."""
    if not skips_closed:
        return {}
    on_day = {day: wall(plan.starts_at)[0] for day, plan in plans.items()}
    place = next(iter(plans.values())).venue.municipality_code
    closed = closed_days(session, place, on_day.values())
    if all(one in closed for one in on_day.values()):
        raise Refused("series.every_day_closed", field="count")
    return {day: closed[one].name for day, one in on_day.items() if one in closed}


def make_dates(
    session: Session,
    series_id: int,
    plans: Mapping[date, EventPlan],
    closed: Mapping[date, str],
    *,
    by: Actor,
    now: datetime,
) -> tuple[int, ...]:
    """Write dates by the rule's days as drafts, the `closed` ones as left out; returns the ids of those that go on."""
    made = []
    for day, planned in plans.items():
        number = events.add(session, planned, by=by, now=now, series=(series_id, day))
        if day in closed:
            skip(session, number, closed[day], by=by, now=now)
        else:
            made.append(number)
    return tuple(made)


def open_drafts(session: Session, event_id: int, *, by: Actor, now: datetime) -> tuple[int, ...]:
    """Show every draft of a series that is still to come to everybody; returns their ids in order of date.

    What is left out, called off or over stays as it is. Twice is harmless.
    """
    series_id = locked_with_series(session, event_id).series_id
    if series_id is None:
        raise Refused("series.none")
    drafts = [one.id for one in _followers(session, series_id, None, now) if one.state is EventState.DRAFT]
    for number in drafts:
        events.open_up(session, number, by=by, now=now)
    return tuple(drafts)


def change(
    session: Session,
    event_id: int,
    plan: EventPlan,
    scope: Scope,
    *,
    by: Actor,
    now: datetime,
    seen: datetime | None = None,
    reason: str = "",
) -> tuple[int, ...]:
    """Change one date, it and the later ones, or all; returns the ids to which it applied, in order of date.

    The others get only what differs between this date as it was and `plan`; another hour or weekday moves each of them
    by as much on the clock. What is past, called off or left out stays as it is. All or nothing: raises `Refused`, with
    the day that can't follow.
    """
    before = locked_with_series(session, event_id)
    old, series_id, since = plan_of(before), before.series_id, before.series_date
    if series_id is None or since is None or scope is Scope.THIS:
        events.change(session, event_id, plan, by=by, now=now, seen=seen, reason=reason)
        return (event_id,)
    if before.starts_at <= now:
        raise Refused("series.past", field="date")
    followers = _followers(session, series_id, since if scope is Scope.LATER else None, now)
    events.change(session, event_id, plan, by=by, now=now, seen=seen, reason=reason)
    for event in (one for one in followers if one.id != event_id):
        _follow(session, event, old, plan, by=by, now=now, reason=reason)
    _mark(session, series_id, scope, len(followers), by=by, now=now)
    return tuple(event.id for event in followers)


def locked_with_series(session: Session, event_id: int) -> Event:
    """The row, after that of its series: two who change other dates of one series never wait for each other."""
    series_id = session.scalar(select(Event.series_id).where(Event.id == event_id))
    if series_id is not None:
        session.get_one(Series, series_id, with_for_update=True)
    return locked(session, event_id)


def check_moments(plans: Iterable[EventPlan], now: datetime) -> None:
    """Raises `Refused` with the day of the first date that would begin in the past."""
    for plan in plans:
        try:
            still_to_come(plan, now=now)
        except Refused as refused:
            raise Refused("series.date", field="date", day=day_in_words(plan.starts_at), why=refused) from refused


def _followers(session: Session, series_id: int, since: date | None, now: datetime) -> list[Event]:
    """The dates that a change goes for, locked, in order of date."""
    query = select(Event).where(Event.series_id == series_id, Event.state.in_(CHANGEABLE), Event.starts_at > now)
    if since is not None:
        query = query.where(Event.series_date >= since)
    rows = session.scalars(query.order_by(Event.id).with_for_update().execution_options(populate_existing=True)).all()
    return sorted(rows, key=lambda event: (event.series_date or date.min, event.id))


def _follow(session: Session, event: Event, old: EventPlan, new: EventPlan, *, by: Actor, now: datetime,
            reason: str) -> None:  # fmt: skip
    named = day_in_words(event.starts_at)
    try:
        plan = with_difference(plan_of(event), old, new)
        if plan.starts_at != event.starts_at:
            still_to_come(plan, now=now)
        events.change(session, event.id, plan, by=by, now=now, reason=reason)
    except Refused as refused:
        raise Refused("series.date", field=refused.field, day=named, why=refused) from refused


def _mark(session: Session, series_id: int, scope: Scope, count: int, *, by: Actor, now: datetime) -> None:
    session.get_one(Series, series_id).changed_at = now
    journal.record(session, "series.changed", ("series", series_id), by=by, now=now, scope=scope.value, dates=count)
