"""Reading buddies' own calendars, one link at a time, outside any transaction."""

from collections.abc import Callable
from datetime import datetime

from domain.availability import own_calendar
from domain.availability.own_calendar import Claimed
from outside.apart import busy_times_apart
from outside.guarded import Allowed, fetch
from outside.occurrences import Interval
from outside.unreadable import Unreadable, Why
from store.database import Database

MOST_AT_ONCE = 20


def read_own_calendars(database: Database, now: Callable[[], datetime], allowed: Allowed) -> int:
    """Read each link that is due; gives how many could be read.

    A link is claimed, and that is committed, before it is read: of several processes one has it, and whoever answers
    slowly holds up nobody who writes.
    """
    read = 0
    for _link in range(MOST_AT_ONCE):
        with database.reading() as session:
            if not own_calendar.is_due(session, now=now()):
                break
        with database.writing() as session:
            claimed = own_calendar.claim(session, now=now())
        if claimed is None:
            break
        found = _read(claimed, allowed)
        with database.writing() as session:
            if isinstance(found, Why):
                own_calendar.failed(session, claimed, found)
            else:
                read += own_calendar.store_busy(session, claimed, found)
    return read


def _read(claimed: Claimed, allowed: Allowed) -> tuple[Interval, ...] | Why:
    """When it says busy, or why it could not be read: never an exception, which could carry the secret address."""
    try:
        return busy_times_apart(fetch(claimed.url, allowed), claimed.at, claimed.until)
    except Unreadable as refusal:
        return refusal.why
