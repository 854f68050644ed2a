"""What letters say of a match in which nobody noted a first contact yet."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from domain.matchmaking import proposals
from domain.post.facts import matches
from domain.post.facts.about import Recipient, no_calendar
from store.models import Match
from store.states import MatchState

MISSING, MADE, OVER = "missing", "made", "over"

calendar = no_calendar
values = matches.values
screen = matches.screen


def state(session: Session, subject_id: int, *, now: datetime) -> str | None:
    row = session.get(Match, subject_id)
    if row is None:
        return None
    if row.first_contact_at is not None:
        return MADE
    return MISSING if row.state is MatchState.RUNNING else OVER


def recipients(session: Session, subject_id: int, who: str) -> tuple[Recipient, ...]:
    readers = matches.recipients(session, subject_id, who)
    return tuple(replace(one, subject=("first_contact", subject_id)) for one in readers)


def link(session: Session, subject_id: int, *, now: datetime) -> str:
    """The page on which the buddy said yes: it tells how to reach the parent, and leads to the buddy's own page."""
    return proposals.link(session, session.get_one(Match, subject_id).proposal_id, now=now)
