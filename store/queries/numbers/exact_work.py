"""How many came to cafés and how many were matched in a period, exactly: for coordinators and publishing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.models import Event, Match, Proposal, Request, SignUp
from store.states import EventState, SignUpState

TOOK_PLACE = (EventState.HELD, EventState.ARCHIVED)


@dataclass(frozen=True)
class Work:
    """Each counts what happened in the period, whenever it began: `matches` may come of earlier `requests`."""

    seats: int
    came: int
    requests: int
    proposals: int
    accepted: int
    matches: int
    rounded_off: int


def first_moment(session: Session) -> datetime | None:
    """When the first request came in or the first gathering took place."""
    held = select(func.min(Event.starts_at)).where(Event.state.in_(TOOK_PLACE))
    moments = [session.scalar(held), session.scalar(select(func.min(Request.created_at)))]
    return min((moment for moment in moments if moment), default=None)


def exact(session: Session, begin: datetime, end: datetime) -> Work:
    """What happened from `begin` until `end`; `came` is the head count, or else the people who were ticked off."""
    seats, came = _cafes(session, begin, end)
    moments = (Request.created_at, Proposal.created_at, Proposal.agreed_at, Match.started_at, Match.ended_at)
    return Work(seats, came, *(_how_many(session, moment, begin, end) for moment in moments))


def _cafes(session: Session, begin: datetime, end: datetime) -> tuple[int, int]:
    ticked = select(func.coalesce(func.sum(SignUp.party), 0))
    ticked = ticked.where(SignUp.event_id == Event.id, SignUp.state == SignUpState.ATTENDED)
    came = func.coalesce(Event.head_count, ticked.correlate(Event).scalar_subquery())
    query = select(func.coalesce(func.sum(Event.seats + Event.online_seats), 0), func.coalesce(func.sum(came), 0))
    row = session.execute(query.where(Event.state.in_(TOOK_PLACE), _within(Event.starts_at, begin, end))).one()
    return int(row[0]), int(row[1])


def _how_many(session: Session, moment: InstrumentedAttribute[Any], begin: datetime, end: datetime) -> int:
    return session.scalar(select(func.count()).where(_within(moment, begin, end))) or 0


def _within(moment: InstrumentedAttribute[Any], begin: datetime, end: datetime) -> ColumnElement[bool]:
    return (moment >= begin) & (moment < end)


def days_to_match(session: Session, begin: datetime, end: datetime) -> list[float]:
    """Of each match that began in the period, how many days after its request."""
    query = select(Match.started_at, Request.created_at).join(Request, Request.id == Match.request_id)
    rows = session.execute(query.where(_within(Match.started_at, begin, end)))
    return [(started - asked) / timedelta(days=1) for started, asked in rows]


def days_of_match(session: Session, begin: datetime, end: datetime) -> list[float]:
    """Of each match that ended in the period, how many days it ran."""
    query = select(Match.started_at, Match.ended_at).where(_within(Match.ended_at, begin, end))
    return [(ended - started) / timedelta(days=1) for started, ended in session.execute(query) if ended]
