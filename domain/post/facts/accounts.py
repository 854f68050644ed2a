"""What a letter about an account says: only its owner gets it, because it lets the reader choose the password."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain import passwords
from domain.post.facts.about import Recipient, first_name, no_calendar
from store.models import Account

calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Account, subject_id)
    return ("active" if row.active else "off") if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(Account, subject_id) if who == "owner" else None
    if row is None:
        return ()
    subject = ("account", row.id)
    return (Recipient(f"account:{row.id}", first_name(row.name), row.email, None, "nl", subject),)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    return {"mail": session.get_one(Account, subject_id).email, "dagen": str(passwords.LINK_DAYS)}


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/gebruikers/{subject_id}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return passwords.link(session, subject_id, now=now)
