"""What a parent may know of their own request beside what they asked: the buddy's first name, and what we ask them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Buddy, Match, Request
from store.states import MatchState, RequestState


@dataclass(frozen=True)
class Standing:
    """`asked` since when we ask whether a buddy is still wanted; `parked` when the request rests for want of a word.

    `had_buddy`: there is a match, or was one.
    """

    asked: datetime | None
    parked: bool
    buddy: str | None
    matched_at: datetime | None
    first_contact_at: datetime | None
    had_buddy: bool


def standing(session: Session, request_id: int) -> Standing:
    row = session.get_one(Request, request_id)
    query = select(Match, Buddy.name).join(Match.buddy)
    found = session.execute(
        query.where(Match.request_id == request_id, Match.state == MatchState.RUNNING)
    ).one_or_none()
    match, name = found or (None, "")
    return Standing(
        asked=row.wanted_asked_at if row.waits_for_word and row.state is RequestState.OPEN else None,
        parked=row.is_parked,
        buddy=name.partition(" ")[0] or None,
        matched_at=match.started_at if match else None,
        first_contact_at=match.first_contact_at if match else None,
        had_buddy=session.scalar(select(Match.id).where(Match.request_id == request_id).limit(1)) is not None,
    )
