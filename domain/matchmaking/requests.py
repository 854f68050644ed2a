"""Parents who ask for a buddy: asking, changing, withdrawing, closing."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import journal, links
from domain.actors import Actor
from domain.allowed import parent_or_staff, staff_only
from domain.availability.calling_off import call_off_rest
from domain.care import care
from domain.matchmaking import forgetting
from domain.matchmaking.wishes import Consent, Wish, keep_words
from domain.refused import Refused
from i18n import language
from store.models import Match, Proposal, Request, Topic
from store.queries.buddying.buddies import WAITING as UNANSWERED
from store.sessions import blind_index
from store.states import LinkPurpose, MatchState, ProposalState, RequestState

PROMISED_HOURS = 48
SAME_REQUEST = timedelta(hours=1)
LINK_LIVES = timedelta(days=365)
WAITING = (RequestState.OPEN, RequestState.PROPOSED)


def ask(session: Session, asked: Wish, agreed: Consent, *, by: Actor, now: datetime) -> int:
    """Ask for a buddy. The same request of the same parent within an hour is the first one: a double click is harmless.

    The words of the consent are kept under their version. Raises `Refused` without a mail address or phone number.
    """
    contact = asked.email or asked.phone
    if not contact:
        raise Refused("request.no_contact", field="email")
    index = blind_index(session, contact)
    earlier = _same(session, asked, index, now)
    if earlier is not None:
        return earlier
    keep_words(session, agreed, now=now)
    row = _row(asked, index, agreed, now)
    row.topics = _topics(session, asked)
    session.add(row)
    session.flush()
    journal.record(session, "request.asked", ("request", row.id), by=by, now=now)
    return row.id


def change(session: Session, request_id: int, asked: Wish, *, by: Actor, now: datetime) -> None:
    """Write down what a parent asks now, or how to reach them. The waiting time stays. The same is harmless.

    What holds for a buddy who was asked is checked again at their yes; how a change by the parent meets a proposal
    stands in `own_change`. Raises `Refused("request.no_contact")`, and `Refused("request.over")` when it ended.
    """
    parent_or_staff(by)
    contact = asked.email or asked.phone
    if not contact:
        raise Refused("request.no_contact", field="email")
    row = locked(session, request_id)
    if row.state not in (*WAITING, RequestState.MATCHED):
        raise Refused("request.over")
    facts = _facts(asked)
    if _codes(row.topics) == set(asked.topics) and all(getattr(row, key) == value for key, value in facts.items()):
        return
    for key, value in facts.items():
        setattr(row, key, value)
    row.contact_index, row.changed_at = blind_index(session, contact), now
    row.topics = _topics(session, asked)
    journal.record(session, "request.changed", ("request", row.id), by=by, now=now)


def withdraw(session: Session, request_id: int, *, by: Actor, now: datetime) -> None:
    """The parent no longer wants this: nobody is asked any more, and name and contact are erased. Twice is harmless."""
    parent_or_staff(by)
    row = locked(session, request_id)
    if row.state is RequestState.WITHDRAWN:
        return
    _let_go(session, row, by=by, now=now)
    running = select(Match).where(Match.request_id == row.id, Match.state == MatchState.RUNNING)
    for match in session.scalars(running):
        match.state, match.ended_at, match.end_reason = MatchState.ENDED, now, "withdrawn"
        journal.record(session, "match.ended", ("match", match.id), by=by, now=now, reason="withdrawn")
        call_off_rest(session, match.id, by=by, now=now)
    forgetting.forget(session, row.id)
    row.name = row.email = row.phone = row.contact_index = None
    _move(session, row, RequestState.WITHDRAWN, "request.withdrawn", by=by, now=now)


def again(session: Session, request_id: int, *, by: Actor, now: datetime) -> None:
    """A parent who had a buddy would like one again: the request is open and keeps its waiting time. Twice is harmless.

    Raises `Refused("request.over")` for one that never had a buddy or was withdrawn.
    """
    parent_or_staff(by)
    row = locked(session, request_id)
    if row.state in (*WAITING, RequestState.MATCHED):
        return
    if row.contact_index is None or session.scalar(select(Match.id).where(Match.request_id == row.id).limit(1)) is None:
        raise Refused("request.over")
    row.wanted_at = now
    care.ask_no_more(session, row.id)
    _move(session, row, RequestState.OPEN, "request.again", by=by, now=now)


def close(session: Session, request_id: int, *, by: Actor, now: datetime) -> None:
    """Put a request away without a match. Raises `Refused` while one runs. Twice is harmless."""
    staff_only(by)
    row = locked(session, request_id)
    if row.state is RequestState.MATCHED:
        raise Refused("request.matched")
    if row.state not in WAITING:
        return
    _let_go(session, row, by=by, now=now)
    row.wanted_asked_at = None
    _move(session, row, RequestState.CLOSED, "request.closed", by=by, now=now)


def link(session: Session, request_id: int, *, now: datetime) -> str:
    """A secret for `<public_url>/link/<secret>`, where the parent sees how it stands and can withdraw."""
    return links.make(session, LinkPurpose.REQUEST, request_id, until=now + LINK_LIVES, now=now)


def locked(session: Session, request_id: int) -> Request:
    """The request's row as it is now; whoever changes its proposals or matches holds this lock first."""
    row = session.get(Request, request_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row


def _let_go(session: Session, row: Request, *, by: Actor, now: datetime) -> None:
    waiting = select(Proposal).where(Proposal.request_id == row.id, Proposal.state.in_(UNANSWERED))
    for proposal in session.scalars(waiting):
        proposal.state, proposal.answered_at = ProposalState.WITHDRAWN, now
        journal.record(session, "proposal.withdrawn", ("proposal", proposal.id), by=by, now=now)


def _move(session: Session, row: Request, state: RequestState, kind: str, *, by: Actor, now: datetime) -> None:
    row.state, row.changed_at = state, now
    journal.record(session, kind, ("request", row.id), by=by, now=now)


def _row(asked: Wish, index: bytes, agreed: Consent, now: datetime) -> Request:
    return Request(
        **_facts(asked),
        contact_index=index,
        language=language(),
        consent_text=agreed.version,
        consented_at=now,
        created_at=now,
        changed_at=now,
    )


def _facts(asked: Wish) -> dict[str, Any]:
    """By column all but the topics."""
    return {
        "name": asked.name,
        "email": asked.email,
        "phone": asked.phone,
        "municipality_code": asked.municipality_code,
        "sector": asked.sector,
        "age_band": asked.age_band,
        "contact_modes": list(asked.contact_modes),
        "moments": list(asked.moments),
        "languages": list(asked.languages),
        "style": asked.style,
        "avoid_own_municipality": asked.avoid_own_municipality,
    }


def _topics(session: Session, asked: Wish) -> list[Topic]:
    return list(session.scalars(select(Topic).where(Topic.code.in_(asked.topics))))


def _same(session: Session, asked: Wish, index: bytes, now: datetime) -> int | None:
    recent = select(Request).where(
        Request.contact_index == index, Request.state.in_(WAITING), Request.created_at > now - SAME_REQUEST
    )
    return next((row.id for row in session.scalars(recent) if _codes(row.topics) == set(asked.topics)), None)


def _codes(topics: Iterable[Topic]) -> set[str]:
    return {topic.code for topic in topics}
