"""What a letter to administrators says about a letter that did not arrive."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.post import letter_texts
from domain.post.facts.about import Recipient, no_calendar, no_link, staff
from store.models import Letter

link = no_link
calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Letter, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    return staff(session, who, ("letter", subject_id))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    return {"soort": letter_texts.load(session, session.get_one(Letter, subject_id).kind).name}


def screen(session: Session, subject_id: int) -> str:
    return "/werk/postbak"
