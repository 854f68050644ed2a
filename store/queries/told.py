"""What parents read of what was done with their questions: only what somebody published."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from i18n import language
from store.models import Improvement


@dataclass(frozen=True)
class Told:
    """In the reader's language where it was written in it; `spoken` says which language it is."""

    title: str
    text: str
    spoken: str
    since: datetime


def told(session: Session) -> tuple[Told, ...]:
    """Everything that is told to parents now, the newest first."""
    query = select(Improvement).where(Improvement.told_at.is_not(None)).order_by(Improvement.told_at.desc())
    return tuple(_told(row) for row in session.scalars(query.order_by(Improvement.id.desc())))


def anything(session: Session) -> bool:
    query = select(func.count()).select_from(Improvement).where(Improvement.told_at.is_not(None))
    return bool(session.scalar(query))


def _told(row: Improvement) -> Told:
    assert row.told_at is not None
    if language() != "nl" and row.told_title_en and row.told_en:
        return Told(row.told_title_en, row.told_en, "en", row.told_at)
    return Told(row.told_title, row.told, "nl", row.told_at)
