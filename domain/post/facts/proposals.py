"""What letters say about a proposal: to the buddy what is asked, never by whom."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.matchmaking import proposals as verbs
from domain.matchmaking.asked import reasons, terms
from domain.post.facts import offers, requests
from domain.post.facts.about import Recipient, called, first_name, no_calendar, staff
from i18n import day_and_time
from store.models import Buddy, Proposal
from store.states import ProposalState

calendar = no_calendar
OVER = "over"


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Proposal, subject_id)
    if row is None:
        return None
    return OVER if row.state is ProposalState.SENT and row.answer_by <= now else row.state.value


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    if who == "parent":
        return offers.recipients(session, subject_id, who)
    if who != "buddy":
        return staff(session, who, ("proposal", subject_id))
    row = session.get(Proposal, subject_id)
    return (buddy(row.buddy, ("proposal", row.id)),) if row else ()


def buddy(row: Buddy, subject: tuple[str, int]) -> Recipient:
    return Recipient(f"buddy:{row.id}", first_name(row.name), row.email, row.phone, "nl", subject)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(Proposal, subject_id)
    return {
        **requests.values(session, row.request_id, told),
        "buddy": called(row.buddy.name),
        "antwoord_voor": day_and_time(row.answer_by),
        "reden": terms(session).get(f"{reasons(row.declined_by)}.{row.decline_reason}", ""),
    }


def screen(session: Session, subject_id: int) -> str:
    return requests.screen(session, session.get_one(Proposal, subject_id).request_id)


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return verbs.link(session, subject_id, now=now)
