"""The days of a buddy: when there is time, and what the journal says of it."""

from datetime import UTC, date, datetime

from domain.availability.free_time import Span, free
from store.models import JournalLine
from store.sessions import Session

TODAY = date(2026, 11, 24)
NEXT_TUESDAY = date(2026, 12, 1)
AFTER = date(2026, 12, 8)


def at(day: date, hour: int) -> datetime:
    """In winter, when the Netherlands are an hour ahead."""
    return datetime(day.year, day.month, day.day, hour - 1, tzinfo=UTC)


def kinds(session: Session) -> list[str]:
    lines = session.query(JournalLine).where(JournalLine.subject_kind == "buddy").order_by(JournalLine.id)
    return [line.kind for line in lines][2:]


def free_on(session: Session, buddy_id: int, now: datetime, *days: date) -> list[Span]:
    return [one for day in days for one in free(session, [buddy_id], day, day, now=now)[buddy_id]]
