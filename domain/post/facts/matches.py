"""What letters say about a match: only here do the two sides hear of each other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain import time_limits
from domain.matchmaking import requests as verbs
from domain.post.facts import proposals, requests
from domain.post.facts.about import Recipient, first_name, no_calendar, staff
from store.models import Match

calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Match, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(Match, subject_id)
    if row and who == "parent":
        return (requests.parent(row.request, ("match", row.id)),)
    if row and who == "buddy":
        return (proposals.buddy(row.buddy, ("match", row.id)),)
    return staff(session, who, ("match", subject_id))


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    """The parent reads the buddy's first name; the buddy reads the parent's, and the contact that the parent gave."""
    row = session.get_one(Match, subject_id)
    return {
        **requests.values(session, row.request_id, told),
        "buddy": first_name(row.buddy.name),
        "ouder": first_name(row.request.name),
        "termijn": time_limits.in_words(time_limits.load(session).first_contact),
        "bel": row.request.phone or "",
        "mail": row.request.email or "",
    }


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/koppelingen/{subject_id}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    """The parent's own page about the request."""
    return verbs.link(session, session.get_one(Match, subject_id).request_id, now=now)
