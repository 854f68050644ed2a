"""What questions had in common, exactly: for charts of the support point itself, and for the job that publishes."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from store.dimensions import DIMENSIONS
from store.models import Breakdown


@dataclass(frozen=True)
class Part:
    """How many questions about `topic` (a topic, a group or `*`) had `value`, which is empty for what was not said."""

    topic: str
    value: str
    questions: int


@dataclass(frozen=True)
class MonthPart(Part):
    month: int


def exact(session: Session, dimension: str, months: range, topics: Collection[str] | None = None) -> tuple[Part, ...]:
    """All months together, of every topic, group and `*`, or of some; topics in order, the largest part first.

    `dimension` is one of `store.dimensions.DIMENSIONS`; in `topic` the value is the other topic (or for a group the
    other group) that came with it. A question with several values counts once for each, so that parts may add up to
    more than the questions. For coordinators and the job only: nothing is hidden or rounded.
    """
    together = func.sum(Breakdown.questions)
    query = select(Breakdown.topic, Breakdown.value, together).where(_where(dimension, months, topics))
    grouped = query.group_by(Breakdown.topic, Breakdown.value)
    rows = session.execute(grouped.order_by(Breakdown.topic, together.desc(), Breakdown.value))
    return tuple(Part(topic, value, int(questions)) for topic, value, questions in rows)


def exact_by_month(
    session: Session, dimension: str, months: range, topics: Collection[str] | None = None
) -> tuple[MonthPart, ...]:
    """As `exact`, each month by itself, oldest first."""
    columns = select(Breakdown.topic, Breakdown.value, Breakdown.questions, Breakdown.month)
    query = columns.where(_where(dimension, months, topics))
    rows = session.execute(query.order_by(Breakdown.month, Breakdown.topic, Breakdown.value))
    return tuple(MonthPart(*row) for row in rows)


def _where(dimension: str, months: range, topics: Collection[str] | None) -> ColumnElement[bool]:
    if dimension not in DIMENSIONS:
        raise ValueError(f"the register is not broken down by {dimension}")
    found = and_(Breakdown.dimension == dimension, Breakdown.month >= months.start, Breakdown.month < months.stop)
    return found if topics is None else found & Breakdown.topic.in_(topics)
