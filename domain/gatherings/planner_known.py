"""What the planner of cafés goes by: the support point's own rows as plain data, times as on the wall."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from domain.gatherings import closed_days
from domain.gatherings.event_kinds import EventKind
from domain.local_time import wall
from i18n.dates import AMSTERDAM
from matching.people import Daypart, Place
from matching.planner import FIRST_DAYS, LAST_DAYS
from matching.planner_facts import Demand, Gathering, Helper, Known
from matching.planner_score import part_of
from store.queries.gatherings import planning
from store.queries.gatherings.planning import Gathered
from store.queries.matchmaking.candidates import Candidate, candidates
from store.queries.numbers import exact_trends
from store.rollup import EVERYTHING
from trends.periods import first_day, month_of

MONTHS = 6
LOOKS_BACK = timedelta(days=730)
STARTS = {Daypart.MORNING: time(9, 30), Daypart.AFTERNOON: time(13, 30), Daypart.EVENING: time(19, 30)}

Counts = Mapping[tuple[str, str], int]
"""Questions by a topic, a group or `*`, and a municipality."""
Groups = Mapping[str, str | None]
"""Every topic with the group that it belongs to, None for a group."""


def counts(session: Session, today: date, topics: Collection[str]) -> Counts:
    """Exact counts of the last months, this one included: for coordinators only."""
    found = exact_trends.exact_by_municipality(session, _months(today), topics)
    return {cell: sum(by_month.values()) for cell, by_month in found.items()}


def known(
    session: Session, kinds: Collection[EventKind], kind: EventKind, spots: Mapping[str, Place],
    asked: Counts, groups: Groups, *, now: datetime,
) -> Known:  # fmt: skip
    """What there is to know for a café of this kind; only kinds that parents can come to count as cafés."""
    today = wall(now)[0]
    public = frozenset(one.key for one in kinds if one.public)
    held = planning.gatherings(session, now - LOOKS_BACK)
    starts = {**STARTS, part_of(kind.start): kind.start}
    return Known(
        today=today,
        spots=spots,
        starts={part: at.hour * 60 + at.minute for part, at in starts.items()},
        minutes=kind.minutes,
        demand=_demand(asked, groups, _covered([one for one in held if one.kind in public], now)),
        gatherings=tuple(_gathering(one, one.kind in public, now) for one in held),
        helpers=_helpers(session, groups, now),
        closed=_closed(session, spots, today),
    )


def _months(today: date) -> range:
    return range(month_of(today) - MONTHS + 1, month_of(today) + 1)


def _demand(asked: Counts, groups: Groups, covered: Mapping[tuple[str, str], int]) -> tuple[Demand, ...]:
    return tuple(
        Demand(place, topic, questions, covered[place, topic])
        for (topic, place), questions in sorted(asked.items())
        if place not in ("", EVERYTHING) and topic in groups and groups[topic] is None
    )


def _covered(cafes: Iterable[Gathered], now: datetime) -> Mapping[tuple[str, str], int]:
    """How many came to talk about each group in each municipality while the questions came in, or may still come."""
    since = first_day(_months(wall(now)[0]).start)
    found = Counter[tuple[str, str]]()
    for one in cafes:
        if wall(one.starts_at)[0] >= since:
            for group in one.groups:
                found[one.municipality_code, group] += one.people if one.ends_at <= now else one.seats
    return found


def _gathering(one: Gathered, cafe: bool, now: datetime) -> Gathering:
    people = one.people if one.ends_at <= now else None
    return Gathering(_clock(one.starts_at), _clock(one.ends_at), one.municipality_code, cafe, people)


def _helpers(session: Session, groups: Groups, now: datetime) -> tuple[Helper, ...]:
    """Every buddy who does not rest; what they know counts by group."""
    taken = planning.taken(session, now, now + timedelta(days=LAST_DAYS + 1))
    return tuple(_helper(one, groups, taken.get(one.id, ())) for one in candidates(session) if not one.paused)


def _helper(one: Candidate, groups: Groups, taken: Iterable[tuple[datetime, datetime]]) -> Helper:
    return Helper(
        hours=tuple((block.weekday, block.start, block.end) for block in one.blocks),
        groups=frozenset(groups.get(code) or code for code in one.topics),
        place=Place(one.municipality_code, one.latitude, one.longitude),
        travel_km=one.travel_km,
        taken=tuple((_clock(start), _clock(end)) for start, end in taken),
    )


def _closed(session: Session, spots: Iterable[str], today: date) -> dict[str, frozenset[date]]:
    days = [today + timedelta(days=ahead) for ahead in range(FIRST_DAYS, LAST_DAYS + 1)]
    return {code: frozenset(closed_days.closed_days(session, code, days)) for code in spots}


def _clock(moment: datetime) -> datetime:
    """What clocks in the Netherlands show."""
    return moment.astimezone(AMSTERDAM).replace(tzinfo=None)
