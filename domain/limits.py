"""Rate limits that hold for all processes together: a counter per subject and window of time in the database."""

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from domain.refused import Refused
from store.counters import count_attempt


def count(session: Session, what: str, subject: str, *, most: int, minutes: int, now: datetime) -> None:
    """Count one attempt of `subject` at `what`; raises `Refused("limit.reached")` past `most` in a window.

    Only a hash of the subject is kept, and only until its window is over.
    """
    window = (int(now.timestamp()) // (minutes * 60) + 1) * minutes  # when it ends, in minutes since 1970
    key = hashlib.sha256(f"{what}|{minutes}|{subject}".encode()).digest()
    if count_attempt(session, key, window) > most:
        raise Refused("limit.reached", minutes=minutes)
