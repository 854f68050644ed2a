"""How matches go: what was and will be asked of whom, what they said, and what still asks for the coordinator."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from store.models import Buddy, CheckIn, Match, Request
from store.states import MatchState, RequestState


@dataclass(frozen=True)
class CheckInRow:
    """One question to a parent or a buddy; `parent` is unknown once their request was withdrawn."""

    id: int
    match_id: int
    request_id: int
    buddy_id: int
    moment: str
    who: str
    buddy: str
    parent: str | None
    due_on: date
    asked_at: datetime | None
    answered_at: datetime | None
    answer: str | None
    remark: str | None
    taken_up_at: datetime | None
    contacts: int
    match_state: MatchState
    request_state: RequestState


def one(session: Session, check_in_id: int) -> CheckInRow | None:
    return next(iter(_rows(session, CheckIn.id == check_in_id)), None)


def of_match(session: Session, match_id: int) -> tuple[CheckInRow, ...]:
    """Everything of one match, by day."""
    return _rows(session, CheckIn.match_id == match_id)


def coming(session: Session) -> dict[int, CheckInRow]:
    """By match that runs: what is asked next."""
    rows = _rows(session, CheckIn.asked_at.is_(None), Match.state == MatchState.RUNNING)
    return {row.match_id: row for row in reversed(rows)}


def unanswered_by(session: Session, buddy_id: int) -> tuple[CheckInRow, ...]:
    """What this buddy was asked about matches that run, and did not answer yet."""
    asked = (CheckIn.asked_at.is_not(None), CheckIn.answer.is_(None), CheckIn.who == "buddy")
    return _rows(session, *asked, Match.buddy_id == buddy_id, Match.state == MatchState.RUNNING)


def not_taken_up(session: Session, answers: Collection[str]) -> tuple[CheckInRow, ...]:
    """Who gave one of `answers` and was not called yet; a parent who withdrew can't be called any more."""
    can_be_called = or_(CheckIn.who == "buddy", Request.contact_index.is_not(None))
    return _rows(session, CheckIn.answer.in_(answers), CheckIn.taken_up_at.is_(None), can_be_called)


def _rows(session: Session, *conditions: ColumnElement[bool]) -> tuple[CheckInRow, ...]:
    query = select(CheckIn, Match, Request, Buddy.name).join(CheckIn.match).join(Match.request).join(Match.buddy)
    found = session.execute(query.where(*conditions).order_by(CheckIn.due_on, CheckIn.id))
    return tuple(_row(row, match, request, buddy) for row, match, request, buddy in found)


def _row(row: CheckIn, match: Match, request: Request, buddy: str) -> CheckInRow:
    return CheckInRow(
        id=row.id,
        match_id=match.id,
        request_id=request.id,
        buddy_id=match.buddy_id,
        moment=row.moment,
        who=row.who,
        buddy=buddy,
        parent=request.name,
        due_on=row.due_on,
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        answer=row.answer,
        remark=row.remark,
        taken_up_at=row.taken_up_at,
        contacts=match.contacts,
        match_state=match.state,
        request_state=request.state,
    )
