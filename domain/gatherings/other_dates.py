"""What is planned for one date carried over to another: the same hours, or the same change."""

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from domain.gatherings.event_plans import EventPlan, VenuePlan
from domain.local_time import instant, wall
from store.models import Event

MOMENTS = frozenset({"starts_at", "ends_at"})


def on(plan: EventPlan, day: date) -> EventPlan:
    """The same plan on another day, at the same hours on the clock."""
    (first, start), (last, end) = wall(plan.starts_at), wall(plan.ends_at)
    ends_at = instant(day + (last - first), end, field="end")
    return replace(plan, starts_at=instant(day, start, field="start"), ends_at=ends_at)


def plan_of(event: Event) -> EventPlan:
    """A gathering as the plan that it was written from."""
    venue = event.venue
    return EventPlan(
        kind=event.kind,
        title=event.title,
        venue=VenuePlan(venue.name, venue.municipality_code, venue.address, venue.access),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        seats=event.seats,
        topics=tuple(topic.code for topic in event.topics),
        description=event.description,
        answers=dict(event.answers),
        mode=event.mode,
        queue=event.queue,
        offer_hours=event.offer_hours,
        last_hours=event.last_hours,
        online_url=event.online_url,
        online_seats=event.online_seats,
    )


def with_difference(mine: EventPlan, old: EventPlan, new: EventPlan) -> EventPlan:
    """My plan with what differs between `old` and `new`, and nothing else; moments move by as much on the clock.

    Raises `Refused` when that comes to an hour that the clock skips.
    """
    changed = _differing(old, new, besides=MOMENTS | {"venue", "answers", "topics"})
    if set(old.topics) != set(new.topics):
        changed["topics"] = new.topics
    answers = {key: value for key, value in mine.answers.items() if key in new.answers or key not in old.answers}
    answers |= {key: value for key, value in new.answers.items() if old.answers.get(key) != value}
    return replace(
        mine,
        venue=replace(mine.venue, **_differing(old.venue, new.venue)),
        answers=answers,
        starts_at=_moved(mine.starts_at, old.starts_at, new.starts_at, "start"),
        ends_at=_moved(mine.ends_at, old.ends_at, new.ends_at, "end"),
        **changed,
    )


def _differing(old: Any, new: Any, besides: frozenset[str] = frozenset()) -> dict[str, Any]:  # noqa: ANN401 - plans
    names = [one.name for one in fields(old) if one.name not in besides]
    return {name: getattr(new, name) for name in names if getattr(old, name) != getattr(new, name)}


def _moved(mine: datetime, old: datetime, new: datetime, field: str) -> datetime:
    by = _clock(new) - _clock(old)
    if not by:
        return mine
    shown = _clock(mine) + by
    return instant(shown.date(), shown.time(), field=field)


def _clock(moment: datetime) -> datetime:
    return datetime.combine(*wall(moment))
