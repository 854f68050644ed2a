"""Everything that is kept about one request, for the parent who asks for it: nothing of anybody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Buddy, CheckIn, Helpfulness, JournalLine, Letter, Match, Proposal, Setting
from store.states import ProposalState


@dataclass(frozen=True)
class HeldProposal:
    """That a buddy was asked. Who it was is only told once both said yes."""

    asked_at: datetime
    state: ProposalState
    answered_at: datetime | None


@dataclass(frozen=True)
class HeldMatch:
    buddy: str
    started_at: datetime
    first_contact_at: datetime | None
    contacts: int
    ended_at: datetime | None
    end_reason: str | None


@dataclass(frozen=True)
class HeldAnswer:
    """What the parent answered when asked how it goes; what a buddy answered is the buddy's."""

    asked_at: datetime
    answer: str | None
    remark: str | None


@dataclass(frozen=True)
class HeldScores:
    """The questions whether it helped; each answer is 1 to 5."""

    given_on: date
    at_end: bool
    answers: Mapping[str, int]


@dataclass(frozen=True)
class HeldLetter:
    written_at: datetime
    title: str
    body: str


def consent_words(session: Session, version: str) -> str:
    """The words to which the parent said yes, empty when they are not known any more."""
    row = session.get(Setting, version)
    return row.value if row else ""


def proposals(session: Session, request_id: int) -> tuple[HeldProposal, ...]:
    query = select(Proposal.created_at, Proposal.state, Proposal.answered_at).where(Proposal.request_id == request_id)
    return tuple(HeldProposal(*row) for row in session.execute(query.order_by(Proposal.id)))


def matches(session: Session, request_id: int) -> tuple[HeldMatch, ...]:
    query = select(Match, Buddy.name).join(Match.buddy).where(Match.request_id == request_id).order_by(Match.id)
    return tuple(
        HeldMatch(
            buddy=name.partition(" ")[0],
            started_at=row.started_at,
            first_contact_at=row.first_contact_at,
            contacts=row.contacts,
            ended_at=row.ended_at,
            end_reason=row.end_reason,
        )
        for row, name in session.execute(query)
    )


def answers(session: Session, request_id: int) -> tuple[HeldAnswer, ...]:
    query = select(CheckIn).join(CheckIn.match).where(Match.request_id == request_id, CheckIn.who == "parent")
    rows = session.scalars(query.where(CheckIn.asked_at.is_not(None)).order_by(CheckIn.asked_at))
    return tuple(HeldAnswer(row.asked_at, row.answer, row.remark) for row in rows if row.asked_at)


def scores(session: Session, request_id: int) -> tuple[HeldScores, ...]:
    query = select(Helpfulness).join(Match, Match.id == Helpfulness.match_id).where(Match.request_id == request_id)
    rows = session.scalars(query.order_by(Helpfulness.given_on, Helpfulness.at_end))
    return tuple(HeldScores(row.given_on, row.at_end, row.answers) for row in rows)


def letters(session: Session, request_id: int) -> tuple[HeldLetter, ...]:
    """What we wrote to the parent and still have the words of."""
    theirs = Letter.dedupe_key.endswith(f"/request:{request_id}", autoescape=True)
    rows = session.scalars(select(Letter).where(theirs, Letter.body.is_not(None)).order_by(Letter.id))
    return tuple(HeldLetter(row.written_at, row.title or "", row.body or "") for row in rows)


def happened(session: Session, request_id: int) -> tuple[tuple[datetime, str], ...]:
    """When what was done with the request, by kind."""
    about = (JournalLine.subject_kind == "request", JournalLine.subject_id == request_id)
    query = select(JournalLine.at, JournalLine.kind).where(*about).order_by(JournalLine.id)
    return tuple((at, kind) for at, kind in session.execute(query))
