"""Where every buddy request stands, as cards on a board."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from store.models import Buddy, Match, Proposal, Request
from store.queries.matchmaking import requests
from store.queries.matchmaking.requests import Asked
from store.states import MatchState, ProposalState, RequestState


class Stage(StrEnum):
    """From left to right: who waits, whom the buddy must answer, whom the parent must answer, what runs, what ended."""

    WAITING = "waiting"
    ASKED = "asked"
    AGREED = "agreed"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True)
class Step:
    """The last proposal that waits, or the last match, of a request. `since` is when it began, or when it ended."""

    buddy_id: int
    buddy: str
    stage: Stage
    since: datetime
    answer_by: datetime | None = None
    first_contact_at: datetime | None = None
    help_asked_at: datetime | None = None
    contacts: int = 0
    end_reason: str | None = None


@dataclass(frozen=True)
class Card:
    """One request; `parent` is a first name, None once it is erased, and `step` None while nobody is asked.

    `unanswered`: asked whether a buddy is still wanted, and silent since; a request that is done is parked for it.
    """

    asked: Asked
    parent: str | None
    stage: Stage
    step: Step | None = None
    unanswered: bool = False


def cards(session: Session, *, ended_since: datetime) -> tuple[Card, ...]:
    """Every request that is not closed, and those that ended well or badly since then; who waits longest first."""
    found = requests.on_board(session, closed_since=ended_since)
    names = requests.names(session, [one.id for one in found])
    waiting, matched, silent = _proposals(session), _matches(session, ended_since), _unanswered(session)
    every = (_card(one, names.get(one.id), waiting, matched) for one in found)
    return tuple(replace(one, unanswered=one.asked.id in silent) for one in every)


def _card(one: Asked, name: str | None, waiting: Mapping[int, Step], matched: Mapping[int, Step]) -> Card:
    first_name = name.partition(" ")[0] if name else None
    step = waiting.get(one.id) if one.state is RequestState.PROPOSED else matched.get(one.id)
    if one.state is RequestState.OPEN or (step is None and one.state is not RequestState.CLOSED):
        return Card(one, first_name, Stage.WAITING)
    return Card(one, first_name, step.stage if step else Stage.DONE, step)


def _proposals(session: Session) -> dict[int, Step]:
    query = select(Proposal, Buddy.name).join(Proposal.buddy)
    rows = session.execute(query.where(Proposal.state.in_((ProposalState.SENT, ProposalState.AGREED))))
    return {row.request_id: _asked(row, buddy) for row, buddy in rows}


def _unanswered(session: Session) -> frozenset[int]:
    """Of the requests that wait or are parked."""
    silent = Request.wanted_asked_at > func.coalesce(Request.wanted_at, Request.created_at)
    states = (RequestState.OPEN, RequestState.CLOSED)
    return frozenset(session.scalars(select(Request.id).where(silent, Request.state.in_(states))))


def _asked(row: Proposal, buddy: str) -> Step:
    stage = Stage.AGREED if row.state is ProposalState.AGREED else Stage.ASKED
    since = row.agreed_at or row.created_at
    return Step(row.buddy_id, buddy, stage, since, answer_by=row.answer_by)


def _matches(session: Session, ended_since: datetime) -> dict[int, Step]:
    """By request the last match that runs or ended since then."""
    ended = and_(Match.state == MatchState.ENDED, Match.ended_at >= ended_since)
    query = select(Match, Buddy.name).join(Match.buddy).where(or_(Match.state == MatchState.RUNNING, ended))
    return {row.request_id: _matched(row, buddy) for row, buddy in session.execute(query.order_by(Match.id))}


def _matched(row: Match, buddy: str) -> Step:
    return Step(
        buddy_id=row.buddy_id,
        buddy=buddy,
        stage=Stage.DONE if row.ended_at else Stage.RUNNING,
        since=row.ended_at or row.started_at,
        first_contact_at=row.first_contact_at,
        help_asked_at=row.help_asked_at,
        contacts=row.contacts,
        end_reason=row.end_reason,
    )
