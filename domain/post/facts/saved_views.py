"""What the letter about a kept view says: only its owner gets it, as long as the owner may see the page."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from domain import links
from domain.post.facts.about import Recipient, first_name, no_calendar
from domain.reporting.view_summary import summary
from domain.reporting.views import may_get
from store.models import Account, SavedView
from store.states import LinkPurpose

LINK_COUNTS = timedelta(days=180)
calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(SavedView, subject_id)
    return ("wanted" if row.rhythm and may_get(session, row) else "off") if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(SavedView, subject_id) if who == "owner" else None
    owner = session.get(Account, row.account_id) if row else None
    if owner is None:
        return ()
    subject = ("saved_view", subject_id)
    return (Recipient(f"account:{owner.id}", first_name(owner.name), owner.email, None, "nl", subject),)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(SavedView, subject_id)
    found = summary(session, row.query)
    return {"weergave": row.name, "samenvatting": found.words, "tabel": found.table}


def screen(session: Session, subject_id: int) -> str:
    row = session.get_one(SavedView, subject_id)
    return f"{row.path}?{row.query}" if row.query else row.path


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return links.make(session, LinkPurpose.SAVED_VIEW, subject_id, until=now + LINK_COUNTS, now=now)
