"""Plans of the matcher, and the proposals that they prepared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from store.models import MatchPlan, PreparedProposal, Request
from store.states import PlanState, RequestState


@dataclass(frozen=True)
class PlanLine:
    """A plan in the list; `made_by` is the label of an actor."""

    id: int
    state: PlanState
    made_by: str
    made_at: datetime
    applied_at: datetime | None
    asked: int
    served: int


@dataclass(frozen=True)
class Plan:
    """`input` and `result` are text for `matching.crowd_text`; None once they were erased."""

    line: PlanLine
    weights: Mapping[str, int]
    input: str | None
    result: str | None


@dataclass(frozen=True)
class Prepared:
    """A pair of an applied plan that was not sent yet; `reasons` is what `matching.rank.from_json` reads."""

    request_id: int
    buddy_id: int
    plan_id: int | None
    score: int
    reasons: Mapping[str, Any]
    prepared_at: datetime


def listed(session: Session, *, most: int = 20) -> tuple[PlanLine, ...]:
    """The plans, newest first."""
    query = select(MatchPlan).order_by(MatchPlan.id.desc()).limit(most)
    return tuple(_line(row) for row in session.scalars(query))


def one(session: Session, plan_id: int) -> Plan | None:
    return _first(session, select(MatchPlan).where(MatchPlan.id == plan_id))


def newest(session: Session, *, before: int | None = None, state: PlanState | None = None) -> Plan | None:
    """The last plan that was made, of those in this state or made before that plan when asked."""
    query = select(MatchPlan).order_by(MatchPlan.id.desc()).limit(1)
    if before is not None:
        query = query.where(MatchPlan.id < before)
    return _first(session, query.where(MatchPlan.state == state) if state else query)


def prepared(session: Session) -> tuple[Prepared, ...]:
    """The prepared proposals of requests that are still open, by request."""
    query = (
        select(PreparedProposal)
        .join(Request, Request.id == PreparedProposal.request_id)
        .where(Request.state == RequestState.OPEN)
        .order_by(PreparedProposal.request_id)
    )
    return tuple(
        Prepared(row.request_id, row.buddy_id, row.plan_id, row.score, row.reasons, row.prepared_at)
        for row in session.scalars(query)
    )


def how_many_prepared(session: Session) -> int:
    query = select(func.count()).select_from(PreparedProposal).join(Request, Request.id == PreparedProposal.request_id)
    return session.scalar(query.where(Request.state == RequestState.OPEN)) or 0


def _first(session: Session, query: Select[MatchPlan]) -> Plan | None:
    row = session.scalar(query)
    return Plan(_line(row), row.weights, row.input, row.result) if row else None


def _line(row: MatchPlan) -> PlanLine:
    return PlanLine(row.id, row.state, row.made_by, row.made_at, row.applied_at, row.asked, row.served)
