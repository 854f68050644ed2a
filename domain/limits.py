"""Rate limits that hold for all processes together: a counter per subject and window of time in the database."""

import hashlib
from datetime import datetime
from math import ceil

from sqlalchemy.orm import Session

from domain.refused import Refused
from store.counters import count_attempt


def count(session: Session, what: str, subject: str, *, most: int, minutes: int, now: datetime) -> None:
    """Count one attempt of `subject` at `what`; raises `Refused("limit.reached")` past `most` in a window.

    Only a hash of the subject is kept, and only until its window is over.
    """
    window = window_end(now, minutes)
    key = hashlib.sha256(f"{what}|{minutes}|{subject}".encode()).digest()
    if count_attempt(session, key, window) > most:
        raise Refused("limit.reached", minutes=minutes_left(now, minutes))


def minutes_left(now: datetime, minutes: int) -> int:
    """How long somebody has to wait until the next window of so many minutes, rounded up; never said shorter than two.

    It follows from the clock alone, so it tells nothing of what others did.
    """
    return max(2, ceil(window_end(now, minutes) - now.timestamp() / 60))


def window_end(now: datetime, minutes: int) -> int:
    """When the window ends, in minutes since 1970."""
    return (int(now.timestamp()) // (minutes * 60) + 1) * minutes
