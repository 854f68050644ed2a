"""What letters say about stories: that there is one to read, and nothing of what is in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.post.facts.about import Recipient, no_calendar, no_link, staff

link = no_link
calendar = no_calendar
TO_READ_AND_TO_ACT = "readers_and_coordinators"


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    return "waiting"


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    """Of danger both hear: who reads it, and who acts on it. Somebody with both roles hears once."""
    if who != TO_READ_AND_TO_ACT:
        return staff(session, who, ("story", subject_id))
    both = [one for role in ("moderators", "coordinators") for one in staff(session, role, ("story", subject_id))]
    return tuple({one.key: one for one in both}.values())


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    return {}


def screen(session: Session, subject_id: int) -> str:
    return "/werk/verhalen"
