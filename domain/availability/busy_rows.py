"""What is known of a buddy's own calendar: only when it says busy."""

from collections.abc import Iterable

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from outside.occurrences import Interval
from store.models import Buddy, BusyTime


def replace(session: Session, buddy_id: int, found: Iterable[Interval]) -> None:
    """Keep these times in place of all that was known."""
    session.execute(delete(BusyTime).where(BusyTime.buddy_id == buddy_id))
    rows = [{"buddy_id": buddy_id, "starts_at": one.start, "ends_at": one.end} for one in found]
    if rows:
        session.execute(insert(BusyTime), rows)


def forget(session: Session, row: Buddy) -> None:
    """Erase the link and all that was read through it. Twice is harmless."""
    row.calendar_url = row.calendar_read_at = row.calendar_error = None
    replace(session, row.id, ())
