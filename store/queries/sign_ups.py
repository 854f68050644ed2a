"""Who signed up, with names and how to reach them: only for those who may see that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import SignUp
from store.states import SignUpState


@dataclass(frozen=True)
class SignUpFacts:
    """`position` on the waiting list: 1 is the next to get a seat, 0 does not wait."""

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


def of_event(session: Session, event_id: int) -> tuple[SignUpFacts, ...]:
    """Everybody who signed up for a gathering, in order of arrival."""
    rows = session.scalars(select(SignUp).where(SignUp.event_id == event_id).order_by(SignUp.number)).all()
    waiting = [row.id for row in rows if row.state is SignUpState.WAITING]
    return tuple(_facts(row, waiting.index(row.id) + 1 if row.id in waiting else 0) for row in rows)


def one(session: Session, sign_up_id: int) -> SignUpFacts | None:
    row = session.get(SignUp, sign_up_id)
    return _facts(row, _position(session, row)) if row else None


def _position(session: Session, row: SignUp) -> int:
    if row.state is not SignUpState.WAITING:
        return 0
    before = select(func.count()).where(
        SignUp.event_id == row.event_id, SignUp.state == SignUpState.WAITING, SignUp.number <= row.number
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
    )
