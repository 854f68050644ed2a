"""Counts for charts: exact ones for the support point itself, and what was published for everybody else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import DirtyCell, PublishedCell, Refresh, Rollup
from store.rollup import EVERYTHING


@dataclass(frozen=True)
class PublishedNumber:
    """One published cell; `value` is None when the count is under `threshold`."""

    level: str
    period: int
    group: str
    topic: str
    municipality: str
    value: int | None
    threshold: int


@dataclass(frozen=True)
class Freshness:
    """When the counts were last brought up to date, and how many changes still wait."""

    refreshed_at: datetime
    waiting: int


def exact(session: Session, months: range) -> Mapping[str, Mapping[int, int]]:
    """Questions per topic, group and `*`, by month. For coordinators only: nothing is hidden or rounded."""
    query = select(Rollup.topic, Rollup.month, Rollup.questions).where(
        Rollup.municipality == EVERYTHING, Rollup.month >= months.start, Rollup.month < months.stop
    )
    found: dict[str, dict[int, int]] = {EVERYTHING: {}}
    for topic, month, questions in session.execute(query):
        found.setdefault(topic, {})[month] = questions
    return found


def exact_by_municipality(session: Session, months: range) -> Mapping[tuple[str, str], Mapping[int, int]]:
    """Questions per (topic, group or `*`; municipality, `*` or empty), by month. For coordinators and the job only."""
    query = select(Rollup).where(Rollup.month >= months.start, Rollup.month < months.stop)
    found: dict[tuple[str, str], dict[int, int]] = {}
    for row in session.scalars(query):
        found.setdefault((row.topic, row.municipality), {})[row.month] = row.questions
    return found


def exact_months(session: Session) -> range:
    """From the first month with a question up to the last; empty when there are none."""
    first, last = session.execute(select(func.min(Rollup.month), func.max(Rollup.month))).one()
    return range(0) if first is None else range(first, last + 1)


def exact_freshness(session: Session) -> Freshness | None:
    """How fresh the exact counts are; None before the first refresh. For coordinators only."""
    refreshed_at = session.scalar(select(func.max(Refresh.refreshed_at)))
    waiting = session.scalar(select(func.count()).select_from(DirtyCell)) or 0
    return Freshness(refreshed_at, waiting) if refreshed_at else None


def published(session: Session, levels: Collection[str] | None = None) -> tuple[PublishedNumber, ...]:
    """Every published cell, or those of some levels: all that anybody else than a coordinator may see."""
    query = select(PublishedCell)
    if levels is not None:
        query = query.where(PublishedCell.level.in_(levels))
    return tuple(
        PublishedNumber(
            row.level, row.period, row.group_code, row.topic_code, row.municipality_code, row.value, row.threshold
        )
        for row in session.scalars(query)
    )


def published_at(session: Session) -> datetime | None:
    """When numbers were last published."""
    return session.scalar(select(func.max(PublishedCell.published_at)))
