"""A second look at what was told, for the moderator: what may give somebody away and still stands in the text."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain.stories import detecting
from domain.stories.finding.find import find
from store.models import Story, StoryFinding
from store.queries import stories

PART = 20


def read_again(session: Session, now: datetime) -> int:
    """Note what stands in the next few waiting stories; gives how many were read, and 0 when none is left.

    Places, schools and people that we came to know after a story was told are looked for as well.
    """
    waiting = stories.unread(session, PART)
    if not waiting:
        return 0
    names = detecting.names(session)
    for number, told in waiting.items():
        row = session.get_one(Story, number)
        row.findings = [StoryFinding(starts=one.starts, ends=one.ends, kind=one.kind) for one in find(told, names)]
        row.read_again = True
    return len(waiting)
