"""What people say about one pair: they know each other, or staff want this pair never."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import journal
from domain.actors import PARENT, Actor, Role
from domain.allowed import own_or_staff, staff_only
from domain.matchmaking import requests
from domain.refused import Refused
from store.models import Buddy, PairWish
from store.queries.matchmaking.pair_wishes import ACQUAINTED, VETO


def acquainted(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """These two know each other, says staff, this buddy or the parent: they are never proposed. Twice is harmless."""
    if by != PARENT:
        own_or_staff(by, buddy_id)
    _say(session, request_id, buddy_id, ACQUAINTED, by=by, now=now)


def veto(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Staff want this pair never. Twice is harmless."""
    staff_only(by)
    _say(session, request_id, buddy_id, VETO, by=by, now=now)


def take_back(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Nothing is said about this pair any more, by whomever it was said. Twice is harmless."""
    staff_only(by)
    requests.locked(session, request_id)
    row = session.get(PairWish, (request_id, buddy_id), populate_existing=True)
    if row is not None:
        _remove(session, row, by=by, now=now)


def _say(session: Session, request_id: int, buddy_id: int, kind: str, *, by: Actor, now: datetime) -> None:
    # One lock for all that is said about a request, so that two people who say it at once are one after the other.
    requests.locked(session, request_id)
    if session.get(Buddy, buddy_id) is None:
        raise Refused("not_found")
    row = session.get(PairWish, (request_id, buddy_id), populate_existing=True)
    if row is not None and row.kind == kind:
        return
    if row is None:
        row = PairWish(request_id=request_id, buddy_id=buddy_id)
        session.add(row)
    row.kind, row.said_by, row.said_at = kind, _who(by), now
    session.flush()
    facts = {"buddy": buddy_id, "wish": kind, "said_by": row.said_by}
    journal.record(session, "pair.said", ("request", request_id), by=by, now=now, **facts)


def _remove(session: Session, row: PairWish, *, by: Actor, now: datetime) -> None:
    facts = {"buddy": row.buddy_id, "wish": row.kind}
    session.delete(row)
    session.flush()
    journal.record(session, "pair.taken_back", ("request", row.request_id), by=by, now=now, **facts)


def _who(by: Actor) -> str:
    if by.has(Role.BUDDY) and not by.has(Role.COORDINATOR):
        return "buddy"
    return "parent" if by == PARENT else "staff"
