"""What letters say about all questions from parents together: how many, and of none of them which."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.post.facts.about import Recipient, no_calendar, no_link, staff
from domain.post.facts.inquiries import SCREEN

calendar = no_calendar
link = no_link


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    return "open"


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    return staff(session, who, ("inquiries", subject_id))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    return {"aantal": str(told.get("number", "")), "te_laat": str(told.get("late", 0))}


def screen(session: Session, subject_id: int) -> str:
    return SCREEN
