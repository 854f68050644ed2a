"""How urgent staff find a buddy request: who is in a hurry goes first in a plan."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.matchmaking import requests
from domain.refused import Refused

USUAL, HURRY, URGENT = 0, 1, 2
LEVELS = (USUAL, HURRY, URGENT)


def change(session: Session, request_id: int, level: int, *, by: Actor, now: datetime) -> None:
    """Set it to usual, in a hurry or urgent. Twice is harmless.

    Raises `Refused("request.urgency")` for anything else, and `Refused("request.over")` when nobody waits any more.
    """
    staff_only(by)
    if level not in LEVELS:
        raise Refused("request.urgency")
    row = requests.locked(session, request_id)
    if row.state not in requests.WAITING:
        raise Refused("request.over")
    if row.urgency == level:
        return
    before, row.urgency = row.urgency, level
    journal.record(session, "request.urgency", ("request", row.id), by=by, now=now, before=before, after=level)
