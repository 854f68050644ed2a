"""Who signed up, with names and how to reach them: only for those who may see that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import SignUp
from store.states import SignUpState, Way


@dataclass(frozen=True)
class SignUpFacts:
    """`position` on the waiting list of its own way of taking part: 1 is the head, 0 does not wait.

    `offered_until` is when an offer ends, `undo_until` until when a parent may come back on the last change.
    """

    id: int
    event_id: int
    number: int
    state: SignUpState
    party: int
    name: str
    email: str
    phone: str
    language: str
    answers: Mapping[str, Any]
    created_at: datetime
    position: int
    way: Way
    maybe: bool
    access_needs: str
    offered_until: datetime | None
    undo_until: datetime | None
    told: bool


def of_event(session: Session, event_id: int) -> tuple[SignUpFacts, ...]:
    """Everybody who signed up for a gathering, in order of arrival."""
    taken_back = (SignUp.state == SignUpState.CANCELLED) & SignUp.mark_key.is_not(None)  # a walk-in that was no walk-in
    mine = SignUp.event_id == event_id, ~taken_back
    rows = session.scalars(select(SignUp).where(*mine).order_by(SignUp.number)).all()
    lines = {way: [row.id for row in rows if row.state is SignUpState.WAITING and row.way is way] for way in Way}
    places = {number: place for line in lines.values() for place, number in enumerate(line, 1)}
    return tuple(_facts(row, places.get(row.id, 0)) for row in rows)


def one(session: Session, sign_up_id: int) -> SignUpFacts | None:
    row = session.get(SignUp, sign_up_id)
    return _facts(row, _position(session, row)) if row else None


def _position(session: Session, row: SignUp) -> int:
    if row.state is not SignUpState.WAITING:
        return 0
    before = select(func.count()).where(
        SignUp.event_id == row.event_id,
        SignUp.state == SignUpState.WAITING,
        SignUp.way == row.way,
        SignUp.number <= row.number,
    )
    return session.scalar(before) or 0


def _facts(row: SignUp, position: int) -> SignUpFacts:
    return SignUpFacts(
        id=row.id,
        event_id=row.event_id,
        number=row.number,
        state=row.state,
        party=row.party,
        name=row.name or "",
        email=row.email or "",
        phone=row.phone or "",
        language=row.language,
        answers=json.loads(row.answers) if row.answers else {},
        created_at=row.created_at,
        position=position,
        way=row.way,
        maybe=row.maybe,
        access_needs=row.access_needs or "",
        offered_until=row.offered_until,
        undo_until=row.undo_until,
        told=row.told_at is not None,
    )
