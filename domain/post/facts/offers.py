"""What letters say to a parent about the buddy who said yes: a first name and what they share, no number or address."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.matchmaking import requests as verbs
from domain.matchmaking.asked import described_buddy, terms
from domain.post.facts import requests
from domain.post.facts.about import Recipient, first_name, no_calendar
from i18n import day_and_time
from store.models import Proposal
from store.queries.matchmaking import offered

calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Proposal, subject_id)
    return row.state.value if row else None


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    row = session.get(Proposal, subject_id)
    if row is None or who != "parent":
        return ()
    return (requests.parent(row.request, ("offer", subject_id)),)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    one = offered.of_proposal(session, subject_id)
    if one is None:
        return {}
    said = described_buddy(one, terms(session))
    return {
        "buddy": first_name(one.first_name),
        "ervaring": said.topics,
        "contact": said.contact,
        "antwoord_voor": day_and_time(one.answer_by),
    }


def screen(session: Session, subject_id: int) -> str:
    return f"/werk/buddyvragen/{session.get_one(Proposal, subject_id).request_id}"


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    """The parent's own page about the request, where the question is put."""
    return verbs.link(session, session.get_one(Proposal, subject_id).request_id, now=now)
