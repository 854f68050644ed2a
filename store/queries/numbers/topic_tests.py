"""What the tests say of exact counts, as they were stored: for the coordinators of the support point only."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Refresh, TopicTest


@dataclass(frozen=True)
class StoredTest:
    """As in `store.models.TopicTest`, where each field is told."""

    observed: int
    expected: float
    low: float
    high: float
    p: float
    q: float
    ratio: float
    ratio_low: float
    ratio_high: float
    state: str
    threshold: float | None
    alarm: bool | None
    yearly: float | None
    yearly_low: float | None
    yearly_high: float | None
    ahead: list[list[float]]
    held: int
    tried: int
    levels: list[int]
    bursts: list[list[int]]


def of_month(session: Session, month: int) -> Mapping[str, StoredTest]:
    """The test of each topic, group and `*` on the months that end with `month`; empty before it was tested."""
    names = [field.name for field in fields(StoredTest)]
    rows = session.scalars(select(TopicTest).where(TopicTest.month == month).order_by(TopicTest.topic))
    return {row.topic: StoredTest(**{name: getattr(row, name) for name in names}) for row in rows}


def are_new(session: Session, month: int, what: str, counted: str) -> bool:
    """Whether `month` was tested by the job `what`, and nothing was counted by the job `counted` since."""
    newest = select(func.max(Refresh.id))
    tested, changed = (session.scalar(newest.where(Refresh.what == one)) or 0 for one in (what, counted))
    some = session.scalar(select(TopicTest.month).where(TopicTest.month == month).limit(1))
    return some is not None and tested > changed
