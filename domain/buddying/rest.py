"""A buddy catches their breath after a heavy match: no new proposals before a day that staff choose."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from domain import journal, time_limits
from domain.actors import Actor
from domain.allowed import own_or_staff
from domain.buddying.buddies import locked
from domain.local_time import wall


def rest(session: Session, buddy_id: int, until: date | None, *, by: Actor, now: datetime) -> None:
    """Ask nothing of a buddy before `until`; None, or a day that has come, ends the rest. Twice is harmless."""
    own_or_staff(by, buddy_id)
    row = locked(session, buddy_id)
    wanted = until if until and wall(now)[0] < until else None
    if row.rest_until == wanted:
        return
    row.rest_until = wanted
    kind = "buddy.rests" if wanted else "buddy.rested"
    journal.record(session, kind, ("buddy", buddy_id), by=by, now=now, until=str(wanted) if wanted else None)


def after_heavy(session: Session, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """A heavy match ended: the buddy rests as long as staff set; a longer rest stays."""
    until = wall(now)[0] + time_limits.load(session).rest
    known = locked(session, buddy_id).rest_until
    rest(session, buddy_id, max(until, known or until), by=by, now=now)
