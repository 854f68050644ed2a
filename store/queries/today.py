"""What asks for the coordinator today: everything that waits, is late or comes up this week."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from store.models import Appointment, Event, JobPulse, JobRun, JournalLine, Letter, Match, Proposal, Request, Table
from store.queries.buddying.buddies import WAITING
from store.states import AppointmentState, EventState, LetterState, MatchState, RequestState, RunState

FIRST_CONTACT = timedelta(hours=48)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class WaitingRequest:
    """A parent without a buddy; `asked` says whether a buddy has the question now."""

    id: int
    name: str
    asked_at: datetime
    asked: bool

    def is_late(self, now: datetime) -> bool:
        return now - self.asked_at > FIRST_CONTACT


@dataclass(frozen=True)
class MatchToCall:
    """A running match that needs a call: the buddy asked for help, or nobody wrote down a contact for too long."""

    id: int
    parent: str
    buddy: str
    started_at: datetime
    last_contact_at: datetime | None
    asks_help: bool


@dataclass(frozen=True)
class ComingEvent:
    id: int
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    seats: int
    seats_taken: int
    parties_waiting: int
    is_draft: bool


@dataclass(frozen=True)
class Today:
    """Everything on the page of today; empty tuples and zeroes when all is well."""

    requests: tuple[WaitingRequest, ...]
    matches: tuple[MatchToCall, ...]
    events: tuple[ComingEvent, ...]
    letters_failed: int
    jobs_failed: int
    counts_differed: int


def today(
    session: Session, *, now: datetime, first_contact: timedelta = FIRST_CONTACT, silence: timedelta = 2 * A_WEEK
) -> Today:
    """`first_contact` and `silence` are how long a match may go without a first, and without another conversation."""
    return Today(
        requests=_requests(session),
        matches=_matches(session, now, first_contact, silence),
        events=_events(session, now),
        letters_failed=_count(session, Letter, Letter.state == LetterState.FAILED),
        jobs_failed=_count(session, JobRun, (JobRun.state == RunState.FAILED) & (JobRun.due_at > now - A_WEEK))
        + _count(session, JobPulse, JobPulse.error.is_not(None)),
        counts_differed=_count(session, JournalLine, _differed(now)),
    )


def _requests(session: Session) -> tuple[WaitingRequest, ...]:
    asked = select(Proposal.request_id).where(Proposal.state.in_(WAITING))
    query = (
        select(Request, Request.id.in_(asked))
        .where(Request.state.in_([RequestState.OPEN, RequestState.PROPOSED]))
        .order_by(Request.created_at, Request.id)
    )
    return tuple(
        WaitingRequest(row.id, row.name or "", row.created_at, is_asked) for row, is_asked in session.execute(query)
    )


def _matches(session: Session, now: datetime, first_contact: timedelta, silence: timedelta) -> tuple[MatchToCall, ...]:
    never = Match.first_contact_at.is_(None) & (Match.started_at < now - first_contact)
    query = (
        select(Match)
        .options(joinedload(Match.request), joinedload(Match.buddy))
        .where(Match.state == MatchState.RUNNING)
        .where(never | Match.help_asked_at.is_not(None) | _silent(now, silence))
        .order_by(Match.help_asked_at.is_(None), Match.started_at, Match.id)
    )
    return tuple(
        MatchToCall(
            row.id, row.request.name or "", row.buddy.name, row.started_at, row.last_contact_at,
            row.help_asked_at is not None,
        )
        for row in session.scalars(query)
    )  # fmt: skip


def _silent(now: datetime, silence: timedelta) -> ColumnElement[bool]:
    """Who planned a conversation, or had one by the calendar, is not silent."""
    planned = (Appointment.state == AppointmentState.PLANNED) & (Appointment.ends_at > now)
    held = (Appointment.state == AppointmentState.HELD) & (Appointment.ends_at >= now - silence)
    met = select(Appointment.id).where(Appointment.match_id == Match.id, planned | held).exists()
    return (Match.last_contact_at < now - silence) & ~met


def _events(session: Session, now: datetime) -> tuple[ComingEvent, ...]:
    query = (
        select(Event)
        .options(joinedload(Event.venue))
        .where(Event.state.in_([EventState.DRAFT, EventState.OPEN, EventState.CLOSED]))
        .where(Event.ends_at > now, Event.starts_at < now + 2 * A_WEEK)
        .order_by(Event.starts_at, Event.id)
    )
    return tuple(
        ComingEvent(
            row.id, row.title, row.venue.name, row.starts_at, row.ends_at, row.seats, row.seats_taken,
            row.parties_waiting, row.state is EventState.DRAFT,
        )
        for row in session.scalars(query)
    )  # fmt: skip


def _differed(now: datetime) -> ColumnElement[bool]:
    return (JournalLine.kind == "counts.differed") & (JournalLine.at > now - A_WEEK)


def _count(session: Session, table: type[Table], condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(table).where(condition)) or 0
