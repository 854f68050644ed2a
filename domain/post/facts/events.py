"""What letters say about a gathering: people who signed up read about their own sign-up."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.post.facts import hosts, sign_ups
from domain.post.facts.about import Recipient, no_calendar, no_link
from domain.taking_part.sign_up_rows import IN
from store.models import Event, SignUp

link = no_link
calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Event, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    if who == "hosts":
        return hosts.of_event(session, subject_id)
    if who != "everybody":
        return ()
    rows = select(SignUp).where(SignUp.event_id == subject_id, SignUp.state.in_(IN)).order_by(SignUp.number)
    return tuple(sign_ups.recipient(row) for row in session.scalars(rows))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    return hosts.of_gathering(session, subject_id)


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/kalender/{subject_id}"
