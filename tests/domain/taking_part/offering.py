"""A café with few seats, and how each sign-up stands."""

from datetime import datetime

from sqlalchemy.orm import Session

from store.models import SignUp
from store.states import SignUpState
from tests import make


def cafe(session: Session, *names: str, now: datetime, seats: int = 1, **facts: object) -> tuple[int, list[int]]:
    """A café in a week that asks who waits, with these people in the order of their names."""
    event_id = make.cafe(session, now=now, seats=seats, **{"offer_hours": 24, **facts})
    return event_id, [make.signed_up(session, event_id, name, now=now) for name in names]


def state(session: Session, sign_up_id: int) -> SignUpState:
    return session.get_one(SignUp, sign_up_id).state
