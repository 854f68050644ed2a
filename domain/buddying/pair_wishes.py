"""What people say about one pair: they know each other, staff want this pair never, or precisely this pair."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import PARENT, Actor, Role
from domain.allowed import own_or_staff, staff_only
from domain.buddying import requests
from domain.refused import Refused
from store.models import Buddy, PairWish
from store.queries.pair_wishes import ACQUAINTED, PIN, VETO


def acquainted(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """These two know each other, says staff, this buddy or the parent: they are never proposed. Twice is harmless."""
    if by != PARENT:
        own_or_staff(by, buddy_id)
    _say(session, request_id, buddy_id, ACQUAINTED, by=by, now=now)


def veto(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Staff want this pair never. Twice is harmless."""
    staff_only(by)
    _say(session, request_id, buddy_id, VETO, by=by, now=now)


def pin(session: Session, request_id: int, buddy_id: int, *, by: Actor, now: datetime) -> None:
    """Staff want precisely this pair in a plan; no other buddy is pinned to this request then. Twice is harmless.

    Raises `Refused("pair.apart")` for two who know each other, or whom staff never want together.
    """
    staff_only(by)
    requests.locked(session, request_id)
    before = session.get(PairWish, (request_id, buddy_id), populate_existing=True)
    if before is not None and before.kind != PIN:
        raise Refused("pair.apart")
    for other in _said(session, request_id, PIN):
        if other.buddy_id != buddy_id:
            _remove(session, other, by=by, now=now)
    _say(session, request_id, buddy_id, PIN, by=by, now=now)


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


def _said(session: Session, request_id: int, kind: str) -> list[PairWish]:
    query = select(PairWish).where(PairWish.request_id == request_id, PairWish.kind == kind)
    return list(session.scalars(query.execution_options(populate_existing=True)))


def _who(by: Actor) -> str:
    if by.has(Role.BUDDY) and not by.has(Role.COORDINATOR):
        return "buddy"
    return "parent" if by == PARENT else "staff"
