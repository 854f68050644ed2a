"""What is known of matches, answers and buddies in a period, as plain rows to reckon with; for coordinators only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from store.models import Buddy, Helpfulness, JournalLine, Match, Proposal
from store.queries.buddying import buddies
from store.states import ProposalState

TURNS = ("buddy.paused", "buddy.resumed", "buddy.rests", "buddy.rested")


@dataclass(frozen=True)
class Course:
    """How one match went so far."""

    id: int
    started_at: datetime
    first_contact_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True)
class Asked:
    """One proposal and what came of it; `agreed_at` is the yes of the buddy, after which the parent was asked.

    `answer_by` is of who was asked last; `answered_at` is when it ended, whoever ended it.
    """

    buddy_id: int
    state: ProposalState
    agreed_at: datetime | None
    answer_by: datetime
    answered_at: datetime | None
    declined_by: str | None
    reason: str | None


@dataclass(frozen=True)
class Helped:
    """The answers of one parent at the start and at the end, 1..5 by question."""

    first: Mapping[str, int]
    last: Mapping[str, int]


@dataclass(frozen=True)
class Helper:
    """A buddy, who may have stopped since; `load` counts matches that run, `last_asked` is of all times."""

    id: int
    name: str
    max_load: int
    load: int
    created_at: datetime
    trained_on: date | None
    certificate_seen_on: date | None
    stopped_at: datetime | None
    last_asked: datetime | None


@dataclass(frozen=True)
class Turn:
    """A buddy stepped back or came again; `until` is the day on which a rest would end by itself."""

    buddy_id: int
    at: datetime
    kind: str
    until: date | None


def first_start(session: Session) -> datetime | None:
    """When the first buddy was ever asked."""
    return session.scalar(select(func.min(Proposal.created_at)))


def courses(session: Session, since: datetime, until: datetime) -> tuple[Course, ...]:
    """The matches that started from `since` and before `until`, in that order."""
    query = select(Match.id, Match.started_at, Match.first_contact_at, Match.ended_at)
    rows = session.execute(query.where(Match.started_at >= since, Match.started_at < until).order_by(Match.id))
    return tuple(Course(*row) for row in rows)


def contacts(session: Session, since: datetime, until: datetime) -> Mapping[int, tuple[datetime, ...]]:
    """When buddy and parent spoke, of each match that started from `since` and before `until`."""
    started = select(Match.id).where(Match.started_at >= since, Match.started_at < until)
    query = select(JournalLine.subject_id, JournalLine.at).where(
        JournalLine.kind == "match.contact", JournalLine.at >= since, JournalLine.subject_id.in_(started)
    )
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    for match_id, at in session.execute(query.order_by(JournalLine.id)):
        found[match_id].append(at)
    return {match_id: tuple(moments) for match_id, moments in found.items()}


def ends(session: Session, since: datetime, until: datetime) -> Mapping[str, int]:
    """How many matches ended in the period, for each reason."""
    query = select(Match.end_reason, func.count()).where(Match.ended_at >= since, Match.ended_at < until)
    return {reason or "": count for reason, count in session.execute(query.group_by(Match.end_reason))}


def proposals(session: Session, since: datetime, until: datetime) -> tuple[Asked, ...]:
    """The proposals that were sent from `since` and before `until`."""
    query = select(
        Proposal.buddy_id,
        Proposal.state,
        Proposal.agreed_at,
        Proposal.answer_by,
        Proposal.answered_at,
        Proposal.declined_by,
        Proposal.decline_reason,
    ).where(Proposal.created_at >= since, Proposal.created_at < until)
    return tuple(Asked(*row) for row in session.execute(query.order_by(Proposal.id)))


def helped(session: Session, since: date, until: date) -> tuple[Helped, ...]:
    """Of each match whose last questions were answered in the period: both answers, where there are two."""
    first, last = aliased(Helpfulness), aliased(Helpfulness)
    query = select(first.answers, last.answers).join(last, last.match_id == first.match_id)
    both = (first.at_end.is_(False), last.at_end.is_(True), last.given_on >= since, last.given_on < until)
    return tuple(Helped(*row) for row in session.execute(query.where(*both).order_by(first.match_id)))


def helpers(session: Session) -> tuple[Helper, ...]:
    """Every buddy there ever was, by id."""
    asked = select(Proposal.buddy_id, func.max(Proposal.created_at).label("last")).group_by(Proposal.buddy_id)
    last = asked.subquery()
    query = select(Buddy, last.c.last).outerjoin(last, last.c.buddy_id == Buddy.id).order_by(Buddy.id)
    loads = buddies.running(session)
    return tuple(_helper(row, loads.get(row.id, 0), when) for row, when in session.execute(query))


def steps_back(session: Session) -> Iterable[Turn]:
    """When buddies took a pause or a rest and came back, in order of time."""
    query = select(JournalLine).where(JournalLine.kind.in_(TURNS)).order_by(JournalLine.at, JournalLine.id)
    for row in session.scalars(query):
        until = row.facts.get("until")
        yield Turn(row.subject_id, row.at, row.kind, date.fromisoformat(until) if until else None)


def _helper(row: Buddy, load: int, last_asked: datetime | None) -> Helper:
    return Helper(
        id=row.id,
        name=row.name,
        max_load=row.max_load,
        load=load,
        created_at=row.created_at,
        trained_on=row.trained_on,
        certificate_seen_on=row.certificate_seen_on,
        stopped_at=row.stopped_at,
        last_asked=last_asked,
    )
