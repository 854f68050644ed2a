"""What was published: all that anybody else than a coordinator may see of the counts."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from store.models import PublishedCell, Release

ADDRESS = (
    *(PublishedCell.level, PublishedCell.period, PublishedCell.group_code),
    *(PublishedCell.topic_code, PublishedCell.municipality_code, PublishedCell.aspect),
)


class PublishedNumber(NamedTuple):
    """One published cell; `value` is None when the count is under `threshold`."""

    level: str
    period: int
    group: str
    topic: str
    municipality: str
    aspect: str
    value: int | None
    threshold: int


def published(
    session: Session, periods: Mapping[str, Collection[int] | None] | None = None, part: str | None = None
) -> tuple[PublishedNumber, ...]:
    """Every published cell, each as the last release says; or by level those of some periods (None for all), and of
    these only what is of one `part`: a municipality or an aspect."""
    query = select(*ADDRESS, PublishedCell.value, PublishedCell.threshold).order_by(PublishedCell.release_id)
    if periods is not None:
        query = query.where(or_(*(_of(level, some) for level, some in periods.items())))
    if part is not None:
        query = query.where(or_(PublishedCell.municipality_code == part, PublishedCell.aspect == part))
    latest = {row[: len(ADDRESS)]: row for row in session.execute(query)}
    return tuple(PublishedNumber(*row) for row in latest.values())


def _of(level: str, periods: Collection[int] | None) -> ColumnElement[bool]:
    same = PublishedCell.level == level
    return same if periods is None else same & PublishedCell.period.in_(periods)


def published_at(session: Session) -> datetime | None:
    """When numbers were last published."""
    return session.scalar(select(func.max(PublishedCell.published_at)))


def last_period(session: Session, level: str) -> int | None:
    """The last period of which a level is published; None when none is."""
    return session.scalar(select(func.max(PublishedCell.period)).where(PublishedCell.level == level))


def revised_at(session: Session, level: str = "", periods: Collection[int] = ()) -> datetime | None:
    """When a number, or one of these, was last changed by what came in late; None when none ever was."""
    query = select(func.max(PublishedCell.published_at)).join(Release, Release.id == PublishedCell.release_id)
    if level:
        query = query.where(PublishedCell.level == level, PublishedCell.period.in_(periods))
    return session.scalar(query.where(Release.kind == "revision"))
