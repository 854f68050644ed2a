"""What would be a good moment for the next café, where and about what; and one click that makes it a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.allowed import staff_only
from domain.gatherings import events
from domain.gatherings.event_kinds import EventKind, kinds
from domain.gatherings.event_plans import EventPlan, VenuePlan
from domain.gatherings.planner_known import MONTHS, Counts, Groups, counts, known
from domain.local_time import instant, wall
from domain.refused import Refused
from i18n import _
from matching.people import Place
from matching.planner import plans
from matching.planner_facts import Candidate
from store.queries import choices
from store.queries.gatherings.venues import VenueFacts, venues
from store.queries.matchmaking import requests
from store.rollup import EVERYTHING

MOST_TOPICS = 2
LONGEST_TITLE = 120
CAFE = "cafe"


@dataclass(frozen=True)
class Suggestion:
    """A café that could be; `key` tells it from the others. `topics` of the group are asked about most there."""

    key: str
    candidate: Candidate
    group: str
    topics: tuple[str, ...]
    venue: VenueFacts
    kind: EventKind


@dataclass(frozen=True)
class Advice:
    """The best first. `homeless` names where parents ask but no venue is known, with how many questions there were."""

    suggestions: tuple[Suggestion, ...]
    homeless: tuple[tuple[str, int], ...]
    months: int = MONTHS


def advise(session: Session, *, by: Actor, now: datetime) -> Advice:
    """What to plan next, from exact counts; for coordinators only."""
    staff_only(by)
    every = kinds(session)
    kind = _cafe(every)
    groups = requests.topic_groups(session)
    asked = counts(session, wall(now)[0], [*groups, EVERYTHING])
    houses = {venue.municipality_code: venue for venue in reversed(venues(session))}
    towns = {one.code: one for one in choices.municipalities(session)}
    spots = {code: Place(code, one.latitude, one.longitude) for code, one in towns.items() if code in houses}
    found = plans(known(session, every, kind, spots, asked, groups, now=now))
    names = choices.topic_groups(session)
    suggestions = [
        Suggestion(
            key=_key(one),
            candidate=one,
            group=names[one.group],
            topics=_leading(one, asked, groups),
            venue=houses[one.moment.municipality],
            kind=kind,
        )
        for one in found
    ]
    homeless = [(one.name, asked.get((EVERYTHING, code), 0)) for code, one in towns.items() if code not in houses]
    return Advice(tuple(suggestions), tuple(one for one in homeless if one[1]))


def draft(session: Session, key: str, *, by: Actor, now: datetime) -> int:
    """Write a suggestion down as a draft; returns its id. Raises `Refused("planner.gone")` when it is none any more."""
    found = next((one for one in advise(session, by=by, now=now).suggestions if one.key == key), None)
    if found is None:
        raise Refused("planner.gone")
    moment, venue = found.candidate.moment, found.venue
    plan = EventPlan(
        kind=found.kind.key,
        title=_("{kind}: {topic}", kind=found.kind.name, topic=found.group)[:LONGEST_TITLE],
        venue=VenuePlan(venue.name, venue.municipality_code, venue.address, venue.access),
        starts_at=instant(moment.start.date(), moment.start.time()),
        ends_at=instant(moment.end.date(), moment.end.time()),
        seats=found.kind.seats,
        topics=found.topics,
    )
    return events.add(session, plan, by=by, now=now)


def _cafe(every: tuple[EventKind, ...]) -> EventKind:
    """The kind that is planned: a café, or the first kind that parents can come to."""
    public = [one for one in every if one.public] or list(every)
    return next((one for one in public if one.key == CAFE), public[0])


def _key(one: Candidate) -> str:
    return f"{one.moment.start:%Y%m%dT%H%M}-{one.moment.municipality}-{one.group}"


def _leading(one: Candidate, asked: Counts, groups: Groups) -> tuple[str, ...]:
    """The topics of the group that parents there ask about most; the group itself when they are not known."""
    there: Mapping[str, int] = {
        topic: questions
        for (topic, place), questions in asked.items()
        if place == one.moment.municipality and groups.get(topic) == one.group
    }
    most = sorted(there, key=lambda topic: (-there[topic], topic))[:MOST_TOPICS]
    return tuple(most) or (one.group,)
