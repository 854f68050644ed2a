"""What people say afterwards: two questions about a gathering, of which nobody can tell who answered."""

from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from domain import journal, links
from domain.actors import PARENT
from domain.local_time import instant, wall
from domain.refused import Refused
from store.models import Event, Feedback
from store.states import LinkPurpose

ANSWERABLE = timedelta(days=28)
LEAST, MOST = 1, 5
LONGEST_REMARK = 1000


def link(session: Session, event_id: int, *, now: datetime) -> str:
    """A secret for the page with the questions about a gathering, which works once and for four weeks.

    It is about the gathering and not about who gets it, and of when it was made and used only the day is kept.
    """
    return links.make(session, LinkPurpose.FEEDBACK, event_id, until=now + ANSWERABLE, now=_day(now))


def give(session: Session, token: str, helped: int | None, remark: str, *, now: datetime) -> None:
    """Write an answer down. `helped` is 1 for not at all to 5 for very much.

    Raises `Refused("feedback.helped")` without that answer, `Refused("feedback.remark")` for a remark that is too long
    and `Refused("link.used")` the second time.
    """
    if helped is None or not LEAST <= helped <= MOST:
        raise Refused("feedback.helped", field="helped")
    words = remark.strip()
    if len(words) > LONGEST_REMARK:
        raise Refused("feedback.remark", field="remark", most=LONGEST_REMARK)
    links.find(session, token, now=now)
    event_id = links.use_once(session, token, LinkPurpose.FEEDBACK, now=_day(now))
    event = session.get_one(Event, event_id)
    session.add(Feedback(event_id=event.id, helped=helped, remark=words or None, given_on=wall(now)[0]))
    journal.record(session, "feedback.given", ("event", event.id), by=PARENT, now=now)


def _day(now: datetime) -> datetime:
    return instant(wall(now)[0], time())
