"""What letters to policy staff say about signals: which are new, never a number."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.post.facts.about import Recipient, no_calendar, no_link, staff
from store.models import Signal
from store.queries.improving import quality
from store.states import SignalState

link = no_link
calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Signal, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    return staff(session, who, ("signal", subject_id))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    """Every signal that nobody decided about yet, for a letter may be the only one of its week."""
    topics = list(dict.fromkeys(one.topic for one in quality.signals(session, [SignalState.NEW])))
    return {"aantal": str(len(topics)), "onderwerpen": "; ".join(topics)}


def screen(session: Session, subject_id: int) -> str:
    return "/werk/verbeteren"
