"""What letters say when we ask how a match goes, and to coordinators when it does not go well."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.care import check_in_answers as verbs
from domain.care.care import Kind
from domain.matchmaking.asked import terms
from domain.post.facts import matches, proposals, requests
from domain.post.facts.about import Recipient, first_name, no_calendar, staff
from i18n import _
from store.models import CheckIn, Match
from store.states import MatchState, RequestState

ASKED, ATTENTION, ANSWERED, OVER = "asked", "attention", "answered", "over"

calendar = no_calendar


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    """`over` for a question without an answer about a match that ended, or for after-care of who looks again."""
    row = session.get(CheckIn, subject_id)
    if row is None:
        return None
    if row.answer is not None:
        return ATTENTION if verbs.asks_attention(session, row) else ANSWERED
    if verbs.kind_of(session, row.moment) is Kind.AFTER_CARE:
        matters = row.match.request.state is RequestState.CLOSED
    else:
        matters = row.match.state is MatchState.RUNNING
    return ASKED if matters else OVER


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    """The parent or the buddy only when they are the one who was asked."""
    row, subject = session.get(CheckIn, subject_id), ("check_in", subject_id)
    if row and who == row.who:
        match = row.match
        return (requests.parent(match.request, subject) if who == "parent" else proposals.buddy(match.buddy, subject),)
    return staff(session, who, subject)


def values(session: Session, subject_id: int, told: Mapping[str, Any]) -> dict[str, str]:
    row = session.get_one(CheckIn, subject_id)
    match: Match = row.match
    parent, buddy = first_name(match.request.name) or _("de ouder"), first_name(match.buddy.name) or _("uw buddy")
    name = verbs.LISTS[verbs.kind_of(session, row.moment)]
    return {
        "ouder": parent,
        "buddy": buddy,
        "gesprekken": str(match.contacts),
        "van": parent if row.who == "parent" else buddy,
        "antwoord": terms(session).get(f"{name}.{row.answer}", ""),
    }


def screen(session: Session, subject_id: int) -> str:
    return matches.screen(session, session.get_one(CheckIn, subject_id).match_id)


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    return verbs.link(session, subject_id, now=now)
