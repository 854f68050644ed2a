"""The journal hears of stories later and together, so that no line tells when somebody told one."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from store.models import Story


def note(session: Session, *, now: datetime) -> int:
    """Write one line with how many stories came in since the last time; gives that number. Nothing new, no line."""
    new = session.scalars(select(Story).where(Story.noted.is_(False))).all()
    for story in new:
        story.noted = True
    if new:
        journal.record(session, "story.told", ("story", 0), by=CLOCK, now=now, stories=len(new))
    return len(new)
