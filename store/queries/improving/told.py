"""What parents read of what was done with their questions: only what somebody published."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from i18n import written_language
from store.models import Improvement, ImprovementTopic


@dataclass(frozen=True)
class Told:
    """In the reader's language where it was written in it; `spoken` says which language it is, `topics` are codes."""

    title: str
    text: str
    spoken: str
    since: datetime
    topics: tuple[str, ...]


def told(session: Session) -> tuple[Told, ...]:
    """Everything that is told to parents now, the newest first."""
    query = select(Improvement).where(Improvement.told_at.is_not(None)).order_by(Improvement.told_at.desc())
    topics: dict[int, list[str]] = {}
    for number, code in session.execute(select(ImprovementTopic.improvement_id, ImprovementTopic.topic_code)):
        topics.setdefault(number, []).append(code)
    rows = session.scalars(query.order_by(Improvement.id.desc()))
    return tuple(_told(row, tuple(sorted(topics.get(row.id, ())))) for row in rows)


def anything(session: Session) -> bool:
    query = select(func.count()).select_from(Improvement).where(Improvement.told_at.is_not(None))
    return bool(session.scalar(query))


def _told(row: Improvement, topics: tuple[str, ...]) -> Told:
    assert row.told_at is not None
    if written_language() != "nl" and row.told_title_en and row.told_en:
        return Told(row.told_title_en, row.told_en, "en", row.told_at, topics)
    return Told(row.told_title, row.told, "nl", row.told_at, topics)
