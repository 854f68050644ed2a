"""The journal hears of stories later and together, so that no line tells when somebody told one."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import CLOCK
from domain.local_time import wall
from store.models import Story


def note(session: Session, *, now: datetime) -> int:
    """Write one line with how many stories came in on the days since the last time; gives that number, 0 for no line.

    Those of today wait for tomorrow: the one story of this morning would have its moment.
    """
    new = update(Story).where(Story.noted.is_(False), Story.told_on < wall(now)[0]).values(noted=True)
    stories = len(session.execute(new.returning(Story.id)).all())
    if stories:
        journal.record(session, "story.told", ("story", 0), by=CLOCK, now=now, stories=stories)
    return stories
