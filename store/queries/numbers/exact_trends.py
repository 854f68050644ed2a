"""Exact counts, for the support point itself and for the job that publishes: never for anybody else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Breakdown, DirtyCell, DirtyMonth, Refresh, Rollup
from store.rollup import EVERYTHING


@dataclass(frozen=True)
class Freshness:
    """When the counts were last brought up to date, how many changes still wait, and how long it took last time."""

    refreshed_at: datetime
    waiting: int
    milliseconds: int = 0


def exact(session: Session, months: range) -> Mapping[str, Mapping[int, int]]:
    """Questions per topic, group and `*`, by month. For coordinators only: nothing is hidden or rounded."""
    query = select(Rollup.topic, Rollup.month, Rollup.questions).where(
        Rollup.municipality == EVERYTHING, Rollup.month >= months.start, Rollup.month < months.stop
    )
    found: dict[str, dict[int, int]] = {EVERYTHING: {}}
    for topic, month, questions in session.execute(query):
        found.setdefault(topic, {})[month] = questions
    return found


def exact_by_municipality(
    session: Session, months: range, topics: Collection[str]
) -> Mapping[tuple[str, str], Mapping[int, int]]:
    """Questions per (one of these topics, groups or `*`; municipality, `*` or empty), by month.

    For coordinators and the job only. What it reads is found by topic and month, so it asks for few of both.
    """
    query = select(Rollup.topic, Rollup.municipality, Rollup.month, Rollup.questions).where(
        Rollup.topic.in_(topics), Rollup.month >= months.start, Rollup.month < months.stop
    )
    found: dict[tuple[str, str], dict[int, int]] = {}
    for topic, place, month, questions in session.execute(query):
        found.setdefault((topic, place), {})[month] = questions
    return found


def of_places(session: Session, places: Collection[str], months: range) -> Mapping[str, Mapping[int, int]]:
    """As `exact`, of some municipalities together (empty for the questions without one). For coordinators only."""
    query = select(Rollup.topic, Rollup.month, func.sum(Rollup.questions)).where(
        Rollup.municipality.in_(places), Rollup.month >= months.start, Rollup.month < months.stop
    )
    found: dict[str, dict[int, int]] = {EVERYTHING: {}}
    for topic, month, questions in session.execute(query.group_by(Rollup.topic, Rollup.month)):
        found.setdefault(topic, {})[month] = int(questions)
    return found


def by_place(session: Session, topic: str, months: range) -> Mapping[str, int]:
    """Questions about a topic, a group or `*` in these months, by municipality (empty for none). Coordinators only."""
    query = select(Rollup.municipality, func.sum(Rollup.questions)).where(
        Rollup.topic == topic, Rollup.month >= months.start, Rollup.month < months.stop
    )
    rows = session.execute(query.where(Rollup.municipality != EVERYTHING).group_by(Rollup.municipality))
    return {place: int(questions) for place, questions in rows}


def exact_by_value(session: Session, dimension: str, months: range) -> Mapping[tuple[str, str], Mapping[int, int]]:
    """Questions per (topic, group or `*`; value) of a breakdown, by month. For the jobs that publish only."""
    query = select(Breakdown).where(
        Breakdown.dimension == dimension, Breakdown.month >= months.start, Breakdown.month < months.stop
    )
    found: dict[tuple[str, str], dict[int, int]] = {}
    for row in session.scalars(query):
        found.setdefault((row.topic, row.value), {})[row.month] = row.questions
    return found


def not_broken_down(session: Session) -> set[int]:
    """The months whose breakdowns do not hold all questions (yet)."""
    query = select(Rollup.month, Rollup.questions)
    known = session.execute(query.where(Rollup.topic == EVERYTHING, Rollup.municipality == EVERYTHING))
    parts = select(Breakdown.month, func.sum(Breakdown.questions)).group_by(Breakdown.month)
    parts = parts.where(Breakdown.dimension == "sector", Breakdown.topic == EVERYTHING)
    missing = {month: int(questions) for month, questions in known}
    for month, questions in session.execute(parts):
        missing[month] = missing.get(month, 0) - int(questions)
    return {month for month, questions in missing.items() if questions}


def exact_months(session: Session) -> range:
    """From the first month with a question up to the last; empty when there are none."""
    month = select(Rollup.month).where(Rollup.topic == EVERYTHING).limit(1)
    first, last = (session.scalar(month.order_by(end)) for end in (Rollup.month, Rollup.month.desc()))
    return range(0) if first is None or last is None else range(first, last + 1)


def exact_freshness(session: Session, what: str = "counts") -> Freshness | None:
    """How fresh the exact counts are, or the `breakdowns`; None before the first refresh. For coordinators only."""
    query = select(Refresh.refreshed_at, Refresh.milliseconds).where(Refresh.what == what)
    last = session.execute(query.order_by(Refresh.refreshed_at.desc()).limit(1)).first()
    waiting = session.scalar(select(func.count()).select_from(DirtyCell if what == "counts" else DirtyMonth)) or 0
    return Freshness(last.refreshed_at, waiting, last.milliseconds) if last else None
