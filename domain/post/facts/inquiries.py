"""What letters say about one question from a parent: never what was asked or answered."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain import links, time_limits
from domain.post.facts.about import Recipient, no_calendar, staff
from store.models import Inquiry
from store.states import LinkPurpose

SCREEN = "/werk/vragen-van-ouders"

calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Inquiry, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    subject = ("inquiry", subject_id)
    if who != "parent":
        return staff(session, who, subject)
    row = session.get(Inquiry, subject_id)
    return (Recipient(f"inquiry:{row.id}", "", row.email, row.phone, row.language, subject),) if row else ()


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    return {}


def screen(session: Session, subject_id: int) -> str:
    return f"{SCREEN}/{subject_id}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    """It lives as long as what it leads to."""
    until = now + time_limits.load(session).inquiry_kept
    return links.make(session, LinkPurpose.INQUIRY, subject_id, until=until, now=now)
